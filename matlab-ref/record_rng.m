function record_rng(folder)
%RECORD_RNG Records a million numbers of each random function of GNU Octave: the first 1000 in full, all as checksums.
%   record_rng()                     to matlab-ref/random
%   record_rng('folder/for/them')
% One file a call, named after it; README.md says what is in them. Octave only: MATLAB has no such streams.

    assert(exist('OCTAVE_VERSION', 'builtin') == 5, 'record_rng: this records GNU Octave''s own streams; run it there');
    here = fileparts(mfilename('fullpath'));
    addpath(here);
    if nargin < 1
        folder = fullfile(here, 'random');
    end
    if ~exist(folder, 'dir')
        mkdir(folder);
    end

    n = 1e6;
    record(folder, 'rand',       'rand',  @() rand(n, 1));
    record(folder, 'randn',      'randn', @() randn(n, 1));
    record(folder, 'rande',      'rande', @() rande(n, 1));
    record(folder, 'randperm',   'rand',  @() randperm(n)');
    record(folder, 'randperm_k', 'rand',  @() [randperm(3e6, 4e5)'; randperm(7e5, 6e5)']);
    record(folder, 'randi',      'rand',  @() randi([-3 1000], n, 1));
    record(folder, 'randi_wide', 'rand',  @() randi(2^52 + 3, n, 1));
    record_seeding(folder);
end

function record(folder, name, generator, draw)
% The generator's state after the draws shows that no more and no fewer were taken.
    part.seeds = [0 1 42 20260 4294967295];
    for i = 1 : numel(part.seeds)
        feval(generator, 'state', part.seeds(i));
        x = draw();
        part.first(:, i) = x(1:1000);
        part.sha256(i, :) = checksum(x);
        part.state(:, i) = feval(generator, 'state');
    end
    save_part(folder, name, part);
end

function record_seeding(folder)
% What becomes of seeds that are no whole number from 0 to 2^32-1, and of vectors of them.
    seeds = {-3, 0.4, 0.5, 2.5, 1e10, Inf, -Inf, NaN, [1 2 3], [3; -1; NaN], 1:624, [1:624, 625], 1:700, [1:624, 9]};
    part.seeds = NaN(701, numel(seeds));   % one a column: how many elements, then the elements
    for i = 1 : numel(seeds)
        part.seeds(1 : numel(seeds{i}) + 1, i) = [numel(seeds{i}); seeds{i}(:)];
        rand('state', seeds{i});
        part.first(:, i) = rand(400, 1);
    end
    save_part(folder, 'seeding', part);
end

function bytes = checksum(x)
    bytes = uint8(hex2dec(reshape(hash('sha256', typecast(x', 'char')), 2, [])'))';
end

function save_part(folder, name, part)
    part.info = dlrecord();
    part.info.recorder = 'record_rng 1';
    save('-v7', fullfile(folder, [name '.mat']), '-struct', 'part');
end
