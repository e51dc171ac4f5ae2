function prepare_path(here, toolbox)
% Puts the toolbox on the path, and what Octave lacks; here is the folder matlab-ref.
    assert(exist(fullfile(toolbox, 'NN', 'nnff.m'), 'file') == 2, 'no DeepLearnToolbox in %s', toolbox);
    if exist('OCTAVE_VERSION', 'builtin')
        warning('off', 'Octave:legacy-function');           % flipdim, nargchk
        warning('off', 'Octave:shadowed-function');         % the toolbox's own zscore and randp are meant
        addpath(fullfile(here, 'octave-compat'));
    end
    parts = {'NN', 'SAE', 'DBN', 'CNN', 'CAE', 'util'};
    for i = 1 : numel(parts)
        addpath(fullfile(toolbox, parts{i}));
    end
end
