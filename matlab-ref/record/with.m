function nn = with(nn, varargin)
% The same struct with some fields set: with(nn, 'output', 'softmax', 'momentum', 0).
    for i = 1 : 2 : numel(varargin)
        assert(isfield(nn, varargin{i}), 'no field %s', varargin{i});
        nn.(varargin{i}) = varargin{i + 1};
    end
end
