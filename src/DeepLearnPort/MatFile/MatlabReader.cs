using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

/// <summary>
/// Reads matrices from MAT files under the names that users of MathNet.Numerics.Data.Matlab know. <see cref="MatFile"/> reads
/// what is no matrix as well, and keeps the classes.
/// </summary>
/// <remarks>
/// T is double, float, Complex or Complex32. Unlike there, the caller's streams stay open, complex variables are not cut to
/// their real part, arrays of more than two dimensions and integers that T cannot hold are errors, and v7.3, version 4 and
/// big-endian files are read. Files that MathNet.Numerics.Data.Matlab itself wrote have wrong checksums:
/// <see cref="MatReadOptions.Lenient"/> reads them.
/// </remarks>
public static class MatlabReader
{
    /// <summary>All variables of a file, not yet decoded; <see cref="Unpack{T}"/> goes back to the file.</summary>
    /// <param name="filePath">The file.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>The variables in file order.</returns>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    public static List<MatlabMatrix> List(string filePath, MatReadOptions? options = null) =>
        [.. MatFile.List(filePath, options).Select(v => new MatlabMatrix(v, () => MatFile.Load(filePath, v.Name, options)))];

    /// <summary>All variables of a stream, decoded as they come.</summary>
    /// <param name="stream">The stream, read from its present position and left open.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>The variables in order.</returns>
    /// <exception cref="MatFileException">The content is damaged, no MAT file, or beyond a limit.</exception>
    public static List<MatlabMatrix> List(Stream stream, MatReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var matrices = new List<MatlabMatrix>();
        foreach (var entry in MatFile.Entries(stream, null, options))
        {
            var value = entry.Read();
            matrices.Add(new(entry.Variable, () => value));
        }
        return matrices;
    }

    /// <summary>Decodes one variable.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="matlabMatrix">A variable of <see cref="List(string, MatReadOptions?)"/> or <see cref="MatlabWriter.Pack"/>.</param>
    /// <returns>The matrix; sparse when the variable is.</returns>
    /// <exception cref="NotSupportedException">The variable is text, a cell, a struct or another thing that is no matrix.</exception>
    /// <exception cref="InvalidCastException">The values do not fit <typeparamref name="T"/>: complex, or too large integers.</exception>
    public static Matrix<T> Unpack<T>(MatlabMatrix matlabMatrix)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matlabMatrix);
        return MatrixConversion.ToMatrix<T>(matlabMatrix.Read());
    }

    /// <summary>Reads one matrix of a file; the other variables are not read.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="filePath">The file.</param>
    /// <param name="matrixName">The variable's name; the first variable when null.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>The matrix; sparse when the variable is.</returns>
    /// <exception cref="KeyNotFoundException">There is no such variable.</exception>
    /// <exception cref="InvalidOperationException">There is no variable at all.</exception>
    /// <exception cref="NotSupportedException">The variable is no matrix.</exception>
    /// <exception cref="InvalidCastException">The values do not fit <typeparamref name="T"/>: complex, or too large integers.</exception>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    public static Matrix<T> Read<T>(string filePath, string? matrixName = null, MatReadOptions? options = null)
        where T : struct, IEquatable<T>, IFormattable =>
        MatrixConversion.ToMatrix<T>(matrixName is null ? First(filePath, options) : MatFile.Load(filePath, matrixName, options));

    /// <summary>Reads one matrix of a stream.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="stream">The stream, read from its present position and left open.</param>
    /// <param name="matrixName">The variable's name; the first variable when null.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>The matrix; sparse when the variable is.</returns>
    /// <exception cref="KeyNotFoundException">There is no such variable.</exception>
    /// <exception cref="InvalidOperationException">There is no variable at all.</exception>
    /// <exception cref="NotSupportedException">The variable is no matrix.</exception>
    /// <exception cref="InvalidCastException">The values do not fit <typeparamref name="T"/>: complex, or too large integers.</exception>
    /// <exception cref="MatFileException">The content is damaged, no MAT file, or beyond a limit.</exception>
    public static Matrix<T> Read<T>(Stream stream, string? matrixName = null, MatReadOptions? options = null)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(stream);
        return MatrixConversion.ToMatrix<T>(matrixName is null
            ? First(stream, null, options)
            : MatFile.Load(stream, matrixName, options));
    }

    /// <summary>Reads several matrices of a file.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="filePath">The file.</param>
    /// <param name="matrixNames">The names wanted, of which the file may lack some; all matrices when none are given, without what is no matrix.</param>
    /// <returns>Matrices by name.</returns>
    /// <exception cref="NotSupportedException">A variable asked for by name is no matrix.</exception>
    /// <exception cref="InvalidCastException">The values of a variable do not fit <typeparamref name="T"/>: complex, or too large integers.</exception>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    public static Dictionary<string, Matrix<T>> ReadAll<T>(string filePath, params string[] matrixNames)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matrixNames);
        using var stream = MatFile.Open(filePath);
        return ReadAll<T>(MatFile.Entries(stream, filePath, null), matrixNames);
    }

    /// <summary>Reads several matrices of a stream.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="stream">The stream, read from its present position and left open.</param>
    /// <param name="matrixNames">The names wanted, of which the stream may lack some; all matrices when none are given, without what is no matrix.</param>
    /// <returns>Matrices by name.</returns>
    /// <exception cref="NotSupportedException">A variable asked for by name is no matrix.</exception>
    /// <exception cref="InvalidCastException">The values of a variable do not fit <typeparamref name="T"/>: complex, or too large integers.</exception>
    /// <exception cref="MatFileException">The content is damaged, no MAT file, or beyond a limit.</exception>
    public static Dictionary<string, Matrix<T>> ReadAll<T>(Stream stream, params string[] matrixNames)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(matrixNames);
        return ReadAll<T>(MatFile.Entries(stream, null, null), matrixNames);
    }

    private static Dictionary<string, Matrix<T>> ReadAll<T>(IEnumerable<MatEntry> entries, string[] names)
        where T : struct, IEquatable<T>, IFormattable
    {
        var matrices = new Dictionary<string, Matrix<T>>();
        foreach (var entry in entries)
        {
            var wanted = names.Length == 0 ? entry.Variable.IsMatrix : names.Contains(entry.Variable.Name);
            if (wanted) matrices[entry.Variable.Name] = MatrixConversion.ToMatrix<T>(entry.Read());
        }
        return matrices;
    }

    private static MatValue First(string file, MatReadOptions? options)
    {
        using var stream = MatFile.Open(file);
        return First(stream, file, options);
    }

    private static MatValue First(Stream stream, string? file, MatReadOptions? options)
    {
        foreach (var entry in MatFile.Entries(stream, file, options)) return entry.Read();
        throw new InvalidOperationException($"{file ?? "the stream"} has no variable");
    }
}
