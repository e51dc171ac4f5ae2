function record_nntrain(folder)
% nntrain in its 4- and 6-argument forms: every option alone, and many together.
    record_options(folder);
    record_edges(folder);
    record_validation(folder);
end

function record_options(folder)
    two_hidden = [6 5 4 3];
    sparse = {'nonSparsityPenalty', 0.1, 'activation_function', 'sigm'};
    articles = {'activation_function', 'sigm', 'weightPenaltyL2', 1e-4, 'dropoutFraction', 0.5, 'learningRate', 0.01};
    everything = {'activation_function', 'sigm', 'output', 'softmax', 'dropoutFraction', 0.5, 'nonSparsityPenalty', 0.05, ...
        'weightPenaltyL2', 1e-3, 'inputZeroMaskedFraction', 0.3, 'scaling_learningRate', 0.9, 'momentum', 0.7, ...
        'learningRate', 0.5};
    settings = {
        'defaults',                    two_hidden,  {},                                                   2
        'sigm',                        two_hidden,  {'activation_function', 'sigm', 'learningRate', 1},   2
        'softmax',                     two_hidden,  {'output', 'softmax'},                                2
        'linear',                      two_hidden,  {'output', 'linear', 'learningRate', 0.01},           2
        'sigm_softmax',                two_hidden,  {'activation_function', 'sigm', 'output', 'softmax'}, 2
        'sigm_linear',                 two_hidden,  {'activation_function', 'sigm', 'output', 'linear', 'learningRate', 0.01}, 2
        'dropout_two_hidden',          two_hidden,  {'dropoutFraction', 0.5},                             3
        'dropout_sigm_two_hidden',     two_hidden,  {'dropoutFraction', 0.5, 'activation_function', 'sigm'}, 3
        'dropout_softmax',             two_hidden,  {'dropoutFraction', 0.2, 'output', 'softmax'},        2
        'sparsity',                    two_hidden,  sparse,                                               2
        'sparsity_dropout',            two_hidden,  [sparse {'dropoutFraction', 0.5}],                    2
        'no_momentum',                 two_hidden,  {'momentum', 0},                                      2
        'l2',                          two_hidden,  {'weightPenaltyL2', 1e-2},                            2
        'l2_no_momentum',              two_hidden,  {'weightPenaltyL2', 1e-2, 'momentum', 0},             2
        'zero_masked',                 two_hidden,  {'inputZeroMaskedFraction', 0.5},                     2
        'zero_masked_dropout',         two_hidden,  {'inputZeroMaskedFraction', 0.5, 'dropoutFraction', 0.5}, 2
        'scaling_learningRate',        two_hidden,  {'scaling_learningRate', 0.8},                        4
        'everything',                  two_hidden,  everything,                                           3
        'five_layers',                 [6 5 4 5 3], {'dropoutFraction', 0.5},                             2
        'no_hidden',                   [6 3],       {},                                                   2
        'discriminator',               [6 4 1],     articles,                                             1
        };
    for i = 1 : size(settings, 1)
        seed(1000 + i);
        nn = with(nnsetup(settings{i, 2}), settings{i, 3}{:});
        classes = settings{i, 2}(end);
        x = rand(20, 6);
        y = one_hot(ceil(classes * rand(20, 1)), classes);
        record_run(folder, settings{i, 1}, nn, x, y, settings{i, 4}, 5);
    end
end

function record_edges(folder)
    seed(1100);
    nn = nnsetup([4 3 2]);
    x = rand(12, 4);
    y = one_hot(ceil(2 * rand(12, 1)), 2);
    record_run(folder, 'whole_set_a_batch', nn, x, y, 3, 12);
    record_run(folder, 'one_sample_a_batch', nn, x, y, 1, 1);
    record_run(folder, 'one_sample_a_batch_dropout', with(nn, 'dropoutFraction', 0.5), x, y, 2, 1);
    record_run(folder, 'one_sample', nn, x(1, :), y(1, :), 3, 1);
    record_run(folder, 'nan', nn, put(x, 9, NaN), y, 1, 4);
    record_run(folder, 'zeros', scaled(nn, 0), zeros(12, 4), zeros(12, 2), 2, 4);
    record_run(folder, 'saturated', scaled(nn, 1e3), 1e3 * x, y, 2, 4);
    record_run(folder, 'softmax_to_nan', with(nn, 'output', 'softmax', 'learningRate', 1e6), x, y, 2, 4);
    record_run(folder, 'no_epoch', nn, x, y, 0, 4);
    record_run(folder, 'one_unit', nnsetup([1 1 1]), x(:, 1), y(:, 1), 2, 4);
    record_run(folder, 'softmax_one_class', with(nnsetup([4 3 1]), 'output', 'softmax'), x, ones(12, 1), 2, 4);
    denoising = with(nnsetup([4 3 4]), 'inputZeroMaskedFraction', 0.25, 'activation_function', 'sigm');
    record_run(folder, 'autoencoder', denoising, x, x, 2, 4);
    record_run(folder, 'testing_left_on', with(nn, 'testing', 1), x, y, 2, 4);
    trained = nntrain(with(nn, 'dropoutFraction', 0.5), x, y, struct('numepochs', 1, 'batchsize', 6));
    record_run(folder, 'continued', trained, x, y, 1, 6);
    opts = struct('numepochs', 1, 'batchsize', 6, 'plot', 0);
    dlrecord(fullfile(folder, 'nntrain_one_output_plot_off.mat'), 1, 'nntrain', nn, x, y, opts);
end

function record_run(folder, name, nn, x, y, epochs, batch)
    opts = struct('numepochs', epochs, 'batchsize', batch);
    dlrecord(fullfile(folder, ['nntrain_' name '.mat']), 2, 'nntrain', nn, x, y, opts);
end

function record_validation(folder)
    settings = {
        'sigm',             {'activation_function', 'sigm', 'learningRate', 1}
        'softmax',          {'output', 'softmax'}
        'dropout_softmax',  {'output', 'softmax', 'dropoutFraction', 0.5}
        'sparsity',         {'nonSparsityPenalty', 0.1, 'activation_function', 'sigm'}
        'scaling',          {'output', 'linear', 'scaling_learningRate', 0.5, 'learningRate', 0.1}
        };
    for i = 1 : size(settings, 1)
        seed(1200 + i);
        nn = with(nnsetup([6 5 4 3]), settings{i, 2}{:});
        x = rand(27, 6);
        y = one_hot(ceil(3 * rand(27, 1)), 3);
        opts = struct('numepochs', 3, 'batchsize', 5);
        dlrecord(fullfile(folder, ['nntrain_validation_' settings{i, 1} '.mat']), 2, 'nntrain', ...
            nn, x(1:20, :), y(1:20, :), opts, x(21:27, :), y(21:27, :));
    end
    dlrecord(fullfile(folder, 'nntrain_validation_one_sample.mat'), 2, 'nntrain', ...
        nn, x(1:20, :), y(1:20, :), opts, x(21, :), y(21, :));
end
