function x = rand_of(s, varargin)
% rand(varargin{:}) from a seed of its own.
    seed(s);
    x = rand(varargin{:});
end
