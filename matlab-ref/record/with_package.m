function with_package(name, action)
% Runs action with an Octave package loaded, and only then: packages bring their own mean, std and the like.
    if ~exist('OCTAVE_VERSION', 'builtin')
        action();
        return
    end
    pkg('load', name);
    unload = onCleanup(@() pkg('unload', name));
    action();
end
