function record_util(folder)
% Folder util: what the networks compute with, and what stands beside them.
    record_activations(folder);
    record_standardised(folder);
    record_drawn(folder);
    record_arranged(folder);
    record_filters(folder);
    record_odd_shapes(folder);
    record_classes(folder);
end

function record_activations(folder)
    seed(2000);
    inputs = {
        'typical',  10 * (rand(4, 5) - 0.5)
        'extremes', [-Inf -1e3 -710 -36 -1e-300 0 1e-300 36 710 1e3 Inf NaN]
        'scalar',   0.3
        'zeros',    zeros(3, 2)
        'empty',    zeros(0, 3)
        '3d',       10 * (rand(2, 3, 2) - 0.5)
        };
    for i = 1 : size(inputs, 1)
        dlrecord(fullfile(folder, ['sigm_' inputs{i, 1} '.mat']), 1, 'sigm', inputs{i, 2});
        dlrecord(fullfile(folder, ['tanh_opt_' inputs{i, 1} '.mat']), 1, 'tanh_opt', inputs{i, 2});
    end
    dlrecord(fullfile(folder, 'softmax_typical.mat'), 1, 'softmax', rand(4, 5));
    dlrecord(fullfile(folder, 'softmax_one_sample.mat'), 1, 'softmax', [1 2 3]);
    dlrecord(fullfile(folder, 'softmax_one_class.mat'), 1, 'softmax', [1; 2; 3]);
    dlrecord(fullfile(folder, 'softmax_zeros.mat'), 1, 'softmax', zeros(2, 3));
    dlrecord(fullfile(folder, 'softmax_overflow.mat'), 1, 'softmax', [1000 0; 0 -1000; NaN 1]);
end

function record_standardised(folder)
    seed(2100);
    inputs = {
        'typical',         100 * rand(7, 4)
        'constant_column', [rand(5, 1) 3 * ones(5, 1) zeros(5, 1)]
        'one_sample',      [1 5 6 8]
        'one_column',      [1; 5; 6; 8]
        'scalar',          4
        'nan',             [1 NaN; 2 3; 4 5]
        'large',           1e9 + rand(6, 3)
        };
    for i = 1 : size(inputs, 1)
        dlrecord(fullfile(folder, ['zscore_' inputs{i, 1} '.mat']), 3, 'zscore', inputs{i, 2});
    end
    dlrecord(fullfile(folder, 'zscore_one_output.mat'), 1, 'zscore', rand(3, 3));
    x = rand(5, 3);
    dlrecord(fullfile(folder, 'normalize_typical.mat'), 1, 'normalize', x, mean(x), std(x));
    dlrecord(fullfile(folder, 'normalize_one_sample.mat'), 1, 'normalize', x(1, :), mean(x), std(x));
    dlrecord(fullfile(folder, 'normalize_sigma_0.mat'), 1, 'normalize', x, mean(x), [1 0 2]);
    dlrecord(fullfile(folder, 'normalize_scalars.mat'), 1, 'normalize', x, 0.5, 2);

    x = randn(20, 3) * [2 1 0; 0 1 1; 0 0 0.5];
    dlrecord(fullfile(folder, 'whiten_typical.mat'), 1, 'whiten', x, 0.1);
    dlrecord(fullfile(folder, 'whiten_tiny_fudgefactor.mat'), 1, 'whiten', x, 1e-6);
    dlrecord(fullfile(folder, 'whiten_two_samples.mat'), 1, 'whiten', x(1:2, :), 0.5);
    dlrecord(fullfile(folder, 'whiten_one_variable.mat'), 1, 'whiten', x(:, 1), 0.1);
    dlrecord(fullfile(folder, 'whiten_one_sample.mat'), 1, 'whiten', x(3, :), 0.1);
    dlrecord(fullfile(folder, 'whiten_scalar.mat'), 1, 'whiten', 4, 0.1);
end

function record_drawn(folder)
    seed(2200);
    dlrecord(fullfile(folder, 'rnd_matrix.mat'), 1, 'rnd', rand(3, 4));
    dlrecord(fullfile(folder, 'rnd_scalar.mat'), 1, 'rnd', 0.5);
    dlrecord(fullfile(folder, 'rnd_ends.mat'), 1, 'rnd', [0 1 NaN]);
    dlrecord(fullfile(folder, 'sigmrnd_matrix.mat'), 1, 'sigmrnd', 4 * (rand(3, 4) - 0.5));
    dlrecord(fullfile(folder, 'sigmrnd_extremes.mat'), 1, 'sigmrnd', [-Inf -50 0 50 Inf NaN]);
    dlrecord(fullfile(folder, 'sigmrnd_one_unit.mat'), 1, 'sigmrnd', zeros(5, 1));
    dlrecord(fullfile(folder, 'randp_square.mat'), 1, 'randp', [1 3 2], 4);
    dlrecord(fullfile(folder, 'randp_row.mat'), 1, 'randp', [1 1 0 0 1], 1, 20);
    dlrecord(fullfile(folder, 'randp_size_vector.mat'), 1, 'randp', [0.2; 0.8], [5 3]);
    dlrecord(fullfile(folder, 'randp_3d.mat'), 1, 'randp', [1 2 3 4], 2, 3, 2);
    dlrecord(fullfile(folder, 'randp_one_value.mat'), 1, 'randp', 7, 2, 2);
    dlrecord(fullfile(folder, 'randp_all_zero.mat'), 1, 'randp', [0 0], 2, 3);
    with_package('statistics', @() record_correlated(folder));
end

function record_correlated(folder)
    seed(2300);
    note = needs_package('normcdf', 'statistics');
    dlrecord(struct('file', fullfile(folder, 'randcorr_two.mat'), 'note', note), 1, 'randcorr', 10, [1 0.5; 0.5 1]);
    dlrecord(struct('file', fullfile(folder, 'randcorr_three.mat'), 'note', note), 1, 'randcorr', ...
        5, [1 0.3 -0.2; 0.3 1 0.6; -0.2 0.6 1]);
    dlrecord(struct('file', fullfile(folder, 'randcorr_independent.mat'), 'note', note), 1, 'randcorr', 4, diag([1 1 1]));
    dlrecord(struct('file', fullfile(folder, 'randcorr_one.mat'), 'note', note), 1, 'randcorr', 6, 1);
end

function record_arranged(folder)
    a = reshape(1:24, 2, 3, 4);
    dlrecord(fullfile(folder, 'expand_matrix.mat'), 1, 'expand', [1 2; 3 4], [3 2]);
    dlrecord(fullfile(folder, 'expand_3d.mat'), 1, 'expand', a, [2 2 1]);
    dlrecord(fullfile(folder, 'expand_by_one.mat'), 1, 'expand', [1 2 3], [1 1]);
    dlrecord(fullfile(folder, 'expand_scalar.mat'), 1, 'expand', 5, [2 3]);
    dlrecord(fullfile(folder, 'flipall_matrix.mat'), 1, 'flipall', a(:, :, 1));
    dlrecord(fullfile(folder, 'flipall_3d.mat'), 1, 'flipall', a);
    dlrecord(fullfile(folder, 'flipall_row.mat'), 1, 'flipall', [1 2 3]);
    dlrecord(fullfile(folder, 'flipall_scalar.mat'), 1, 'flipall', 7);
    for name = {'fliplrf', 'flipudf'}
        dlrecord(fullfile(folder, [name{1} '_matrix.mat']), 1, name{1}, a(:, :, 2));
        dlrecord(fullfile(folder, [name{1} '_row.mat']), 1, name{1}, [1 2 3]);
        dlrecord(fullfile(folder, [name{1} '_column.mat']), 1, name{1}, [1; 2; 3]);
    end
    dlrecord(fullfile(folder, 'im2patches_four.mat'), 1, 'im2patches', magic(4), 2, 2);
    dlrecord(fullfile(folder, 'im2patches_wide.mat'), 1, 'im2patches', reshape(1:54, 6, 9), 3, 3);
    dlrecord(fullfile(folder, 'im2patches_pixels.mat'), 1, 'im2patches', magic(3), 1, 1);
    dlrecord(fullfile(folder, 'im2patches_whole.mat'), 1, 'im2patches', magic(3), 3, 3);
    patches = mod(bsxfun(@plus, (0:99)', 7 * (1:9120)), 113);     % whole numbers that repeat: the file stays small
    dlrecord(fullfile(folder, 'patches2im_fixed_size.mat'), 1, 'patches2im', patches, 1140, 800);

    dlrecord(fullfile(folder, 'allcomb_three.mat'), 1, 'allcomb', [1 3 5], [-3 8], [0 1]);
    dlrecord(fullfile(folder, 'allcomb_first_fastest.mat'), 1, 'allcomb', 1:2, 3:4, 5:6, 'matlab');
    dlrecord(fullfile(folder, 'allcomb_one.mat'), 1, 'allcomb', [4 2 9]);
    dlrecord(fullfile(folder, 'allcomb_columns.mat'), 1, 'allcomb', [1; 2], [3; 4]);
    dlrecord(fullfile(folder, 'allcomb_with_empty.mat'), 1, 'allcomb', [1 2], [], [3 4]);
    dlrecord(fullfile(folder, 'allcomb_only_order.mat'), 1, 'allcomb', 'matlab');

    seed(2400);
    x = rand(9, 5);
    dlrecord(fullfile(folder, 'visualize_square.mat'), 1, 'visualize', x);
    dlrecord(fullfile(folder, 'visualize_range.mat'), 1, 'visualize', x, [0 2]);
    dlrecord(fullfile(folder, 'visualize_shape.mat'), 1, 'visualize', rand(6, 4), [0 1], 2, 3);
    dlrecord(fullfile(folder, 'visualize_not_square.mat'), 1, 'visualize', rand(6, 4));
    dlrecord(fullfile(folder, 'visualize_one.mat'), 1, 'visualize', x(:, 1));
    dlrecord(fullfile(folder, 'visualize_full_grid.mat'), 1, 'visualize', rand(4, 9));
end

function record_filters(folder)
    with_package('image', @() dlrecord(struct('file', fullfile(folder, 'makeLMfilters.mat'), ...
        'note', needs_package('fspecial', 'image')), 1, 'makeLMfilters'));
end

function record_odd_shapes(folder)
% Empty, three-dimensional and not finite inputs, and forms that the functions' own help does not show.
    seed(2500);
    x = rand(4, 3);
    x3 = rand(3, 2, 2);
    calls = {
        'allcomb_empty_with_order', 'allcomb',    {1, [], 'matlab'}
        'allcomb_empty_alone',      'allcomb',    {[]}
        'allcomb_matrix',           'allcomb',    {[1 2; 3 4]}
        'expand_no_rows',           'expand',     {zeros(0, 3), [2 3]}
        'flipall_no_columns',       'flipall',    {zeros(3, 0)}
        'fliplrf_3d',               'fliplrf',    {x3}
        'flipudf_3d',               'flipudf',    {x3}
        'im2patches_no_rows',       'im2patches', {zeros(0, 2), 2, 2}
        'im2patches_no_rows_wide',  'im2patches', {zeros(0, 4), 1, 2}
        'normalize_column',         'normalize',  {x, mean(x, 2), std(x, 0, 2)}
        'normalize_row_by_column',  'normalize',  {x(1, :), x(:, 1), 2}
        'normalize_3d',             'normalize',  {x3, mean(x3), std(x3)}
        'normalize_empty',          'normalize',  {zeros(0, 3), [1 2 3], 1}
        'randp_three_sizes',        'randp',      {1, [1 2 2]}
        'randp_matrix',             'randp',      {[1 2; 3 4], 2, 3}
        'randp_no_size',            'randp',      {[1 2], []}
        'randp_inf',                'randp',      {[1 Inf 2], 2}
        'rnd_3d',                   'rnd',        {x3}
        'sigmrnd_3d',               'sigmrnd',    {x3}
        'softmax_3d',               'softmax',    {x3}
        'softmax_no_samples',       'softmax',    {zeros(0, 3)}
        'visualize_nan',            'visualize',  {[NaN NaN]}
        'visualize_inf',            'visualize',  {[Inf 1; 2 3; 4 -Inf; 6 NaN]}
        'visualize_more_limits',    'visualize',  {rand(4, 3), [0 2 5]}
        'visualize_no_limits',      'visualize',  {rand(6, 2), []}
        'visualize_one_size',       'visualize',  {rand(4, 3), [0 1], 4}
        'visualize_no_images',      'visualize',  {zeros(4, 0), [0 1]}
        'whiten_empty',             'whiten',     {[], 1}
        'whiten_no_variables',      'whiten',     {zeros(3, 0), 1}
        'whiten_no_samples',        'whiten',     {zeros(0, 3), 1}
        'whiten_nan',               'whiten',     {NaN, 1}
        };
    for i = 1 : size(calls, 1)
        dlrecord(fullfile(folder, [calls{i, 1} '.mat']), 1, calls{i, 2}, calls{i, 3}{:});
    end
    inputs = {
        'equal_numbers',      0.1 * ones(8, 1)
        'equal_in_a_row',     0.1 * ones(1, 20)
        'nearly_equal',       1e6 + 1e-3 * rand(9, 2)
        'empty',              []
        'no_samples',         zeros(0, 3)
        'no_variables',       zeros(3, 0)
        'inf',                [1 Inf; 2 3; -Inf 5]
        '3d',                 x3
        '3d_one_row',         rand(1, 4, 2)
        };
    for i = 1 : size(inputs, 1)
        dlrecord(fullfile(folder, ['zscore_' inputs{i, 1} '.mat']), 3, 'zscore', inputs{i, 2});
    end
    with_package('statistics', @() dlrecord(struct('file', fullfile(folder, 'randcorr_not_symmetric.mat'), ...
        'note', needs_package('normcdf', 'statistics')), 1, 'randcorr', 5, [1 0.5; -0.3 1]));
end

function record_classes(folder)
% Other classes than double. MATLAB's exp and tanh refuse integers, Octave's do not.
    seed(2600);
    calls = {
        'expand_logical',     'expand',     {[true false], [2 1]}
        'expand_int_sizes',   'expand',     {[1 2], uint8([2 2])}
        'flipall_uint8',      'flipall',    {uint8([1 200; 3 0])}
        'flipall_char',       'flipall',    {'abc'}
        'fliplrf_single',     'fliplrf',    {single([1.5 2; -3 0.25])}
        'flipudf_logical',    'flipudf',    {[true false; true true]}
        'im2patches_uint8',   'im2patches', {uint8(magic(4)), 2, 2}
        'im2patches_logical', 'im2patches', {magic(4) > 8, 2, 2}
        'rnd_int8',           'rnd',        {int8([1 -128; 127 0])}
        'sigm_uint8',         'sigm',       {uint8(1)}
        'sigm_int8',          'sigm',       {int8([1 -128; 127 0])}
        'sigm_logical',       'sigm',       {[true false]}
        'sigmrnd_uint8',      'sigmrnd',    {uint8([1 200; 3 0])}
        'softmax_uint8',      'softmax',    {uint8([1 200; 3 0])}
        'tanh_opt_int16',     'tanh_opt',   {int16([-5 7 300])}
        'zscore_logical',     'zscore',     {[true false; false false; true true]}
        };
    for i = 1 : size(calls, 1)
        dlrecord(fullfile(folder, [calls{i, 1} '.mat']), 1, calls{i, 2}, calls{i, 3}{:});
    end
end
