namespace DeepLearnPort;

/// <summary>
/// What reading may still take of memory: of the limit for one variable, and of that for the whole file. Counts what .NET's
/// objects take around the numbers too, without which a cell of single numbers would hold many times what it seems to.
/// </summary>
/// <param name="errors">Names file and variable in messages.</param>
/// <param name="limits">The limits.</param>
/// <param name="keeps">Whether the values are kept when the next variable is read, so that they add up.</param>
internal sealed class MatAllowance(MatErrors errors, MatReadOptions limits, bool keeps)
{
    /// <summary>The most letters that a .NET string can have.</summary>
    public const int MostLetters = 0x3FFFFFDF;

    /// <summary>What an object, an array or a string takes besides its content.</summary>
    public const int ObjectBytes = 32;

    // A value: its own fields, and what refers to it.
    private const int ValueBytes = 72;
    // What is kept of a variable's header in a list.
    private const int HeaderBytes = 256;

    private long _fileLeft = limits.MaxFileBytes;
    private long _variableLeft = limits.MaxVariableBytes;
    private long _taken;

    /// <summary>Forgets what the variable before has taken of the limit for one, and if it is not kept, of the other.</summary>
    public void BeginVariable()
    {
        _variableLeft = limits.MaxVariableBytes;
        if (!keeps)
            _fileLeft += _taken;
        _taken = 0;
    }

    /// <summary>Counts the head of a variable, which a list of them keeps.</summary>
    public void Header(int letters, int dimensions)
    {
        long bytes = HeaderBytes + sizeof(char) * (long)letters + sizeof(int) * (long)dimensions;
        RequireLeft(bytes, 1);
        _fileLeft -= bytes;
    }

    /// <summary>Counts a value as such.</summary>
    /// <param name="dimensions">How many numbers its size has.</param>
    public void Value(int dimensions) => Take(1, ValueBytes + (dimensions > 2 ? ObjectBytes + sizeof(int) * dimensions : 0));

    /// <summary>Counts an array.</summary>
    /// <param name="count">Its elements.</param>
    /// <param name="bytesEach">What each takes.</param>
    public void Array(long count, int bytesEach)
    {
        errors.Require(count <= System.Array.MaxLength, $"an array of {count} elements, more than .NET's arrays hold");
        Take(count, bytesEach);
        Take(1, ObjectBytes);
    }

    /// <summary>Counts a text.</summary>
    /// <param name="letters">Its UTF-16 code units, at most.</param>
    public void Text(long letters)
    {
        errors.Require(letters <= MostLetters, $"a text of {letters} letters; {MostLetters} are the most");
        Array(letters, sizeof(char));
    }

    /// <summary>
    /// Counts the rows of a char matrix as <see cref="MatChar.AsStrings"/> gives them: rows without letters take nothing in the
    /// file.
    /// </summary>
    public void TakeRows(ReadOnlySpan<int> dimensions)
    {
        if (dimensions is [> 1 and var rows, _])
            Take(rows, ObjectBytes + IntPtr.Size);
    }

    /// <summary>Counts what is made of bytes: objects, or an array that only a view of the value makes.</summary>
    /// <param name="count">How many.</param>
    /// <param name="bytesEach">What each takes.</param>
    public void Take(long count, int bytesEach)
    {
        RequireLeft(count, bytesEach);
        _variableLeft -= count * bytesEach;
        _fileLeft -= count * bytesEach;
        _taken += count * bytesEach;
    }

    /// <summary>Checks that there is room for what is needed for a moment only.</summary>
    public void RequireRoom(long bytes) => RequireLeft(bytes, 1);

    private void RequireLeft(long count, int bytesEach)
    {
        const string options = nameof(MatReadOptions);
        errors.Require(count <= _variableLeft / bytesEach,
            $"{count} elements of {bytesEach} bytes go beyond {options}.{nameof(limits.MaxVariableBytes)}, {limits.MaxVariableBytes} bytes");
        errors.Require(count <= _fileLeft / bytesEach,
            $"{count} elements of {bytesEach} bytes go beyond {options}.{nameof(limits.MaxFileBytes)}, {limits.MaxFileBytes} bytes, "
            + $"for all variables together; one at a time may be read");
    }
}
