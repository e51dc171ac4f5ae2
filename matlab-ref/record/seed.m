function seed(s)
% Starts rand and randn from s, in the engine's own way.
    if exist('OCTAVE_VERSION', 'builtin')
        rand('state', s);
        randn('state', s);
    else
        rng(s, 'twister');
    end
end
