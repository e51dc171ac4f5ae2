function record_matlab(folder)
% The random numbers the networks are made of. The state is in each case, so these hold for the engine that recorded them.
    seed(6000);
    calls = {
        'rand_one',             'rand',     {}
        'rand_square',          'rand',     {3}
        'rand_matrix',          'rand',     {2, 3}
        'rand_size_vector',     'rand',     {[4 2]}
        'rand_beyond_a_block',  'rand',     {1, 700}
        'rand_empty',           'rand',     {0, 3}
        'randn_one',            'randn',    {}
        'randn_square',         'randn',    {3}
        'randn_matrix',         'randn',    {2, 3}
        'randn_size_vector',    'randn',    {[4 2]}
        'randn_wedge_and_tail', 'randn',    {5000, 1}
        'randperm_one',         'randperm', {1}
        'randperm_ten',         'randperm', {10}
        'randperm_thousand',    'randperm', {1000}
        'randperm_few_of_many', 'randperm', {1000, 3}
        'randperm_half',        'randperm', {100, 50}
        'randperm_none',        'randperm', {0}
        'randi_one',            'randi',    {6}
        'randi_square',         'randi',    {10, 3}
        'randi_row',            'randi',    {10, 1, 20}
        'randi_power_of_two',   'randi',    {8, 1, 20}
        'randi_range',          'randi',    {[5 9], 3, 4}
        'rand_pages',           'rand',     {2, 3, 4}
        };
    for i = 1 : size(calls, 1)
        dlrecord(fullfile(folder, [calls{i, 1} '.mat']), 1, calls{i, 2}, calls{i, 3}{:});
    end
    with_package('statistics', @() record_normrnd(folder));
end

function record_normrnd(folder)
    seed(6100);
    note = needs_package('normrnd', 'statistics');
    dlrecord(struct('file', fullfile(folder, 'normrnd_size_vector.mat'), 'note', note), 1, 'normrnd', 0, 1, [6 5]);
    dlrecord(struct('file', fullfile(folder, 'normrnd_sizes.mat'), 'note', note), 1, 'normrnd', 2, 3, 4, 2);
    dlrecord(struct('file', fullfile(folder, 'normrnd_one.mat'), 'note', note), 1, 'normrnd', -1, 0.5);
    dlrecord(struct('file', fullfile(folder, 'normrnd_sigma_0.mat'), 'note', note), 1, 'normrnd', 7, 0, [2 2]);
end
