function varargout = dlrecord(file, nout, fn, varargin)
%DLRECORD Calls a function and writes the call down as a case that another program can replay.
%   [a, b] = dlrecord('case.mat', 2, 'fn', x, y) runs  [a, b] = fn(x, y)  and saves to case.mat
%     fn          name of the function (char)
%     args        1-by-k cell, the inputs
%     out         1-by-m cell, the outputs: m is the second argument, 0 for a function that only checks
%     rng_before  struct, the state of the random number generators just before the call
%     info        struct, who recorded it: recorder, engine, version, toolbox commit, note
%   dlrecord(struct('file','case.mat','tol',1e-6,'note','text'), ...) also saves tol, the largest error a replay may
%   show, and puts note into info. Both are optional.
%
%   info = dlrecord() returns that info and records nothing.
%
%   Nothing is written when the function fails: its error comes through, and an older case.mat stays as it was. It also
%   stays, time stamp and all, when the call comes out the same again.
%   Works in MATLAB R2014b or newer and in GNU Octave 6 or newer.

    if nargin == 0
        varargout = {recorded_by('')};
        return
    end
    options = struct('file', '', 'tol', [], 'note', '');
    if isstruct(file)
        given = fieldnames(file);
        for i = 1 : numel(given)
            assert(isfield(options, given{i}), 'dlrecord: there is no option %s', given{i});
            options.(given{i}) = file.(given{i});
        end
    else
        options.file = file;
    end
    assert(ischar(options.file) && ~isempty(options.file), 'dlrecord: the first argument must name the file to write');
    assert(isnumeric(nout) && isscalar(nout) && nout >= 0 && nout == fix(nout), ...
        'dlrecord: the second argument must be the number of outputs to record');
    assert(ischar(fn), 'dlrecord: the third argument must be the name of a function');
    assert(nargout <= nout, 'dlrecord: %d outputs asked for, but only %d recorded', nargout, nout);

    folder = fileparts(options.file);
    if isempty(folder)
        folder = pwd();
    end
    assert(exist(folder, 'dir') == 7, 'dlrecord: there is no folder %s', folder);

    record.fn = fn;
    record.args = reshape(varargin, 1, []);
    record.rng_before = random_state();
    out = cell(1, nout);
    [out{1:nout}] = feval(fn, varargin{:});
    record.out = out;
    record.info = recorded_by(options.note);
    if ~isempty(options.tol)
        record.tol = options.tol;
    end

    save_whole(options.file, folder, record);
    varargout = out(1:nargout);
end

function state = random_state()
    if is_octave()
        state = struct('engine', 'octave', 'rand', rand('state'), 'randn', randn('state'));
        return
    end
    now_used = rng();
    state = struct('engine', 'matlab', 'type', now_used.Type, 'seed', now_used.Seed, 'state', []);
    state.state = now_used.State;
    if strcmpi(now_used.Type, 'legacy')
        % After rand('state',s) and the like, rand and randn have generators of their own, with states of their own.
        state.rand = rand('state');
        state.randn = randn('state');
    end
end

function info = recorded_by(note)
    info.recorder = 'dlrecord 1';
    if is_octave()
        info.engine = 'octave';
    else
        info.engine = 'matlab';
    end
    info.version = version();
    info.computer = computer();
    info.toolbox = toolbox_commit();
    info.note = note;
end

function commit = toolbox_commit()
% The commit that the DeepLearnToolbox on the path is at, or '' when it is not a git clone.
    commit = '';
    setup = which('nnsetup');
    if isempty(setup)
        return
    end
    git = fullfile(fileparts(fileparts(setup)), '.git');
    head = text_of(fullfile(git, 'HEAD'));
    if strncmp(head, 'ref: ', 5)
        name = head(6:end);
        head = text_of(fullfile(git, name));
        if isempty(head)
            head = regexp(text_of(fullfile(git, 'packed-refs')), ['[0-9a-f]{40}(?= ' regexptranslate('escape', name) ')'], ...
                'match', 'once');
        end
    end
    if ~isempty(regexp(head, '^[0-9a-f]{40}$', 'once'))
        commit = head;
    end
end

function text = text_of(file)
    text = '';
    f = fopen(file, 'r');
    if f >= 0
        text = strtrim(fread(f, inf, '*char')');
        fclose(f);
    end
end

function save_whole(file, folder, record)
% Writes beside the file and then renames, so that a half written case never carries its name.
    part = [tempname(folder) '.mat'];
    cleaner = onCleanup(@() remove(part));
    save(part, '-struct', 'record', '-v7');
    if isequal(content(part), content(file))
        return
    end
    [moved, message] = movefile(part, file, 'f');
    assert(moved, 'dlrecord: %s could not be written: %s', file, message);
end

function bytes = content(file)
% Without the header of 128 bytes, which holds the time: a case that comes out the same is not written again.
    bytes = [];
    f = fopen(file, 'r');
    if f >= 0
        bytes = fread(f, inf, '*uint8');
        fclose(f);
        bytes = bytes(129:end);
    end
end

function remove(file)
    if exist(file, 'file')
        delete(file);
    end
end

function yes = is_octave()
    yes = exist('OCTAVE_VERSION', 'builtin') ~= 0;
end
