function [nn_G, nn_D, curves] = article_run(s, mnist)
% The alternations. Draws, in this order: the noise (randn, 60000 x noise at once); nnsetup of nn_G_t, nn_D and nn_G; then for
% each alternation randperm(60000), what nntrain of nn_D draws (both d_steps times), what nntrain of nn_G draws.
    rand('state', s.seed);
    if exist('OCTAVE_VERSION', 'builtin')
        randn('state', s.seed);
    else
        randn('state', 0);      % in MATLAB rand('state', seed) leaves randn at its start
    end
    count = size(mnist.train_x, 1);
    noise = mapminmax(randn(count, s.noise), 0, 1);     % normrnd(0, 1, ...) returns the same bits

    nn_G_t = prepared(s.size_G_t, s, 0);
    nn_D = prepared(s.size_D, s, s.weightPenaltyL2_D);
    nn_G = prepared(s.size_G, s, s.weightPenaltyL2_G);
    opts = struct('numepochs', s.numepochs, 'batchsize', s.batchsize);

    none = zeros(s.iterations, 1);
    curves = struct('loss_d', none, 'loss_g', none, 'd_real', none, 'd_fake', none);
    for each = 1 : s.iterations
        nn_G_t.W = nn_G.W(1 : numel(nn_G_t.W));
        for step = 1 : s.d_steps
            index = randperm(count);
            rows = index(1 : s.num);
            label = double(mnist.train_y(rows, 1 : s.labels));
            images = [mapminmax(double(mnist.train_x(rows, :)) / 255, 0, 1) label];
            z = [noise(rows, :) label];
            fake = [output_of(nn_G_t, z) label];
            [nn_D, L_D] = nntrain(nn_D, [images; fake], [ones(s.num, 1); zeros(s.num, 1)], opts);
        end
        nn_G = split(share(nn_G, nn_D), s);
        [nn_G, L_G] = nntrain(nn_G, z, ones(s.num, 1), opts);
        nn_G = split(nn_G, s);

        curves.loss_d(each) = mean(L_D);
        curves.loss_g(each) = mean(L_G);
        curves.d_real(each) = mean(output_of(nn_D, images));
        curves.d_fake(each) = mean(output_of(nn_D, fake));
    end
end

function nn = prepared(sizes, s, weightPenaltyL2)
    nn = with(nnsetup(sizes), 'activation_function', 'sigm', 'output', 'sigm', 'weightPenaltyL2', weightPenaltyL2, ...
        'dropoutFraction', s.dropoutFraction, 'learningRate', s.learningRate);
end

function output = output_of(nn, x)
    nn.testing = 1;
    nn = nnff(nn, x, zeros(size(x, 1), nn.size(end)));
    output = nn.a{end};
end

function nn_G = share(nn_G, nn_D)
% The end of the stack becomes nn_D. Its columns for the labels, if any, come last and have no place in the stack.
    for i = 0 : numel(nn_D.W) - 1
        columns = size(nn_G.W{end - i}, 2);
        nn_G.W{end - i} = nn_D.W{end - i}(:, 1 : columns);
    end
end

function nn = split(nn, s)
    if s.split_first_layer
        nn.W{1}(1:200, 101:end) = 0;
        nn.W{1}(201:end, 2:100) = 0;
    end
end
