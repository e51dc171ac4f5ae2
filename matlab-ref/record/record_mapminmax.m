function record_mapminmax(folder)
% mapminmax: in Octave the function in octave-compat, so those cases hold the documented behaviour, not MATLAB's numbers.
    if ~exist('mapminmax', 'file')
        fprintf('no mapminmax here: its cases are left as they are\n');
        return
    end
    documented = [1 2 4; 1 1 1; 3 2 2; 0 0 0];
    seed(7000);
    inputs = {
        'documented',       {documented}
        'typical',          {100 * rand(5, 8) - 50}
        'zero_to_one',      {rand(5, 8), 0, 1}
        'struct_range',     {rand(3, 4), struct('ymin', 0, 'ymax', 10)}
        'one_row',          {[5 2 9 2]}
        'one_column',       {[1; 2; 3]}
        'scalar',           {4, 0, 1}
        'no_range',         {[3 3 3; 0 0 0; 1 2 3], 0, 1}
        'hardly_any_range', {[1 1 + 2 ^ -50; 1 2], 0, 1}
        'nan',              {[1 NaN 3; NaN NaN NaN; 1 2 3]}
        'inf',              {[1 Inf 3; -Inf 0 1; 1 2 3], 0, 1}
        'already_there',    {[-1 0 1; 1 -1 0.5]}
        'no_columns',       {zeros(3, 0)}
        'noise_rows',       {randn(6, 20), 0, 1}
        'pixel_rows',       {floor(256 * rand(4, 30) .* (rand(4, 30) > 0.7)) / 255, 0, 1}
        };
    for i = 1 : size(inputs, 1)
        dlrecord(case_file(folder, inputs{i, 1}), 2, 'mapminmax', inputs{i, 2}{:});
    end
    dlrecord(case_file(folder, 'one_output'), 1, 'mapminmax', documented, 0, 1);

    [y, ps] = mapminmax(documented);
    dlrecord(case_file(folder, 'settings_as_range'), 2, 'mapminmax', [5 2 3], with(ps, 'ymin', 0));
    x2 = [5 2 3; 1 1 1; 6 7 3; 0 0 0];
    dlrecord(case_file(folder, 'apply'), 1, 'mapminmax', 'apply', x2, ps);
    dlrecord(case_file(folder, 'apply_one_column'), 1, 'mapminmax', 'apply', x2(:, 1), ps);
    dlrecord(case_file(folder, 'apply_nan_inf'), 1, 'mapminmax', 'apply', [NaN; Inf; -Inf; 1], ps);
    dlrecord(case_file(folder, 'reverse'), 1, 'mapminmax', 'reverse', y, ps);
    dlrecord(case_file(folder, 'reverse_outside'), 1, 'mapminmax', 'reverse', 10 * x2, ps);
    dlrecord(case_file(folder, 'dx_dy'), 1, 'mapminmax', 'dx_dy', documented, y, ps);
    dlrecord(case_file(folder, 'dx_dy_one_column'), 1, 'mapminmax', 'dx_dy', documented(:, 1), y(:, 1), ps);
end

function options = case_file(folder, name)
    options = struct('file', fullfile(folder, ['mapminmax_' name '.mat']), 'note', '');
    if exist('OCTAVE_VERSION', 'builtin')
        options.note = 'Octave + own reference: octave-compat/mapminmax.m, written from MATLAB''s documentation';
    end
end
