% The Octave side of bench-vs-octave.sh: reads the name of a piece of work from the standard input, does it, prints its milliseconds.
% usage: octave-cli --norc -q bench-vs-octave.m TOOLBOX REPOSITORY
1;

function d = experiment(repository, rows)
    mnist = load(fullfile(repository, 'matlab-ref', 'data', 'mnist_uint8.mat'), 'train_x');
    d.train_x = mapminmax(double(mnist.train_x(1 : rows, :)) / 255, 0, 1);
    rand('state', 0); randn('state', 0);
    d.test_x = mapminmax(randn(rows, 100), 0, 1);
    d.train_y = ones(rows, 1); d.test_y = zeros(rows, 1); d.test_y_rel = ones(rows, 1);
    d.nn_G_t = network([100 784], 0);
    d.nn_D = network([784 100 1], 0.5);
    d.nn_G = network([100 784 100 1], 0.5);
    d.opts.numepochs = 1; d.opts.batchsize = 100; d.num = 1000;
end

function nn = network(sizes, dropout)
    nn = nnsetup(sizes);
    nn.activation_function = 'sigm'; nn.output = 'sigm';
    nn.weightPenaltyL2 = 1e-4; nn.dropoutFraction = dropout; nn.learningRate = 0.01;
end

function output = nn_G_out(nn, x)
    nn.testing = 1;
    nn = nnff(nn, x, zeros(size(x, 1), nn.size(end)));
    output = nn.a{end};
end

% As printed in the article: all rows through the generator. With used_only, just the rows that are trained on.
function d = alternate(d, used_only)
    for i = 1 : length(d.nn_G_t.W)
        d.nn_G_t.W{i} = d.nn_G.W{i};
    end
    if used_only
        index = randperm(size(d.train_x, 1))(1 : d.num);
        fake = nn_G_out(d.nn_G_t, d.test_x(index, :));
    else
        G_output = nn_G_out(d.nn_G_t, d.test_x);
        index = randperm(size(d.train_x, 1));
        fake = G_output(index(1 : d.num), :);
    end
    train_data_D = [d.train_x(index(1 : d.num), :); fake];
    train_y_D = [d.train_y(index(1 : d.num), :); d.test_y(index(1 : d.num), :)];
    d.nn_D = nntrain(d.nn_D, train_data_D, train_y_D, d.opts);
    for i = 1 : length(d.nn_D.W)
        d.nn_G.W{length(d.nn_G.W) - i + 1} = d.nn_D.W{length(d.nn_D.W) - i + 1};
    end
    d.nn_G = nntrain(d.nn_G, d.test_x(index(1 : d.num), :), d.test_y_rel(index(1 : d.num), :), d.opts);
end

% The toolbox's own examples, as far as they train, one epoch each.
function train_cnn(x, y, opts)
    cnn.layers = {
        struct('type', 'i')
        struct('type', 'c', 'outputmaps', 6, 'kernelsize', 5)
        struct('type', 's', 'scale', 2)
        struct('type', 'c', 'outputmaps', 12, 'kernelsize', 5)
        struct('type', 's', 'scale', 2)
    };
    opts.batchsize = 50;
    cnn = cnnsetup(cnn, x, y);
    cnntrain(cnn, x, y, opts);
end

function train_dbn(x, y, opts)
    dbn.sizes = [100 100];
    dbn = dbnsetup(dbn, x, opts);
    dbn = dbntrain(dbn, x, opts);
    nn = dbnunfoldtonn(dbn, 10);
    nn.activation_function = 'sigm';
    nntrain(nn, x, y, opts);
end

function train_sae(x, y, opts)
    sae = saesetup([784 100]);
    sae.ae{1}.activation_function = 'sigm';
    sae.ae{1}.learningRate = 1;
    sae.ae{1}.inputZeroMaskedFraction = 0.5;
    sae = saetrain(sae, x, opts);
    nn = nnsetup([784 100 10]);
    nn.activation_function = 'sigm';
    nn.learningRate = 1;
    nn.W{1} = sae.ae{1}.W{1};
    nntrain(nn, x, y, opts);
end

arguments = argv();
[toolbox, repository] = arguments{end - 1 : end};
addpath(genpath(toolbox));
addpath(fullfile(repository, 'matlab-ref', 'octave-compat'));
data = fullfile(repository, 'matlab-ref', 'data', 'mnist_uint8.mat');
more off
used = printed = epoch = examples = [];
while ischar(work = fgetl(stdin)) % which looks one character ahead, so that each name comes with an empty line behind it
    if isempty(work), continue, end
    switch work
        case 'alternation'
            if isempty(used), used = experiment(repository, 60000); end
            start = tic; used = alternate(used, true); t = toc(start); % nntrain sets the common tic anew
        case 'printed'
            if isempty(printed), printed = experiment(repository, 60000); end
            start = tic; printed = alternate(printed, false); t = toc(start);
        case 'epoch'
            if isempty(epoch)
                s = load(data, 'train_x', 'train_y');
                epoch.x = double(s.train_x) / 255; epoch.y = double(s.train_y);
                epoch.nn = nnsetup([784 100 10]);
                epoch.opts.numepochs = 1; epoch.opts.batchsize = 100;
            end
            start = tic; nntrain(epoch.nn, epoch.x, epoch.y, epoch.opts); t = toc(start);
        case {'cnn', 'dbn', 'sae'}
            if isempty(examples)
                s = load(data, 'train_x', 'train_y');
                examples.x = double(s.train_x(1 : 10000, :)) / 255; examples.y = double(s.train_y(1 : 10000, :));
                examples.cnn_x = reshape(examples.x(1 : 1000, :)', 28, 28, 1000); examples.cnn_y = examples.y(1 : 1000, :)';
                examples.opts = struct('numepochs', 1, 'batchsize', 100, 'momentum', 0, 'alpha', 1);
            end
            start = tic;
            switch work
                case 'cnn', train_cnn(examples.cnn_x, examples.cnn_y, examples.opts);
                case 'dbn', train_dbn(examples.x, examples.y, examples.opts);
                case 'sae', train_sae(examples.x, examples.y, examples.opts);
            end
            t = toc(start);
        case 'load'
            start = tic; s = load(data); t = toc(start);
            clear s
    end
    printf('milliseconds %.3f\n', 1000 * t);
    fflush(stdout);
end
