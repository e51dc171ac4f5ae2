function record_nn_edges(folder)
% Folders NN, SAE and DBN at their edges: no samples, layers read by a lower nn.n, masks where they meet, numbers that are none.
    record_masks(folder);
    record_no_samples(folder);
    record_lower_n(folder);
    record_numbers(folder);
    record_shapes(folder);
    record_stacks(folder);
end

function record_masks(folder)
% Only nntrain masks inputs; nnff drops units, unless it is testing.
    layers = {[4 3 2], [4 5 3 2]};
    for l = 1 : 2
        for dropout = 0 : 1
            for testing = 0 : 1
                seed(1300 + 4 * l + 2 * dropout + testing);
                nn = with(nnsetup(layers{l}), 'inputZeroMaskedFraction', 0.4, 'dropoutFraction', 0.5 * dropout);
                nn.testing = testing;
                x = rand(6, 4);
                y = rand(6, 2);
                name = sprintf('masked_%d_hidden%s%s.mat', l, pick(dropout, '_dropout', ''), pick(testing, '_testing', ''));
                rand('state', 0);
                passed = dlrecord(fullfile(folder, ['nnff_' name]), 1, 'nnff', nn, x, y);
                if ~(dropout && testing)
                    dlrecord(fullfile(folder, ['nnchecknumgrad_' name]), 0, 'nnchecknumgrad', nnbp(passed), x, y);
                    dlrecord(fullfile(folder, ['nntrain_' name]), 2, 'nntrain', nn, x, y, struct('numepochs', 2, 'batchsize', 2));
                end
            end
        end
    end
    seed(1320);
    nn = with(nnsetup([3 4 2]), 'inputZeroMaskedFraction', 0.5, 'dropoutFraction', 0.5);
    dlrecord(fullfile(folder, 'nnff_masked_dropout.mat'), 1, 'nnff', nn, rand(5, 3), rand(5, 2));
    dlrecord(fullfile(folder, 'nneval_masked_dropout.mat'), 1, 'nneval', nn, curves([]), rand(5, 3), rand(5, 2));
    fractions = {'all', 1; 'beyond', 2; 'negative', -1; 'nan', NaN};
    opts = struct('numepochs', 1, 'batchsize', 3);
    for i = 1 : size(fractions, 1)
        seed(1330 + i);
        x = rand(6, 3);
        nn = with(nnsetup([3 4 2]), 'inputZeroMaskedFraction', fractions{i, 2});
        dlrecord(fullfile(folder, ['nntrain_masked_' fractions{i, 1} '.mat']), 2, 'nntrain', nn, x, rand(6, 2), opts);
        nn = with(nnsetup([3 4 2]), 'dropoutFraction', fractions{i, 2});
        dlrecord(fullfile(folder, ['nntrain_dropout_' fractions{i, 1} '.mat']), 2, 'nntrain', nn, x, rand(6, 2), opts);
    end
    seed(1340);
    nn = with(nnsetup([3 4 2]), 'dropoutFraction', 0.5, 'testing', 2);
    dlrecord(fullfile(folder, 'nnff_testing_2.mat'), 1, 'nnff', nn, rand(5, 3), rand(5, 2));
    nn = with(nnsetup([3 2]), 'dropoutFraction', 0.5, 'testing', NaN);
    dlrecord(fullfile(folder, 'nnff_testing_nan_no_hidden.mat'), 1, 'nnff', nn, rand(5, 3), rand(5, 2));
    nn = with(nnsetup([3 4 2]), 'dropoutFraction', 0.5, 'testing', NaN);
    dlrecord(fullfile(folder, 'nnpredict_testing_nan.mat'), 1, 'nnpredict', nn, rand(5, 3));
    nn = with(nnff(with(nn, 'testing', 0), rand(3, 3), rand(3, 2)), 'testing', 1);
    dlrecord(fullfile(folder, 'nntrain_dropout_testing_old_masks.mat'), 2, 'nntrain', nn, rand(6, 3), rand(6, 2), opts);
end

function record_no_samples(folder)
    seed(1400);
    nn = with(nnsetup([4 3 2]), 'dropoutFraction', 0.5, 'nonSparsityPenalty', 0.1);
    soft = with(nnsetup([4 3 2]), 'output', 'softmax');
    x = zeros(0, 4);
    y = zeros(0, 2);
    opts = struct('numepochs', 2, 'batchsize', 5);
    passed = dlrecord(fullfile(folder, 'nnff_no_samples.mat'), 1, 'nnff', nn, x, y);
    dlrecord(fullfile(folder, 'nnff_no_samples_softmax.mat'), 1, 'nnff', soft, x, y);
    passed = dlrecord(fullfile(folder, 'nnbp_no_samples.mat'), 1, 'nnbp', passed);
    dlrecord(fullfile(folder, 'nnapplygrads_no_samples.mat'), 1, 'nnapplygrads', passed);
    dlrecord(fullfile(folder, 'nntrain_no_samples.mat'), 2, 'nntrain', nn, x, y, opts);
    dlrecord(fullfile(folder, 'nntrain_no_samples_softmax.mat'), 2, 'nntrain', soft, x, y, opts, x, y);
    dlrecord(fullfile(folder, 'nntrain_validation_no_samples.mat'), 2, 'nntrain', ...
        soft, rand(5, 4), one_hot([1 2 1 2 2], 2), opts, x, y);
    dlrecord(fullfile(folder, 'nneval_no_samples.mat'), 1, 'nneval', soft, curves([]), x, y, x, y);
    dlrecord(fullfile(folder, 'nntest_no_samples.mat'), 2, 'nntest', nn, x, y);
    dlrecord(fullfile(folder, 'nntest_no_samples_no_labels.mat'), 2, 'nntest', nn, x, []);
    dlrecord(fullfile(folder, 'nnpredict_no_samples.mat'), 1, 'nnpredict', nn, x);
    dlrecord(fullfile(folder, 'saetrain_no_samples.mat'), 1, 'saetrain', saesetup([4 3 2]), x, opts);
    opts = struct('numepochs', 2, 'batchsize', 5, 'alpha', 1, 'momentum', 0.5);
    dbn = dlrecord(fullfile(folder, 'dbnsetup_no_samples.mat'), 1, 'dbnsetup', struct('sizes', [3 2]), x, opts);
    dlrecord(fullfile(folder, 'dbntrain_no_samples.mat'), 1, 'dbntrain', dbn, x, opts);
    dlrecord(fullfile(folder, 'rbmtrain_no_samples.mat'), 1, 'rbmtrain', dbn.rbm{1}, x, opts);
    dlrecord(fullfile(folder, 'rbmtrain_empty.mat'), 1, 'rbmtrain', dbn.rbm{1}, [], opts);
    dlrecord(fullfile(folder, 'rbmup_no_samples.mat'), 1, 'rbmup', dbn.rbm{1}, x);
    dlrecord(fullfile(folder, 'rbmdown_no_samples.mat'), 1, 'rbmdown', dbn.rbm{1}, zeros(0, 3));
end

function record_lower_n(folder)
% With nn.n lower than the number of layers a pass ends at that layer; what lies above stays as it was.
    seed(1500);
    x = rand(6, 4);
    y = one_hot([1 2 3 1 2 3], 3);
    whole = nnbp(nnff(with(nnsetup([4 3 5 3]), 'dropoutFraction', 0.3), x, y));
    nn = with(whole, 'n', 2);
    passed = dlrecord(fullfile(folder, 'nnff_lower_n.mat'), 1, 'nnff', nn, x, rand(6, 3));
    passed = dlrecord(fullfile(folder, 'nnbp_lower_n.mat'), 1, 'nnbp', passed);
    dlrecord(fullfile(folder, 'nnapplygrads_lower_n.mat'), 1, 'nnapplygrads', passed);
    dlrecord(fullfile(folder, 'nnff_lower_n_one_hidden.mat'), 1, 'nnff', with(whole, 'n', 3), x, rand(6, 5));
    dlrecord(fullfile(folder, 'nnpredict_lower_n.mat'), 1, 'nnpredict', nn, rand(2, 4));
    dlrecord(fullfile(folder, 'nntest_lower_n.mat'), 2, 'nntest', nn, rand(6, 4), y);
    soft = with(nn, 'output', 'softmax');
    dlrecord(fullfile(folder, 'nneval_lower_n.mat'), 1, 'nneval', soft, curves([]), rand(6, 4), y);
    opts = struct('numepochs', 1, 'batchsize', 3);
    dlrecord(fullfile(folder, 'nntrain_lower_n.mat'), 2, 'nntrain', nn, x, y, opts);
    fresh = with(nnsetup([4 3 2]), 'n', 2);
    dlrecord(fullfile(folder, 'nnff_lower_n_fresh.mat'), 1, 'nnff', fresh, x, rand(6, 3));
    dlrecord(fullfile(folder, 'nntrain_old_size.mat'), 2, 'nntrain', with(whole, 'size', [1 2]), x, y, opts);
    dlrecord(fullfile(folder, 'nnpredict_old_size.mat'), 1, 'nnpredict', with(whole, 'size', [7 1]), x);
end

function record_numbers(folder)
    settings = {
        'L2_nan',         {'weightPenaltyL2', NaN}
        'L2_inf',         {'weightPenaltyL2', Inf}
        'L2_negative',    {'weightPenaltyL2', -0.5}
        'momentum_nan',   {'momentum', NaN}
        'momentum_inf',   {'momentum', Inf}
        'rate_nan',       {'learningRate', NaN}
        };
    for i = 1 : size(settings, 1)
        seed(1600 + i);
        nn = nnbp(nnff(with(nnsetup([3 4 2]), settings{i, 2}{:}), rand(5, 3), rand(5, 2)));
        dlrecord(fullfile(folder, ['nnapplygrads_' settings{i, 1} '.mat']), 1, 'nnapplygrads', nn);
    end
    seed(1610);
    nn = nnbp(nnff(nnsetup([3 4 2]), rand(5, 3), rand(5, 2)));
    nn.W{1}(:, 1:2) = Inf;
    dlrecord(fullfile(folder, 'nnapplygrads_infinite_weights.mat'), 1, 'nnapplygrads', nn);
    dlrecord(fullfile(folder, 'nnapplygrads_infinite_bias_l2.mat'), 1, 'nnapplygrads', with(nn, 'weightPenaltyL2', 0.1));
    penalties = {'inf', Inf; 'nan', NaN; 'negative', -1};
    for i = 1 : 3
        nn = with(nnsetup([3 4 2]), 'nonSparsityPenalty', penalties{i, 2});
        name = ['sparsity_penalty_' penalties{i, 1} '.mat'];
        nn = dlrecord(fullfile(folder, ['nnff_' name]), 1, 'nnff', nn, rand(5, 3), rand(5, 2));
        dlrecord(fullfile(folder, ['nnbp_' name]), 1, 'nnbp', nn);
    end
end

function record_shapes(folder)
% Columns where rows are usual, numbers where matrices are, and fields that are not there.
    seed(1700);
    dlrecord(fullfile(folder, 'nnsetup_column.mat'), 1, 'nnsetup', [2; 1]);
    x = rand(5, 3);
    y = one_hot([1 2 1 2 2], 2);
    nn = nnff(nnsetup([3 4 2]), x, y);
    dlrecord(fullfile(folder, 'nnff_number_as_targets.mat'), 1, 'nnff', nn, x, 0);
    dlrecord(fullfile(folder, 'nnff_logical.mat'), 1, 'nnff', nn, x > 0.5, y > 0);
    dlrecord(fullfile(folder, 'nntrain_logical_targets.mat'), 2, 'nntrain', nn, x, y > 0, struct('numepochs', 1, 'batchsize', 5));
    dlrecord(fullfile(folder, 'nntest_uint8_labels.mat'), 2, 'nntest', nn, x, uint8(y));
    dlrecord(fullfile(folder, 'nnff_sparse.mat'), 1, 'nnff', nn, sparse(x > 0.5) .* x, sparse(y));
    cells = nn;
    cells.W = nn.W';
    cells.a = nn.a';
    dlrecord(fullfile(folder, 'nnff_column_cells.mat'), 1, 'nnff', cells, x, y);
    cells.a = {};
    dlrecord(fullfile(folder, 'nnff_column_cells_fresh.mat'), 1, 'nnff', rmfield(cells, 'a'), x, y);
    bare = rmfield(with(nn, 'momentum', 0), {'vW', 'p', 'e', 'L'});
    dlrecord(fullfile(folder, 'nntrain_bare.mat'), 2, 'nntrain', bare, x, y, struct('numepochs', 1, 'batchsize', 5));
    soft = with(nn, 'output', 'softmax');
    dlrecord(fullfile(folder, 'nneval_column_curves.mat'), 1, 'nneval', soft, curves([0.3; 0.2]), x, y, x, y);
    dlrecord(fullfile(folder, 'nneval_one_value.mat'), 1, 'nneval', soft, curves(0.3), x, y);
    dlrecord(fullfile(folder, 'nneval_no_columns.mat'), 1, 'nneval', soft, curves(zeros(0, 1)), x, y);
    dlrecord(fullfile(folder, 'nneval_no_val.mat'), 1, 'nneval', soft, rmfield(curves([]), 'val'), x, y);
    dlrecord(fullfile(folder, 'nneval_no_e_frac.mat'), 1, 'nneval', nn, struct('train', struct('e', [])), x, y);
    dlrecord(fullfile(folder, 'nntrain_no_epochs_column.mat'), 2, 'nntrain', nn, x, y, struct('numepochs', 0, 'batchsize', 5));
end

function record_stacks(folder)
    seed(1800);
    x = rand(6, 4);
    opts = struct('numepochs', 2, 'batchsize', 3, 'alpha', 0, 'momentum', 0);
    for masked = [0 0.4]
        for dropout = [0 0.5]
            for testing = 0 : double(dropout == 0)
                sae.ae = {nnsetup([4 3 5 4]), nnsetup([3 2 3])};
                for i = 1 : 2
                    sae.ae{i} = with(sae.ae{i}, 'inputZeroMaskedFraction', masked, 'dropoutFraction', dropout);
                    sae.ae{i} = with(sae.ae{i}, 'testing', testing, 'activation_function', 'sigm');
                end
                name = [pick(masked, '_masked', '') pick(dropout, '_dropout', '') pick(testing, '_testing', '')];
                dlrecord(fullfile(folder, ['saetrain_deeper' name '.mat']), 1, 'saetrain', sae, x, opts);
            end
        end
    end
    sae.ae = {nnsetup([4 4]), nnsetup([3 2 3])};
    dlrecord(fullfile(folder, 'saetrain_no_hidden.mat'), 1, 'saetrain', sae, x, opts);
    sae.ae = {};
    dlrecord(fullfile(folder, 'saetrain_none.mat'), 1, 'saetrain', sae, x, opts);
    dbn.sizes = 3;
    dbn.rbm = {struct('note', 'kept'), struct('note', 'kept too')};
    dlrecord(fullfile(folder, 'dbnsetup_machines_there.mat'), 1, 'dbnsetup', dbn, x, opts);
    dbn = dbnsetup(struct('sizes', [3 2]), x, opts);
    dlrecord(fullfile(folder, 'dbnunfoldtonn_two_layers.mat'), 1, 'dbnunfoldtonn', dbn, [2 3]);
    dlrecord(fullfile(folder, 'dbnunfoldtonn_empty.mat'), 1, 'dbnunfoldtonn', dbn, []);
    used = rmfield(dbn.rbm{1}, {'b', 'vb', 'vW', 'vc', 'alpha', 'momentum'});
    dlrecord(fullfile(folder, 'rbmup_bare.mat'), 1, 'rbmup', used, x > 0.5);
    dlrecord(fullfile(folder, 'rbmdown_bare.mat'), 1, 'rbmdown', rmfield(dbn.rbm{1}, {'c', 'vb', 'vW', 'vc'}), rand(6, 3) > 0.5);
    dlrecord(fullfile(folder, 'dbnunfoldtonn_bare.mat'), 1, 'dbnunfoldtonn', struct('sizes', [4 3], 'rbm', {{used}}));
end

function loss = curves(e)
    loss = struct('train', struct('e', e, 'e_frac', e), 'val', struct('e', e, 'e_frac', e));
end

function text = pick(condition, yes, no)
    text = no;
    if condition
        text = yes;
    end
end
