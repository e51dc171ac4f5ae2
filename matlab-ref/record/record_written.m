function record_written(folder)
% What the original toolbox makes of networks that were trained and written in .NET: written/nn.mat, sae.mat, dbn.mat and
% cnn.mat, which  DLPORT_WRITE_NETWORKS=1 dotnet test --filter WrittenNetworks  writes.
    written = fullfile(fileparts(fileparts(mfilename('fullpath'))), 'written');
    opts = struct('numepochs', 1, 'batchsize', 5);

    seed(9000);
    s = load(fullfile(written, 'nn.mat'));
    dlrecord(fullfile(folder, 'nnpredict_written_here.mat'), 1, 'nnpredict', s.nn, s.x);
    dlrecord(fullfile(folder, 'nntest_written_here.mat'), 2, 'nntest', s.nn, s.x, s.y);
    dlrecord(fullfile(folder, 'nntrain_written_here.mat'), 2, 'nntrain', s.nn, s.x, s.y, opts);

    seed(9100);
    s = load(fullfile(written, 'sae.mat'));
    dlrecord(fullfile(folder, 'saetrain_written_here.mat'), 1, 'saetrain', s.sae, s.x, opts);

    seed(9200);
    s = load(fullfile(written, 'dbn.mat'));
    dlrecord(fullfile(folder, 'dbntrain_written_here.mat'), 1, 'dbntrain', s.dbn, s.x, opts);
    dlrecord(fullfile(folder, 'dbnunfoldtonn_written_here.mat'), 1, 'dbnunfoldtonn', s.dbn, 3);

    seed(9300);
    s = load(fullfile(written, 'cnn.mat'));
    opts.alpha = 1;
    dlrecord(fullfile(folder, 'cnntest_written_here.mat'), 2, 'cnntest', s.cnn, s.x, s.y);
    dlrecord(fullfile(folder, 'cnntrain_written_here.mat'), 1, 'cnntrain', s.cnn, s.x, s.y, opts);
end
