function s = article_settings(preset, iterations)
% What the published scripts set, as it takes effect. Sizes: inputs and outputs without the column of ones.
    s.preset = preset;
    s.iterations = iterations;
    s.seed = 0;
    s.noise = 100;              % normal values a row, mapped to 0..1
    s.num = 1000;               % rows of each kind a pass
    s.batchsize = 100;
    s.numepochs = 1;
    s.d_steps = 1;              % passes over new rows for nn_D before nn_G has one
    s.learningRate = 0.01;
    s.dropoutFraction = 0.5;
    s.weightPenaltyL2_D = 1e-4;
    s.weightPenaltyL2_G = 1e-4;
    s.size_G_t = [100 784];
    s.size_D = [784 100 1];
    s.size_G = [100 784 100 1];
    s.labels = 0;               % 10: each row of noise and of images carries its label, one-hot
    s.split_first_layer = 0;    % 1: 200 units of nn_G see the noise only, the others the label only
    switch preset
        case 'article'
        case 'figure'           % nnsetup's own learning rate and no dropout
            s.learningRate = 2;
            s.dropoutFraction = 0;
        case 'two-to-one'
            s.d_steps = 2;
        case {'conditional', 'conditional-deep'}
            s.learningRate = 2;
            s.dropoutFraction = 0;
            s.weightPenaltyL2_G = 0;
            s.labels = 10;
            s.size_G_t = [110 784];
            s.size_D = [794 100 1];
            s.size_G = [110 784 100 1];
            if strcmp(preset, 'conditional-deep')
                s.split_first_layer = 1;
                s.size_G_t = [110 1200 784];
                s.size_G = [110 1200 784 100 1];
            end
        otherwise
            error('record_article: there is no preset %s', preset);
    end
end
