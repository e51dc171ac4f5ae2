function make_mnist_uint8(idx_folder, out_file)
% Makes mnist_uint8.mat, in the layout the toolbox expects, from the four IDX files of MNIST.
%   make_mnist_uint8('folder/with/idx/files', 'data/mnist_uint8.mat')
% Variables, in this order, all uint8: train_x 60000x784, test_x 10000x784 (one image a row, written row of pixels
% after row of pixels), train_y 60000x10, test_y 10000x10 (one-hot; column 1 is the digit 0).

    train_x = read_images(fullfile(idx_folder, 'train-images-idx3-ubyte'));
    test_x  = read_images(fullfile(idx_folder, 't10k-images-idx3-ubyte'));
    train_y = one_hot(read_idx(fullfile(idx_folder, 'train-labels-idx1-ubyte'), 2049));
    test_y  = one_hot(read_idx(fullfile(idx_folder, 't10k-labels-idx1-ubyte'), 2049));

    assert(isequal(size(train_x), [60000 784]) && isequal(size(train_y), [60000 10]), 'wrong training set');
    assert(isequal(size(test_x),  [10000 784]) && isequal(size(test_y),  [10000 10]), 'wrong test set');
    save('-v7', out_file, 'train_x', 'test_x', 'train_y', 'test_y');
end

function x = read_images(file)
    data = read_idx(file, 2051);
    x = reshape(data, 784, [])';
end

function y = one_hot(labels)
    digits = 0:9;
    y = uint8(bsxfun(@eq, double(labels(:)), digits));
end

function data = read_idx(file, magic)
% The bytes after the header: a magic number whose last byte is the number of dimensions, then those, big endian.
    [f, message] = fopen(file, 'r', 'ieee-be');
    assert(f >= 0, '%s: %s', file, message);
    closer = onCleanup(@() fclose(f));
    found = fread(f, 1, 'uint32');
    assert(isequal(found, magic), '%s: not the IDX file expected here', file);
    dims = fread(f, mod(magic, 256), 'uint32');
    data = fread(f, inf, '*uint8');
    assert(numel(data) == prod(dims), '%s: %d bytes of data, header says %d', file, numel(data), prod(dims));
end
