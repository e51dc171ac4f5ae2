function nn = scaled(nn, factor)
% The same network with all weights times factor.
    for i = 1 : numel(nn.W)
        nn.W{i} = factor * nn.W{i};
    end
end
