function record_builtins(folder)
% MATLAB's own functions that the toolbox and its scripts lean on: plain arithmetic and shapes, nothing random.
    seed(8000);
    record_extremes(folder);
    record_sums(folder);
    record_shapes(folder);
end

function record_extremes(folder)
    awkward = [3 NaN 1; 3 NaN -Inf; 1 NaN Inf];
    for name = {'max', 'min'}
        f = name{1};
        dlrecord(fullfile(folder, [f '_columns.mat']), 2, f, [1 5 2; 4 5 -6]);
        dlrecord(fullfile(folder, [f '_row.mat']), 2, f, [2 7 -7 7]);
        dlrecord(fullfile(folder, [f '_nan_inf_ties.mat']), 2, f, awkward);
        dlrecord(fullfile(folder, [f '_along_rows.mat']), 2, f, awkward, [], 2);
        dlrecord(fullfile(folder, [f '_along_columns_of_a_row.mat']), 2, f, [2 7 -7], [], 1);
        dlrecord(fullfile(folder, [f '_with_number.mat']), 1, f, awkward, 2);
        dlrecord(fullfile(folder, [f '_with_matrix.mat']), 1, f, awkward, [0 0 0; NaN NaN NaN; 2 2 2]);
        dlrecord(fullfile(folder, [f '_empty.mat']), 1, f, []);
        dlrecord(fullfile(folder, [f '_scalar.mat']), 2, f, 4);
    end
end

function record_sums(folder)
    inputs = {
        'columns', {[1 5 2; 4 NaN -6]}
        'row',     {[2 7 -7 7]}
        'column',  {[2; 7; -7]}
        'scalar',  {4}
        'rows',    {[1 5 2; 4 NaN -6], 2}
        'dim_1',   {[1 5 2], 1}
        'inf',     {[Inf -Inf; 1 1]}
        'no_rows', {zeros(0, 3)}
        'empty',   {[]}
        };
    for i = 1 : size(inputs, 1)
        dlrecord(fullfile(folder, ['sum_' inputs{i, 1} '.mat']), 1, 'sum', inputs{i, 2}{:});
        if ~strcmp(inputs{i, 1}, 'no_rows')     % Octave's mean of a 0x3 matrix is 0x1, not three NaN as in MATLAB
            dlrecord(fullfile(folder, ['mean_' inputs{i, 1} '.mat']), 1, 'mean', inputs{i, 2}{:});
        end
    end
end

function record_shapes(folder)
    a = [1 5 2; 4 0 -6];
    calls = {
        'eye_square',             'eye',     {3}
        'eye_wide',               'eye',     {2, 3}
        'eye_size_vector',        'eye',     {[3 2]}
        'find_matrix',            'find',    {a}
        'find_row',               'find',    {[0 2 NaN 0]}
        'find_column',            'find',    {[0; 2; 0]}
        'find_none',              'find',    {zeros(2, 3)}
        'horzcat_two',            'horzcat', {a, [7; 8]}
        'horzcat_one',            'horzcat', {a}
        'horzcat_with_empty',     'horzcat', {[], a, zeros(2, 0)}
        'vertcat_two',            'vertcat', {a, [7 8 9]}
        'vertcat_one',            'vertcat', {a}
        'vertcat_with_empty',     'vertcat', {[], a, zeros(0, 3)}
        'length_matrix',          'length',  {a}
        'length_empty',           'length',  {zeros(0, 3)}
        'num2str_whole',          'num2str', {60000}
        'num2str_fraction',       'num2str', {pi}
        'num2str_small',          'num2str', {-0.000123456789}
        'num2str_large',          'num2str', {123456.789}
        'num2str_nan',            'num2str', {NaN}
        'num2str_inf',            'num2str', {-Inf}
        'numel_matrix',           'numel',   {a}
        'numel_empty',            'numel',   {zeros(0, 3)}
        'ones_square',            'ones',    {3}
        'ones_wide',              'ones',    {2, 3}
        'ones_size_vector',       'ones',    {[3 2]}
        'ones_negative',          'ones',    {-1, 3}
        'zeros_square',           'zeros',   {3}
        'zeros_wide',             'zeros',   {2, 3}
        'zeros_size_vector',      'zeros',   {[3 2]}
        'zeros_none',             'zeros',   {0, 3}
        'rdivide_number',         'rdivide', {(0 : 16)', 255}
        'rdivide_zero',           'rdivide', {[1 0 -1], 0}
        'repmat_matrix',          'repmat',  {a, 2, 3}
        'repmat_square',          'repmat',  {a, 2}
        'repmat_scalar',          'repmat',  {7, 2, 3}
        'repmat_none',            'repmat',  {a, 0, 2}
        'reshape_sizes',          'reshape', {a, 3, 2}
        'reshape_size_vector',    'reshape', {a, [1 6]}
        'reshape_rows_to_fit',    'reshape', {a, [], 2}
        'reshape_columns_to_fit', 'reshape', {a, 6, []}
        'reshape_to_pages',       'reshape', {1:24, 2, 3, 4}
        'reshape_of_pages',       'reshape', {reshape(1:24, 2, 3, 4), 6, 4}
        'reshape_pages_to_pages', 'reshape', {reshape(1:24, 2, 3, 4), 4, 3, 2}
        'permute_each_page',      'permute', {reshape(1:24, 2, 3, 4), [2 1 3]}
        'permute_to_the_left',    'permute', {reshape(1:24, 2, 3, 4), [2 3 1]}
        'permute_to_one_page',    'permute', {reshape(1:6, 1, 2, 3), [3 2 1]}
        'size_of_pages',          'size',    {reshape(1:24, 2, 3, 4)}
        'size_pages',             'size',    {reshape(1:24, 2, 3, 4), 3}
        'size_matrix',            'size',    {a}
        'size_along_2',           'size',    {a, 2}
        'size_along_3',           'size',    {a, 3}
        };
    for i = 1 : size(calls, 1)
        dlrecord(fullfile(folder, [calls{i, 1} '.mat']), 1, calls{i, 2}, calls{i, 3}{:});
    end
end
