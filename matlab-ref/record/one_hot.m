function y = one_hot(labels, classes)
% One row a label, 1 in the column of that label.
    y = double(bsxfun(@eq, labels(:), 1 : classes));
end
