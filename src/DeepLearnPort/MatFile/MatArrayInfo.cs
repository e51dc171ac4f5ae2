namespace DeepLearnPort;

/// <summary>One array of a MAT file, a variable or something within one, with a checksum that does not depend on how it is stored.</summary>
/// <param name="Path">The array in MATLAB's notation, counted from 1: <c>nn.W{2}</c> is <c>nn(1).W{2}</c> here, as struct elements are always numbered.</param>
/// <param name="Class">The class name.</param>
/// <param name="Size">The size, as in <c>2x3</c>; empty where the file does not say.</param>
/// <param name="Md5">
/// The MD5 of the values, column by column: numbers as little-endian doubles (NaN always the same one), imaginary after real
/// parts; of int64 and uint64 the real part, as it is; logical as 0.0 and 1.0; of sparse arrays, for all entries that are not zero, row
/// numbers from 1, column numbers and values, each as doubles; char as UTF-16 code units. Null for cells, structs and objects.
/// </param>
/// <param name="TreeMd5">Of a cell or struct, the MD5 of one line <c>class|size|md5</c> for every array below it, depth first; else null.</param>
public sealed record MatArrayInfo(string Path, string Class, string Size, string? Md5, string? TreeMd5);
