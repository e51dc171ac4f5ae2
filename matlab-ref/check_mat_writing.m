function check_mat_writing()
%CHECK_MAT_WRITING What Octave (or MATLAB) reads in the MAT files that .NET wrote.
% Loads written/values_v6.mat and written/values_v7.mat, which  DLPORT_WRITE_VALUES=1 dotnet test --filter WrittenValues
% makes, and writes written/values_octave.csv: one row for each array in them, with its class, size and checksum.
% The tests compare those rows with what .NET wrote, and the two files with what it writes now.
% Checksums: MD5 of the values, column by column, as doubles (int64 and uint64 as they are, text as UTF-16), imaginary
% after real parts; of sparse arrays the row numbers, column numbers and values of what is not zero.

    here = fullfile(fileparts(mfilename('fullpath')), 'written');
    [out, message] = fopen(fullfile(here, 'values_octave.csv'), 'w');
    assert(out >= 0, message);
    closer = onCleanup(@() fclose(out));
    fprintf(out, 'file,path,class,size,md5\n');
    for file = {'values_v6.mat', 'values_v7.mat'}
        s = load(fullfile(here, file{1}));
        for name = fieldnames(s)'
            put_array(out, file{1}, name{1}, s.(name{1}));
        end
    end
end

function put_array(out, file, path, value)
    sizes = sprintf('x%d', size(value));
    fprintf(out, '%s,%s,%s,%s,%s\n', file, path, class(value), sizes(2:end), checksum(value));
    if iscell(value)
        for i = 1:numel(value)
            put_array(out, file, sprintf('%s{%d}', path, i), value{i});
        end
    elseif isstruct(value)
        for i = 1:numel(value)
            for field = fieldnames(value)'
                put_array(out, file, sprintf('%s(%d).%s', path, i, field{1}), value(i).(field{1}));
            end
        end
    end
end

function sum = checksum(value)
    if iscell(value) || isstruct(value)
        sum = '';
    elseif ischar(value)
        sum = md5(utf16(value));
    elseif issparse(value)
        [i, j, v] = find(value);
        sum = md5([bytes(i), bytes(j), bytes(real(v)), imaginary(v)]);
    elseif isa(value, 'int64') || isa(value, 'uint64')
        sum = md5(bytes_of(value));
    else
        sum = md5([bytes(real(value)), imaginary(value)]);
    end
end

function units = utf16(text)
    if all(text(:) < 128)
        units = bytes_of(uint16(text));
    else
        units = unicode2native(text, 'utf-16le'); % one row; Octave holds text as UTF-8
    end
end

function b = imaginary(value)
    b = uint8([]);
    if iscomplex(value)
        b = bytes(imag(value));
    end
end

function b = bytes(value)
    value = double(full(value(:)));
    value(isnan(value)) = NaN; % the same NaN for all
    b = bytes_of(value);
end

function b = bytes_of(value)
    b = typecast(value(:)', 'uint8');
    b = b(:)';
end

function sum = md5(b)
    sum = hash('md5', char(b));
end
