function record_cnn(folder)
% Folder CNN, and convn, which it stands on. Samples are in the last dimension.
    record_convn(folder);
    two = {layer_c(2, 3), layer_s(2), layer_c(3, 2), layer_s(2)};
    record_network(folder, 'two_stages', two, 12, 12, 5, 3);
    record_network(folder, 'ends_in_c', {layer_c(2, 3), layer_s(2), layer_c(2, 2)}, 10, 10, 4, 2);
    record_network(folder, 'not_square', {layer_c(2, 3), layer_s(2)}, 8, 6, 4, 2);
    record_network(folder, 'one_map_one_class', {layer_c(1, 3), layer_s(2)}, 6, 6, 3, 1);
    record_network(folder, 'scale_one', {layer_c(2, 2), layer_s(1)}, 4, 4, 2, 2);
    record_training(folder, two);
    record_test(folder, two);
    record_odd_settings(folder);
end

function record_convn(folder)
    seed(4000);
    a = rand(5, 6, 3);
    k = rand(2, 3);
    for shape = {'full', 'same', 'valid'}
        s = shape{1};
        dlrecord(fullfile(folder, ['convn_' s '_2d.mat']), 1, 'convn', a(:, :, 1), k, s);
        dlrecord(fullfile(folder, ['convn_' s '_3d_by_2d.mat']), 1, 'convn', a, k, s);
        dlrecord(fullfile(folder, ['convn_' s '_3d_by_3d.mat']), 1, 'convn', a, rand(2, 2, 2), s);
        dlrecord(fullfile(folder, ['convn_' s '_scalar.mat']), 1, 'convn', a, 2, s);
        dlrecord(fullfile(folder, ['convn_' s '_same_size.mat']), 1, 'convn', a, rand(5, 6, 3), s);
        dlrecord(fullfile(folder, ['convn_' s '_rows.mat']), 1, 'convn', [1 2 3 4], [1 -1], s);
    end
    dlrecord(fullfile(folder, 'convn_valid_kernel_too_large.mat'), 1, 'convn', rand(2, 2), rand(3, 3), 'valid');
    dlrecord(fullfile(folder, 'convn_no_shape.mat'), 1, 'convn', a(:, :, 1), k);
    dlrecord(fullfile(folder, 'convn_nan.mat'), 1, 'convn', put(a, 40, NaN), k, 'valid');
end

function layer = layer_c(maps, kernel)
    layer = struct('type', 'c', 'outputmaps', maps, 'kernelsize', kernel);
end

function layer = layer_s(scale)
    layer = struct('type', 's', 'scale', scale);
end

function net = network(layers)
% As the toolbox's own example writes it: a column of layers, the first one the input.
    net.layers = [{struct('type', 'i')}; layers(:)];
end

function record_network(folder, name, layers, height, width, samples, classes)
% Every function of one step, each on what the one before it returned.
    seed(4000 + sum(name));
    x = rand(height, width, samples);
    y = one_hot(ceil(classes * rand(samples, 1)), classes)';
    net = dlrecord(fullfile(folder, ['cnnsetup_' name '.mat']), 1, 'cnnsetup', network(layers), x, y);
    net = dlrecord(fullfile(folder, ['cnnff_' name '.mat']), 1, 'cnnff', net, x);
    net = dlrecord(fullfile(folder, ['cnnbp_' name '.mat']), 1, 'cnnbp', net, y);
    dlrecord(fullfile(folder, ['cnnnumgradcheck_' name '.mat']), 0, 'cnnnumgradcheck', net, x, y);
    dlrecord(fullfile(folder, ['cnnapplygrads_' name '.mat']), 1, 'cnnapplygrads', net, struct('alpha', 0.5));
end

function record_training(folder, layers)
    seed(4300);
    x = rand(12, 12, 12);
    y = one_hot(ceil(3 * rand(12, 1)), 3)';
    net = cnnsetup(network(layers), x, y);
    opts = struct('alpha', 1, 'batchsize', 4, 'numepochs', 2);
    dlrecord(fullfile(folder, 'cnntrain_two_epochs.mat'), 1, 'cnntrain', net, x, y, opts);
    dlrecord(fullfile(folder, 'cnntrain_whole_set_a_batch.mat'), 1, 'cnntrain', net, x, y, with(opts, 'batchsize', 12));
    dlrecord(fullfile(folder, 'cnntrain_zeros.mat'), 1, 'cnntrain', net, zeros(12, 12, 12), y, opts);
    dlrecord(fullfile(folder, 'cnntrain_nan.mat'), 1, 'cnntrain', net, put(x, 100, NaN), y, with(opts, 'numepochs', 1));
    trained = cnntrain(net, x, y, opts);
    dlrecord(fullfile(folder, 'cnntrain_continued.mat'), 1, 'cnntrain', trained, x, y, with(opts, 'numepochs', 1));
end

function record_test(folder, layers)
    seed(4400);
    x = rand(12, 12, 8);
    y = one_hot(ceil(3 * rand(8, 1)), 3)';
    net = cnnsetup(network(layers), x, y);
    dlrecord(fullfile(folder, 'cnntest_typical.mat'), 2, 'cnntest', net, x, y);
    net = cnnff(net, x);
    [~, found] = max(net.o);
    dlrecord(fullfile(folder, 'cnntest_all_right.mat'), 2, 'cnntest', net, x, one_hot(found, 3)');
    dlrecord(fullfile(folder, 'cnntest_all_wrong.mat'), 2, 'cnntest', net, x, one_hot(1 + mod(found, 3), 3)');
    net.ffW = 0 * net.ffW;
    dlrecord(fullfile(folder, 'cnntest_ties.mat'), 2, 'cnntest', net, x, y);
end

function record_odd_settings(folder)
% Networks and options beside the usual ones; the images are small.
    seed(4500);
    x = rand(4, 4, 3);
    y = one_hot([1 2 1]', 2)';
    net = dlrecord(fullfile(folder, 'cnnsetup_logical_labels.mat'), 1, 'cnnsetup', network({layer_s(2), layer_c(2, 2)}), x, y > 0);
    dlrecord(fullfile(folder, 'cnnff_subsampling_first.mat'), 1, 'cnnff', net, x);
    dlrecord(fullfile(folder, 'cnnff_nan_inf.mat'), 1, 'cnnff', net, put(put(x, 1, NaN), 20, Inf));
    dlrecord(fullfile(folder, 'cnnbp_subsampling_first.mat'), 1, 'cnnbp', cnnff(net, x), y);
    dlrecord(fullfile(folder, 'cnnbp_logical_labels.mat'), 1, 'cnnbp', cnnff(net, x), y > 0);
    opts = struct('alpha', 1, 'batchsize', 3, 'numepochs', 1);
    dlrecord(fullfile(folder, 'cnntrain_no_epochs.mat'), 1, 'cnntrain', net, x, y, with(opts, 'numepochs', 0));
    dlrecord(fullfile(folder, 'cnntrain_alpha_nan.mat'), 1, 'cnntrain', net, x, y, with(opts, 'alpha', NaN));
    dlrecord(fullfile(folder, 'cnntrain_subsampling_first.mat'), 1, 'cnntrain', net, x, y, opts);
    dlrecord(fullfile(folder, 'cnntest_uint8.mat'), 2, 'cnntest', net, uint8(255 * x), y);
    net = cnnsetup(network({}), x, y);
    dlrecord(fullfile(folder, 'cnntrain_input_alone.mat'), 1, 'cnntrain', net, x, y, opts);
end
