using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

/// <summary>
/// Writes matrices to compressed MAT files under the names that users of MathNet.Numerics.Data.Matlab know.
/// <see cref="MatFile.Save(string, IEnumerable{KeyValuePair{string, MatValue}}, MatWriteOptions?)"/> writes what is no matrix as well.
/// </summary>
/// <remarks>
/// T is double, float, Complex or Complex32; sparse and diagonal matrices are written as sparse. Unlike there, the files load
/// everywhere, an existing file is replaced only when the new one is complete, and the caller's streams stay open.
/// </remarks>
public static class MatlabWriter
{
    /// <summary>Makes a variable of a matrix.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="matrix">The matrix, which is copied.</param>
    /// <param name="matrixName">The variable's name.</param>
    /// <returns>The variable.</returns>
    /// <exception cref="ArgumentException">MATLAB cannot use the name.</exception>
    public static MatlabMatrix Pack<T>(Matrix<T> matrix, string matrixName)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(matrixName);
        if (!MatNames.IsValid(matrixName)) throw new ArgumentException(MatNames.Requirement(matrixName, "variable"), nameof(matrixName));
        var value = MatrixConversion.FromMatrix(matrix);
        return new(MatVariable.Of(matrixName, value), () => value);
    }

    /// <summary>Writes variables to a file, which is replaced only when all of them are written.</summary>
    /// <param name="filePath">The file.</param>
    /// <param name="matrices">Variables of <see cref="Pack"/> or <see cref="MatlabReader.List(string, MatReadOptions?)"/>.</param>
    /// <exception cref="MatFileException">A variable cannot be written, or two have one name; nothing has been written.</exception>
    public static void Store(string filePath, IEnumerable<MatlabMatrix> matrices) => MatFile.Save(filePath, Values(matrices));

    /// <summary>Writes variables to a stream, which is left open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="matrices">Variables of <see cref="Pack"/> or <see cref="MatlabReader.List(string, MatReadOptions?)"/>.</param>
    /// <exception cref="MatFileException">A variable cannot be written, or two have one name; nothing has been written.</exception>
    public static void Store(Stream stream, IEnumerable<MatlabMatrix> matrices) => MatFile.Save(stream, Values(matrices));

    /// <summary>Writes one matrix to a file.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="filePath">The file, replaced when the new one is complete.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="matrixName">The variable's name.</param>
    /// <exception cref="ArgumentException">MATLAB cannot use the name.</exception>
    public static void Write<T>(string filePath, Matrix<T> matrix, string matrixName)
        where T : struct, IEquatable<T>, IFormattable => Store(filePath, [Pack(matrix, matrixName)]);

    /// <summary>Writes one matrix to a stream.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="stream">The stream, left open.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="matrixName">The variable's name.</param>
    /// <exception cref="ArgumentException">MATLAB cannot use the name.</exception>
    public static void Write<T>(Stream stream, Matrix<T> matrix, string matrixName)
        where T : struct, IEquatable<T>, IFormattable => Store(stream, [Pack(matrix, matrixName)]);

    /// <summary>Writes matrices with their names to a file.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="filePath">The file, replaced when the new one is complete.</param>
    /// <param name="matrices">The matrices.</param>
    /// <param name="names">As many names.</param>
    /// <exception cref="ArgumentException">The numbers differ, or MATLAB cannot use a name.</exception>
    public static void Write<T>(string filePath, IList<Matrix<T>> matrices, IList<string> names)
        where T : struct, IEquatable<T>, IFormattable => Store(filePath, PackAll(matrices, names));

    /// <summary>Writes matrices with their names to a stream.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="stream">The stream, left open.</param>
    /// <param name="matrices">The matrices.</param>
    /// <param name="names">As many names.</param>
    /// <exception cref="ArgumentException">The numbers differ, or MATLAB cannot use a name.</exception>
    public static void Write<T>(Stream stream, IList<Matrix<T>> matrices, IList<string> names)
        where T : struct, IEquatable<T>, IFormattable => Store(stream, PackAll(matrices, names));

    /// <summary>Writes matrices by name to a file.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="filePath">The file, replaced when the new one is complete.</param>
    /// <param name="matrices">Names and matrices, such as a dictionary.</param>
    /// <exception cref="ArgumentException">MATLAB cannot use a name.</exception>
    public static void Write<T>(string filePath, IEnumerable<KeyValuePair<string, Matrix<T>>> matrices)
        where T : struct, IEquatable<T>, IFormattable => Store(filePath, PackAll(matrices));

    /// <summary>Writes matrices by name to a stream.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="stream">The stream, left open.</param>
    /// <param name="matrices">Names and matrices, such as a dictionary.</param>
    /// <exception cref="ArgumentException">MATLAB cannot use a name.</exception>
    public static void Write<T>(Stream stream, IEnumerable<KeyValuePair<string, Matrix<T>>> matrices)
        where T : struct, IEquatable<T>, IFormattable => Store(stream, PackAll(matrices));

    private static IEnumerable<MatlabMatrix> PackAll<T>(IList<Matrix<T>> matrices, IList<string> names)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matrices);
        ArgumentNullException.ThrowIfNull(names);
        if (matrices.Count != names.Count)
            throw new ArgumentException($"{matrices.Count} matrices need as many names, but {names.Count} were given", nameof(names));
        return matrices.Select((m, i) => Pack(m, names[i]));
    }

    private static IEnumerable<KeyValuePair<string, MatValue>> Values(IEnumerable<MatlabMatrix> matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        return matrices.Select(m => m is null
            ? throw new ArgumentNullException(nameof(matrices), "a variable is null")
            : KeyValuePair.Create(m.Name, m.Read()));
    }

    private static IEnumerable<MatlabMatrix> PackAll<T>(IEnumerable<KeyValuePair<string, Matrix<T>>> matrices)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matrices);
        return matrices.Select(m => Pack(m.Value, m.Key));
    }
}
