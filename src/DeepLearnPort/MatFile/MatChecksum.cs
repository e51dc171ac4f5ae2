using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DeepLearnPort;

/// <summary>Checksums of array values by the rules of <see cref="MatArrayInfo"/>.</summary>
internal static class MatChecksum
{
    private const int Chunk = 4096;

    /// <summary>The MD5 in lower-case hexadecimal; null for what holds other arrays or nothing known.</summary>
    public static string? Of(MatValue value)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        switch (value)
        {
            case MatNumeric numeric:
                Append(hash, numeric.Class, numeric.RealBytes);
                if (numeric.Class is not (MatClass.Int64 or MatClass.UInt64)) Append(hash, numeric.Class, numeric.ImaginaryBytes);
                break;
            case MatChar text:
                hash.AppendData(MemoryMarshal.AsBytes(text.Units.AsSpan()));
                break;
            case MatSparse sparse:
                Append(hash, sparse);
                break;
            default:
                return null;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, MatClass matClass, ReadOnlySpan<byte> values)
    {
        switch (matClass)
        {
            case MatClass.Double: Append<double>(hash, values); break;
            case MatClass.Single: Append<float>(hash, values); break;
            case MatClass.Int8: Append<sbyte>(hash, values); break;
            case MatClass.Int16: Append<short>(hash, values); break;
            case MatClass.UInt16: Append<ushort>(hash, values); break;
            case MatClass.Int32: Append<int>(hash, values); break;
            case MatClass.UInt32: Append<uint>(hash, values); break;
            case MatClass.Int64 or MatClass.UInt64: hash.AppendData(values); break;
            default: Append<byte>(hash, values); break;
        }
    }

    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<byte> bytes)
        where T : unmanaged, INumber<T>
    {
        Span<double> doubles = stackalloc double[Chunk];
        for (var values = MemoryMarshal.Cast<byte, T>(bytes); !values.IsEmpty; values = values[Math.Min(Chunk, values.Length)..])
        {
            var chunk = doubles[..Math.Min(Chunk, values.Length)];
            TensorPrimitives.ConvertTruncating(values[..chunk.Length], chunk);
            foreach (ref var value in chunk)
            {
                if (double.IsNaN(value)) value = BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);
            }
            hash.AppendData(MemoryMarshal.AsBytes(chunk));
        }
    }

    /// <summary>
    /// Rows, columns and values one after the other, of the entries that are not zero: gone through once for each, as lists of
    /// them would take several times the matrix.
    /// </summary>
    private static void Append(IncrementalHash hash, MatSparse sparse)
    {
        AppendEntries(hash, sparse, static (s, _, k) => s.RowIndices.Span[k] + 1);
        AppendEntries(hash, sparse, static (_, c, _) => c + 1);
        AppendEntries(hash, sparse, static (s, _, k) => s.Real.Span[k]);
        if (sparse.IsComplex) AppendEntries(hash, sparse, static (s, _, k) => s.Imaginary.Span[k]);
    }

    private static void AppendEntries(IncrementalHash hash, MatSparse sparse, Func<MatSparse, int, int, double> number)
    {
        var numbers = new double[Chunk];
        var filled = 0;
        for (var c = 0; c < sparse.Columns; c++)
        {
            for (var k = sparse.ColumnPointers.Span[c]; k < sparse.ColumnPointers.Span[c + 1]; k++)
            {
                if (sparse.Real.Span[k] == 0 && (!sparse.IsComplex || sparse.Imaginary.Span[k] == 0)) continue;
                numbers[filled++] = number(sparse, c, k);
                if (filled == Chunk) Flush();
            }
        }
        Flush();

        void Flush()
        {
            Append(hash, MatClass.Double, MemoryMarshal.AsBytes(numbers.AsSpan(0, filled)));
            filled = 0;
        }
    }
}
