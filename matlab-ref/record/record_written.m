function record_written(folder)
% What the original toolbox makes of networks that were trained and written in .NET: written/networks.mat,
% which  DLPORT_WRITE_NETWORKS=1 dotnet test --filter WrittenNetworks  writes.
    here = fileparts(fileparts(mfilename('fullpath')));
    s = load(fullfile(here, 'written', 'networks.mat'));
    opts.numepochs = 1;
    opts.batchsize = 5;
    seed(9000);
    dlrecord(fullfile(folder, 'nnpredict_written_here.mat'), 1, 'nnpredict', s.nn, s.x);
    dlrecord(fullfile(folder, 'nntest_written_here.mat'), 2, 'nntest', s.nn, s.x, s.y);
    dlrecord(fullfile(folder, 'nntrain_written_here.mat'), 2, 'nntrain', s.nn, s.x, s.y, opts);
end
