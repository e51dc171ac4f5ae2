namespace DeepLearnPort;

/// <summary>A variable of a MAT file before it is decoded, or one packed for writing; see <see cref="MatlabReader"/> and <see cref="MatlabWriter"/>.</summary>
public sealed class MatlabMatrix
{
    private readonly Func<MatValue> _read;

    internal MatlabMatrix(MatVariable variable, Func<MatValue> read) => (Variable, _read) = (variable, read);

    /// <summary>The variable's name.</summary>
    public string Name => Variable.Name;

    /// <summary>Class, size and flags.</summary>
    public MatVariable Variable { get; }

    internal MatValue Read() => _read();
}
