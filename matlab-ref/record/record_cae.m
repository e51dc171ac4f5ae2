function record_cae(folder)
% Folder CAE: convolutional auto-encoders. Samples are in the first dimension, images are uint8 as MNIST's.
    with_package('image', @() record_networks(folder));
    record_pooling(folder);
    with_package('image', @() record_odd_settings(folder));
end

function record_networks(folder)
    plain = struct('outputmaps', 2, 'inputkernel', [1 3 3], 'outputkernel', [1 3 3], 'scale', [1 2 2], ...
        'sigma', 0.1, 'momentum', 0.9, 'noise', 0);
    record_network(folder, 'pooled', plain, 2);
    record_network(folder, 'not_pooled', with(plain, 'scale', [1 1 1]), 2);
    record_network(folder, 'noise', with(plain, 'noise', 0.5), 1);
    deeper = with(plain, 'inputkernel', [2 3 3], 'outputkernel', [2 3 3], 'scale', [1 1 1], 'outputmaps', 1);
    record_network(folder, 'predictive', deeper, 3);
end

function record_network(folder, name, settings, batch)
    seed(5000 + sum(name));
    x = {{uint8(255 * rand(12, 8, 8))}; {uint8(255 * rand(12, 8, 8))}};
    opts = struct('rounds', 4, 'batchsize', batch, 'alpha', 0.5, 'ddinterval', 2, 'ddhist', 0.5);
    note = needs_package('im2col', 'image');
    setup = struct('file', fullfile(folder, ['scaesetup_' name '.mat']), 'note', note);
    scae = dlrecord(setup, 1, 'scaesetup', {settings}, x, opts);
    cae = scae{1};
    x1 = {double(x{1}{1}(1 : batch, :, :)) / 255};
    cae = dlrecord(fullfile(folder, ['caeup_' name '.mat']), 1, 'caeup', cae, x1);
    cae = dlrecord(fullfile(folder, ['caedown_' name '.mat']), 1, 'caedown', cae);
    cae = dlrecord(fullfile(folder, ['caebp_' name '.mat']), 1, 'caebp', cae, x1);
    dlrecord(fullfile(folder, ['caebbp_' name '.mat']), 1, 'caebbp', cae);
    dlrecord(fullfile(folder, ['caesdlm_first_' name '.mat']), 1, 'caesdlm', cae, opts, 1);
    cae = dlrecord(fullfile(folder, ['caesdlm_due_' name '.mat']), 1, 'caesdlm', cae, opts, 2);
    dlrecord(fullfile(folder, ['caesdlm_not_due_' name '.mat']), 1, 'caesdlm', cae, opts, 3);
    dlrecord(fullfile(folder, ['caeapplygrads_' name '.mat']), 1, 'caeapplygrads', cae);
    dlrecord(fullfile(folder, ['caetrain_' name '.mat']), 1, 'caetrain', scae{1}, x, opts);
    dlrecord(fullfile(folder, ['scaetrain_' name '.mat']), 1, 'scaetrain', scae, x, opts);
    if isequal(settings.scale, [1 1 1]) && settings.inputkernel(1) == 1
        dlrecord(fullfile(folder, ['caenumgradcheck_' name '.mat']), 1, 'caenumgradcheck', cae, x1, x1);
    end
end

function record_pooling(folder)
% max3d takes positions; each row of M is a group of which one stays.
    seed(5400);
    dlrecord(fullfile(folder, 'max3d_groups.mat'), 1, 'max3d', rand(1, 4, 4), reshape(1:16, 1, 4, 4));
    dlrecord(fullfile(folder, 'max3d_matrix.mat'), 1, 'max3d', rand(4, 4), [1 2 5 6; 3 4 7 8; 9 10 13 14; 11 12 15 16]);
    dlrecord(fullfile(folder, 'max3d_zeros.mat'), 1, 'max3d', zeros(2, 2), [1 2; 3 4]);
end

function record_odd_settings(folder)
% Settings and forms beside the usual ones; the images are small.
    seed(5500);
    one = struct('outputmaps', 1, 'inputkernel', [1 1 1], 'outputkernel', [1 1 1], 'scale', [1 1 1], ...
        'sigma', 0.1, 'momentum', 0, 'noise', 0);
    opts = struct('rounds', 2, 'batchsize', 2, 'alpha', 0, 'ddinterval', 2, 'ddhist', 0.5);
    x = {{rand(4, 2, 2)}};
    setup = struct('file', fullfile(folder, 'scaesetup_alpha_0.mat'), 'note', needs_package('im2col', 'image'));
    scae = dlrecord(setup, 1, 'scaesetup', {one}, x, opts);
    cae = scae{1};
    x1 = {x{1}{1}(1 : 2, :, :)};
    passed = caebp(caedown(caeup(cae, x1)), x1);
    dlrecord(fullfile(folder, 'caeapplygrads_alpha_0.mat'), 1, 'caeapplygrads', passed);
    dlrecord(fullfile(folder, 'caesdlm_interval_0.mat'), 1, 'caesdlm', caebbp(passed), with(opts, 'ddinterval', 0), 2);
    dlrecord(fullfile(folder, 'caetrain_no_rounds.mat'), 1, 'caetrain', cae, x, with(opts, 'rounds', 0));
    dlrecord(fullfile(folder, 'caetrain_scale_column.mat'), 1, 'caetrain', with(cae, 'scale', [1; 1; 1]), x, opts);
    dlrecord(fullfile(folder, 'caetrain_noise_nan.mat'), 1, 'caetrain', with(cae, 'noise', NaN), x, opts);

    scae = scaesetup({one}, {{rand(2, 2, 2), rand(2, 2, 2)}}, opts);
    two = {rand(2, 2, 2), rand(2, 2, 2)};
    dlrecord(fullfile(folder, 'caeup_two_maps_row.mat'), 1, 'caeup', scae{1}, two);
    dlrecord(fullfile(folder, 'caeup_two_maps_column.mat'), 1, 'caeup', scae{1}, two');

    % The mask of one sample, as in caeexamples.m, goes with any number of them.
    scae = scaesetup({one}, x, with(opts, 'batchsize', 1));
    more = {rand(3, 2, 2)};
    dlrecord(fullfile(folder, 'caebp_more_samples.mat'), 1, 'caebp', caedown(caeup(scae{1}, more)), more);
    dlrecord(fullfile(folder, 'caebbp_more_samples.mat'), 1, 'caebbp', caedown(caeup(scae{1}, more)));

    dlrecord(fullfile(folder, 'max3d_minus_inf.mat'), 1, 'max3d', [-Inf 1; 2 3], [1 2; 3 4]);
    dlrecord(fullfile(folder, 'max3d_nan_inf.mat'), 1, 'max3d', [NaN 1 Inf; 2 Inf -Inf], [1 2 3; 4 5 6]);
    dlrecord(fullfile(folder, 'max3d_row_by_column.mat'), 1, 'max3d', [1 5 2 4], [1; 2; 3]);
    dlrecord(fullfile(folder, 'max3d_column_by_row.mat'), 1, 'max3d', [1; 5; 2; 4], [1 2 3]);
    dlrecord(fullfile(folder, 'max3d_twice_the_same.mat'), 1, 'max3d', [3 1; 2 4], [1 1; 2 1]);
    dlrecord(fullfile(folder, 'max3d_no_places.mat'), 1, 'max3d', [3 1; 2 4], []);
end
