function [a, ps] = mapminmax(first, varargin)
%MAPMINMAX Maps each row of a matrix to [ymin, ymax]. Octave has no such function; this one follows MATLAB's documentation.
%   [y, ps] = mapminmax(x)  mapminmax(x, ymin, ymax)  mapminmax(x, fp), fp a struct with ymin and ymax; -1 and 1 if not given
%   y = mapminmax('apply', x, ps)       x = mapminmax('reverse', y, ps)
%   dx_dy = mapminmax('dx_dy', x, y, ps)    the derivative for each column: 1-by-q cell of diagonal matrices;
%   dy_dx = mapminmax('dy_dx', x, y, ps)    'dx' is an older name of 'dy_dx'
% Arithmetic: gain = (ymax - ymin) ./ (xmax - xmin), xoffset = xmin, y = (x - xoffset) .* gain + ymin.
% A row without a range, or with an infinite one, is not changed: its gain is 1, its xoffset ymin.

    if ~ischar(first)
        ps = settings_for(first, varargin{:});
        a = apply(first, ps);
        return
    end
    assert(nargout < 2, 'mapminmax: ''%s'' has one output', first);
    ps = varargin{end};
    assert(isstruct(ps) && isfield(ps, 'gain'), 'mapminmax: the last argument must be the settings of an earlier call');
    switch first
        case 'apply'
            a = apply(checked(varargin{1}, ps), ps);
        case 'reverse'
            a = reverse(checked(varargin{1}, ps), ps);
        case 'dx_dy'
            a = repmat({diag(1 ./ ps.gain)}, 1, size(varargin{1}, 2));
        case {'dy_dx', 'dx'}
            a = repmat({diag(ps.gain)}, 1, size(varargin{1}, 2));
        otherwise
            error('mapminmax: unknown operation ''%s''', first);
    end
end

function ps = settings_for(x, varargin)
    ymin = -1;
    ymax = 1;
    if numel(varargin) == 1
        ymin = varargin{1}.ymin;
        ymax = varargin{1}.ymax;
    elseif numel(varargin) == 2
        [ymin, ymax] = deal(varargin{:});
    end
    ps.name = 'mapminmax';
    ps.xrows = size(x, 1);
    ps.xmax = bound(x, @max, Inf);
    ps.xmin = bound(x, @min, -Inf);
    ps.xrange = ps.xmax - ps.xmin;
    ps.yrows = ps.xrows;
    ps.ymax = ymax;
    ps.ymin = ymin;
    ps.yrange = ymax - ymin;
    ps.no_change = false;

    ps.gain = ps.yrange ./ ps.xrange;
    ps.xoffset = ps.xmin;
    kept = ps.xrange == 0 | ~isfinite(ps.xrange) | abs(ps.gain) > 1e14;
    ps.gain(kept) = 1;
    ps.xoffset(kept) = ymin;
    ps.no_change = all(ps.gain == 1 & ps.xoffset == ymin);
end

function b = bound(x, extreme, unknown)
% The extreme of each row, NaN left out; where nothing is left the range is infinite.
    b = extreme([NaN(size(x, 1), 1) x], [], 2);
    b(isnan(b)) = unknown;
end

function x = checked(x, ps)
    assert(size(x, 1) == ps.xrows, 'mapminmax: %d rows, the settings are for %d', size(x, 1), ps.xrows);
end

function y = apply(x, ps)
    changed = ps.gain ~= 1 | ps.xoffset ~= ps.ymin;
    y = x;
    y(changed, :) = bsxfun(@times, bsxfun(@minus, x(changed, :), ps.xoffset(changed)), ps.gain(changed)) + ps.ymin;
end

function x = reverse(y, ps)
    changed = ps.gain ~= 1 | ps.xoffset ~= ps.ymin;
    x = y;
    x(changed, :) = bsxfun(@plus, bsxfun(@rdivide, y(changed, :) - ps.ymin, ps.gain(changed)), ps.xoffset(changed));
end
