function x = put(x, position, value)
% The same array with one element replaced.
    x(position) = value;
end
