function note = needs_package(fn, package)
% The note for a case whose numbers also rest on a function of an Octave package; empty in MATLAB.
    note = '';
    if exist('OCTAVE_VERSION', 'builtin')
        found = pkg('describe', package);
        note = sprintf('%s from the Octave package %s %s', fn, package, found{1}.version);
    end
end
