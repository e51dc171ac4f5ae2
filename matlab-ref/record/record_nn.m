function record_nn(folder)
% The network of folder NN, one pass at a time: nnsetup, nnff, nnbp, nnapplygrads, nnpredict, nntest, nneval, nnchecknumgrad.
    record_nnsetup(folder);
    record_combinations(folder);
    record_awkward(folder);
    record_updates(folder);
    record_labels(folder);
    record_losses(folder);
end

function record_nnsetup(folder)
    architectures = {[5 3 4 2], [4 1], [1 1 1], [4 5 3 5 2], [30 20 10]};
    names = {'two_hidden', 'no_hidden', 'one_unit', 'five_layers', 'wider'};
    for i = 1 : numel(names)
        seed(10 + i);
        dlrecord(fullfile(folder, ['nnsetup_' names{i} '.mat']), 1, 'nnsetup', architectures{i});
    end
end

function record_combinations(folder)
% Every output with every activation, without dropout, with it, and with it while testing.
    outputs = {'sigm', 'linear', 'softmax'};
    activations = {'sigm', 'tanh_opt'};
    modes = {'plain', 'dropout', 'dropout_testing'};
    for o = 1 : numel(outputs)
        for a = 1 : numel(activations)
            for d = 1 : numel(modes)
                seed(100 * o + 10 * a + d);
                x = rand(20, 5);
                y = rand(20, 2);
                if strcmp(outputs{o}, 'softmax')
                    y = one_hot(1 + (y(:, 1) > y(:, 2)), 2);
                end
                nn = nnsetup([5 3 4 2]);
                nn.activation_function = activations{a};
                nn.output = outputs{o};
                nn.dropoutFraction = 0.5 * (d > 1);
                nn.testing = double(d == 3);
                name = [outputs{o} '_' activations{a} '_' modes{d} '.mat'];
                rand('state', 0);       % as nnchecknumgrad starts each of its own passes: the same masks
                nn = dlrecord(fullfile(folder, ['nnff_' name]), 1, 'nnff', nn, x, y);
                if d < 3
                    nn = dlrecord(fullfile(folder, ['nnbp_' name]), 1, 'nnbp', nn);
                    dlrecord(fullfile(folder, ['nnchecknumgrad_' name]), 0, 'nnchecknumgrad', nn, x, y);
                end
            end
        end
    end
end

function record_awkward(folder)
% Forward and back over inputs and networks at the edge of what is sensible.
    plain = @(nn) nn;
    y = one_hot([1 2 3 1 2 3], 3);
    record_pass(folder, 'one_sample', [4 3 3], plain, rand_of(1, 1, 4), y(2, :));
    record_pass(folder, 'one_sample_dropout', [4 3 3], @(nn) with(nn, 'dropoutFraction', 0.5), rand_of(2, 1, 4), y(2, :));
    record_pass(folder, 'one_unit', [1 1 1], plain, rand_of(3, 6, 1), rand_of(4, 6, 1));
    record_pass(folder, 'one_of_everything', [1 1 1], @(nn) with(nn, 'output', 'linear'), rand_of(5, 1, 1), rand_of(6, 1, 1));
    record_pass(folder, 'no_hidden', [4 3], plain, rand_of(7, 6, 4), y);
    record_pass(folder, 'no_hidden_softmax', [4 3], @(nn) with(nn, 'output', 'softmax'), rand_of(8, 6, 4), y);
    record_pass(folder, 'five_layers', [4 5 3 5 3], @(nn) with(nn, 'dropoutFraction', 0.3), rand_of(9, 6, 4), y);
    record_pass(folder, 'zeros', [4 3 3], @(nn) scaled(nn, 0), zeros(6, 4), zeros(6, 3));
    steep = @(nn) with(scaled(nn, 1e3), 'activation_function', 'sigm');
    record_pass(folder, 'saturated_sigm', [4 3 3], steep, rand_of(10, 6, 4), y);
    record_pass(folder, 'saturated_tanh', [4 3 3], @(nn) scaled(nn, 1e3), rand_of(11, 6, 4), y);
    record_pass(folder, 'saturated_softmax', [4 3 3], @(nn) with(scaled(nn, 1e3), 'output', 'softmax'), rand_of(12, 6, 4), y);
    record_pass(folder, 'saturated_linear', [4 3 3], @(nn) with(scaled(nn, 1e6), 'output', 'linear'), rand_of(13, 6, 4), y);
    record_pass(folder, 'softmax_one_class', [4 3 1], @(nn) with(nn, 'output', 'softmax'), rand_of(14, 6, 4), ones(6, 1));
    record_pass(folder, 'nan', [4 3 3], plain, put(rand_of(15, 6, 4), 8, NaN), y);
    record_pass(folder, 'nan_softmax', [4 3 3], @(nn) with(nn, 'output', 'softmax'), put(rand_of(16, 6, 4), 3, NaN), y);
    record_pass(folder, 'inf', [4 3 3], plain, put(rand_of(17, 6, 4), 5, -Inf), y);
    record_pass(folder, 'nan_in_y', [4 3 3], plain, rand_of(18, 6, 4), put(y, 4, NaN));
    sparse = @(nn) with(nn, 'activation_function', 'sigm', 'nonSparsityPenalty', 0.1);
    record_pass(folder, 'sparsity', [4 5 3 3], sparse, rand_of(19, 6, 4), y);
    record_pass(folder, 'sparsity_target', [4 5 3], @(nn) with(sparse(nn), 'sparsityTarget', 0.5), rand_of(20, 6, 4), y);
    record_pass(folder, 'sparsity_dropout', [4 5 3 3], @(nn) with(sparse(nn), 'dropoutFraction', 0.5), rand_of(21, 6, 4), y);
    record_pass(folder, 'sparsity_one_sample', [4 5 3], sparse, rand_of(22, 1, 4), y(1, :));
    record_pass(folder, 'sparsity_tanh', [4 5 3], @(nn) with(nn, 'nonSparsityPenalty', 0.1), rand_of(23, 6, 4), y);
    record_pass(folder, 'sparsity_testing', [4 5 3], @(nn) with(sparse(nn), 'testing', 1), rand_of(24, 6, 4), y);
    record_pass(folder, 'dropout_nearly_all', [4 5 5 3], @(nn) with(nn, 'dropoutFraction', 0.95), rand_of(25, 6, 4), y);
    record_pass(folder, 'negative_input', [4 3 3], plain, -10 * rand_of(26, 6, 4), y);
end

function record_pass(folder, name, architecture, change, x, y)
    seed(sum(name));
    nn = change(nnsetup(architecture));
    nn = dlrecord(fullfile(folder, ['nnff_' name '.mat']), 1, 'nnff', nn, x, y);
    dlrecord(fullfile(folder, ['nnbp_' name '.mat']), 1, 'nnbp', nn);
end

function record_updates(folder)
    settings = {
        'momentum',          {}
        'no_momentum',       {'momentum', 0}
        'l2',                {'weightPenaltyL2', 1e-2}
        'l2_no_momentum',    {'weightPenaltyL2', 1e-2, 'momentum', 0}
        'learning_rate_0',   {'learningRate', 0}
        'learning_rate_100', {'learningRate', 100}
        };
    for i = 1 : size(settings, 1)
        seed(700 + i);
        nn = with(nnsetup([4 5 3 2]), settings{i, 2}{:});
        nn = nnbp(nnff(nn, rand(8, 4), rand(8, 2)));
        for l = 1 : 3
            nn.vW{l} = rand(size(nn.W{l})) - 0.5;
        end
        dlrecord(fullfile(folder, ['nnapplygrads_' settings{i, 1} '.mat']), 1, 'nnapplygrads', nn);
    end
    seed(710);
    nn = nnbp(nnff(with(nnsetup([4 1]), 'weightPenaltyL2', 0.1), rand(1, 4), 1));
    dlrecord(fullfile(folder, 'nnapplygrads_no_hidden.mat'), 1, 'nnapplygrads', nn);
    nn = nnbp(nnff(nnsetup([4 5 3 5 2]), [NaN 1 2 3; rand(1, 4)], rand(2, 2)));
    dlrecord(fullfile(folder, 'nnapplygrads_nan.mat'), 1, 'nnapplygrads', nn);
end

function record_labels(folder)
% nnpredict and nntest on the same networks; labels and positions count from 1.
    settings = {
        'sigm',          [4 5 3], {},                                         30
        'softmax',       [4 5 3], {'output', 'softmax'},                      30
        'linear',        [4 5 3], {'output', 'linear'},                       30
        'dropout',       [4 5 3], {'dropoutFraction', 0.5},                   30
        'one_sample',    [4 5 3], {},                                         1
        'one_class',     [4 5 1], {'output', 'softmax'},                      6
        'two_hidden',    [4 5 6 3], {'activation_function', 'sigm'},          30
        };
    for i = 1 : size(settings, 1)
        seed(800 + i);
        nn = with(nnsetup(settings{i, 2}), settings{i, 3}{:});
        x = rand(settings{i, 4}, 4);
        y = one_hot(ceil(rand(settings{i, 4}, 1) * settings{i, 2}(end)), settings{i, 2}(end));
        record_label(folder, settings{i, 1}, nn, x, y);
    end
    seed(820);
    nn = nnsetup([4 5 3]);
    x = rand(6, 4);
    y = one_hot([1 2 3 1 2 3], 3);
    record_label(folder, 'ties', scaled(nn, 0), x, y);
    record_label(folder, 'nan', nn, put(x, 2, NaN), y);
    record_label(folder, 'all_right', nn, x, one_hot(nnpredict(nn, x), 3));
    record_label(folder, 'all_wrong', nn, x, one_hot(1 + mod(nnpredict(nn, x), 3), 3));
    record_label(folder, 'after_training', nnff(nn, x, y), x, y);
end

function record_label(folder, name, nn, x, y)
    dlrecord(fullfile(folder, ['nnpredict_' name '.mat']), 1, 'nnpredict', nn, x);
    dlrecord(fullfile(folder, ['nntest_' name '.mat']), 2, 'nntest', nn, x, y);
end

function record_losses(folder)
    empty = struct('train', struct('e', [], 'e_frac', []), 'val', struct('e', [], 'e_frac', []));
    begun = struct('train', struct('e', [0.3 0.2], 'e_frac', [0.5 0.25]), 'val', struct('e', [0.4 0.3], 'e_frac', [0.5 0.5]));
    seed(900);
    x = rand(10, 4);
    y = one_hot(ceil(3 * rand(10, 1)), 3);
    nn = nnsetup([4 5 3]);
    soft = with(nn, 'output', 'softmax');
    dlrecord(fullfile(folder, 'nneval_sigm.mat'), 1, 'nneval', nn, empty, x, y);
    dlrecord(fullfile(folder, 'nneval_softmax.mat'), 1, 'nneval', soft, empty, x, y);
    dlrecord(fullfile(folder, 'nneval_sigm_validation.mat'), 1, 'nneval', ...
        nn, begun, x(1:6, :), y(1:6, :), x(7:10, :), y(7:10, :));
    dlrecord(fullfile(folder, 'nneval_softmax_validation.mat'), 1, 'nneval', ...
        soft, begun, x(1:9, :), y(1:9, :), x(10, :), y(10, :));
    dlrecord(fullfile(folder, 'nneval_dropout.mat'), 1, 'nneval', with(nn, 'dropoutFraction', 0.5), begun, x, y);
    dlrecord(fullfile(folder, 'nneval_sparsity.mat'), 1, 'nneval', with(nn, 'nonSparsityPenalty', 0.1), empty, x, y);
end
