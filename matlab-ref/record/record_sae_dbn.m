function record_sae_dbn(folder)
% Folders SAE and DBN: stacked auto-encoders and deep belief networks.
    record_sae(folder);
    record_rbm(folder);
    record_dbn(folder);
end

function record_sae(folder)
    seed(3000);
    dlrecord(fullfile(folder, 'saesetup_one.mat'), 1, 'saesetup', [6 4]);
    dlrecord(fullfile(folder, 'saesetup_two.mat'), 1, 'saesetup', [6 4 3]);
    dlrecord(fullfile(folder, 'saesetup_three.mat'), 1, 'saesetup', [5 4 3 1]);

    opts = struct('numepochs', 2, 'batchsize', 5);
    x = rand(20, 6);
    dlrecord(fullfile(folder, 'saetrain_one.mat'), 1, 'saetrain', saesetup([6 4]), x, opts);
    dlrecord(fullfile(folder, 'saetrain_two.mat'), 1, 'saetrain', saesetup([6 4 3]), x, opts);
    settings = {
        'denoising',   {'activation_function', 'sigm', 'learningRate', 1, 'inputZeroMaskedFraction', 0.5}
        'dropout',     {'activation_function', 'sigm', 'learningRate', 1, 'dropoutFraction', 0.5}
        'sparsity',    {'activation_function', 'sigm', 'learningRate', 1, 'nonSparsityPenalty', 0.1}
        };
    for i = 1 : size(settings, 1)
        sae = saesetup([6 4 3]);
        for u = 1 : 2
            sae.ae{u} = with(sae.ae{u}, settings{i, 2}{:});
        end
        dlrecord(fullfile(folder, ['saetrain_' settings{i, 1} '.mat']), 1, 'saetrain', sae, x, opts);
    end
    dlrecord(fullfile(folder, 'saetrain_one_sample.mat'), 1, 'saetrain', saesetup([6 4 3]), x(1, :), with(opts, 'batchsize', 1));
    dlrecord(fullfile(folder, 'saetrain_one_unit.mat'), 1, 'saetrain', saesetup([6 1 2]), x, with(opts, 'batchsize', 20));
end

function record_rbm(folder)
    seed(3100);
    x = rand(20, 6);
    binary = double(rand(20, 6) > 0.5);
    opts = struct('numepochs', 2, 'batchsize', 5, 'momentum', 0.5, 'alpha', 0.5);
    still = with(opts, 'momentum', 0, 'alpha', 1);
    dlrecord(fullfile(folder, 'rbmtrain_momentum.mat'), 1, 'rbmtrain', rbm_of(6, 4, opts), x, opts);
    dlrecord(fullfile(folder, 'rbmtrain_no_momentum.mat'), 1, 'rbmtrain', rbm_of(6, 4, still), x, still);
    dlrecord(fullfile(folder, 'rbmtrain_binary.mat'), 1, 'rbmtrain', rbm_of(6, 4, opts), binary, opts);
    whole = with(opts, 'batchsize', 20);
    single = with(opts, 'batchsize', 1);
    dlrecord(fullfile(folder, 'rbmtrain_whole_set_a_batch.mat'), 1, 'rbmtrain', rbm_of(6, 4, opts), x, whole);
    dlrecord(fullfile(folder, 'rbmtrain_one_sample_a_batch.mat'), 1, 'rbmtrain', rbm_of(6, 4, opts), x, single);
    dlrecord(fullfile(folder, 'rbmtrain_one_hidden_unit.mat'), 1, 'rbmtrain', rbm_of(6, 1, opts), x, opts);
    dlrecord(fullfile(folder, 'rbmtrain_one_visible_unit.mat'), 1, 'rbmtrain', rbm_of(1, 4, opts), x(:, 1), opts);
    dlrecord(fullfile(folder, 'rbmtrain_zeros.mat'), 1, 'rbmtrain', rbm_of(6, 4, opts), zeros(20, 6), opts);
    dlrecord(fullfile(folder, 'rbmtrain_no_epoch.mat'), 1, 'rbmtrain', rbm_of(6, 4, opts), x, with(opts, 'numepochs', 0));

    rbm = rbmtrain(rbm_of(6, 4, opts), x, opts);
    dlrecord(fullfile(folder, 'rbmtrain_continued.mat'), 1, 'rbmtrain', rbm, x, opts);
    dlrecord(fullfile(folder, 'rbmup_typical.mat'), 1, 'rbmup', rbm, x);
    dlrecord(fullfile(folder, 'rbmup_one_sample.mat'), 1, 'rbmup', rbm, x(1, :));
    dlrecord(fullfile(folder, 'rbmup_nan.mat'), 1, 'rbmup', rbm, put(x, 7, NaN));
    dlrecord(fullfile(folder, 'rbmdown_typical.mat'), 1, 'rbmdown', rbm, rand(20, 4));
    dlrecord(fullfile(folder, 'rbmdown_one_sample.mat'), 1, 'rbmdown', rbm, rand(1, 4));
    dlrecord(fullfile(folder, 'rbmdown_saturated.mat'), 1, 'rbmdown', rbm, 1e3 * rand(3, 4));
end

function rbm = rbm_of(visible, hidden, opts)
    dbn = dbnsetup(struct('sizes', hidden), zeros(1, visible), opts);
    rbm = dbn.rbm{1};
end

function record_dbn(folder)
    seed(3200);
    x = rand(20, 6);
    opts = struct('numepochs', 2, 'batchsize', 5, 'momentum', 0, 'alpha', 1);
    dlrecord(fullfile(folder, 'dbnsetup_one.mat'), 1, 'dbnsetup', struct('sizes', 4), x, opts);
    dlrecord(fullfile(folder, 'dbnsetup_three.mat'), 1, 'dbnsetup', struct('sizes', [4 3 2]), x, with(opts, 'momentum', 0.9));
    dlrecord(fullfile(folder, 'dbnsetup_one_unit.mat'), 1, 'dbnsetup', struct('sizes', 1), x(:, 1), opts);
    dlrecord(fullfile(folder, 'dbntrain_one.mat'), 1, 'dbntrain', dbnsetup(struct('sizes', 4), x, opts), x, opts);
    dbn = dbnsetup(struct('sizes', [4 3]), x, opts);
    dbn = dlrecord(fullfile(folder, 'dbntrain_two.mat'), 1, 'dbntrain', dbn, x, opts);
    dlrecord(fullfile(folder, 'dbntrain_continued.mat'), 1, 'dbntrain', dbn, x, opts);
    dlrecord(fullfile(folder, 'dbnunfoldtonn_with_output.mat'), 1, 'dbnunfoldtonn', dbn, 10);
    dlrecord(fullfile(folder, 'dbnunfoldtonn_without_output.mat'), 1, 'dbnunfoldtonn', dbn);
    dlrecord(fullfile(folder, 'dbnunfoldtonn_one_class.mat'), 1, 'dbnunfoldtonn', dbn, 1);
end
