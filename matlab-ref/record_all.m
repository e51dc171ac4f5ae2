function record_all(toolbox, folder)
%RECORD_ALL Records the cases in matlab-ref/cases, one call of the original toolbox in each.
%   record_all('path/to/DeepLearnToolbox')
%   record_all('path/to/DeepLearnToolbox', 'folder/for/the/cases')
% Octave needs the packages image (im2col, fspecial) and statistics (normcdf, normrnd). Every group of cases starts from a
% seed of its own, so it comes out the same however the others change.

    here = fileparts(mfilename('fullpath'));
    if nargin < 2
        folder = fullfile(here, 'cases');
    end
    addpath(here, fullfile(here, 'record'));
    prepare_path(here, toolbox);
    if ~exist(folder, 'dir')
        mkdir(folder);
    end

    record_nn(folder);
    record_nntrain(folder);
    record_nn_edges(folder);
    record_util(folder);
    record_sae_dbn(folder);
    record_cnn(folder);
    record_cae(folder);
    record_matlab(folder);
    record_builtins(folder);
    record_mapminmax(folder);
    record_written(folder);
    fprintf('%d cases in %s\n', numel(dir(fullfile(folder, '*.mat'))), folder);
end
