using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace DeepLearnPort;

/// <summary>What stands before the data of a version 4 matrix.</summary>
/// <param name="Numbers">Reads numbers in the byte order of this matrix.</param>
/// <param name="Stored">How each number is stored.</param>
/// <param name="Kind">Full, text or sparse.</param>
/// <param name="Rows">The rows of what is stored; a sparse matrix is stored as one row an entry.</param>
/// <param name="Columns">The columns of what is stored.</param>
/// <param name="IsComplex">Whether as many imaginary parts follow the real ones.</param>
/// <param name="Name">The variable's name.</param>
internal sealed record Level4Header(NumberReader Numbers, MiType Stored, int Kind, int Rows, int Columns, bool IsComplex, string Name)
{
    public const int TextKind = 1;
    public const int SparseKind = 2;

    private const int Bytes = 20;
    private const int LittleEndianMachine = 0;
    private const int BigEndianMachine = 1;
    private const int LongestName = ushort.MaxValue;

    /// <summary>Machine, zero, number format and kind are the decimal digits of the type.</summary>
    private const int LargestType = 4999;

    private static readonly ImmutableArray<MiType> Formats =
        [MiType.Double, MiType.Single, MiType.Int32, MiType.Int16, MiType.UInt16, MiType.UInt8];

    private static readonly ImmutableArray<int> Widths = [8, 4, 4, 2, 2, 1];

    /// <summary>The bytes of the real part, and again of the imaginary one; <see cref="long.MaxValue"/> if that is too small.</summary>
    public long PartBytes { get; private init; }

    /// <summary>The numbers of the real part.</summary>
    public long Count => (long)Rows * Columns;

    /// <summary>All bytes of the data.</summary>
    public long DataBytes => PartBytes > long.MaxValue / 2 ? long.MaxValue : IsComplex ? 2 * PartBytes : PartBytes;

    /// <summary>The next part, real or imaginary.</summary>
    public T[] Part<T>()
        where T : unmanaged, INumber<T> => Numbers.Numbers<T>(Stored, PartBytes, Count);

    /// <summary>Reads a header. Only one byte order makes sense of the type.</summary>
    public static Level4Header Read(ByteSource source, MatReadOptions options, MatAllowance allowance)
    {
        var there = source.Peek(Bytes);
        source.Require(there.Length == Bytes, $"{there.Length} bytes where the {Bytes} of a version 4 matrix header are due");
        var bigEndian = BinaryPrimitives.ReadUInt32LittleEndian(there) > LargestType;
        var numbers = new NumberReader(source, bigEndian, options, allowance);
        var type = numbers.UInt32();
        source.Require(type <= LargestType, "not a MAT file: it begins neither as version 4 nor as later versions do");
        var (machine, zero, format, kind) = ((int)type / 1000, type / 100 % 10, (int)type / 10 % 10, (int)type % 10);
        source.Require(machine == (bigEndian ? BigEndianMachine : LittleEndianMachine), $"version 4 matrix in the number format of a VAX, a Cray or an unknown machine (type {type})");
        source.Require(zero == 0 && format < Formats.Length && kind <= SparseKind, $"version 4 matrix of unknown type {type}");
        var (rows, columns, imaginary, length) = (numbers.UInt32(), numbers.UInt32(), numbers.UInt32(), numbers.UInt32());
        source.Require(rows <= int.MaxValue && columns <= int.MaxValue, $"negative size {(int)rows}x{(int)columns}");
        source.Require(imaginary <= 1, $"version 4 matrix whose mark for an imaginary part is {imaginary}");
        source.Require(length > 0 && length <= source.Length - source.Position, $"name of {length} bytes where {source.Length - source.Position} follow");
        source.Require(length <= LongestName, $"a name of {length} bytes; {LongestName} are the most");
        ReadOnlySpan<byte> letters = numbers.Bytes(length); // up to the first NUL; some writers leave rubbish behind it
        var name = Encoding.Latin1.GetString(letters.IndexOf((byte)0) is >= 0 and var end ? letters[..end] : letters);
        source.Errors.Variable = name;
        var header = new Level4Header(numbers, Formats[format], kind, (int)rows, (int)columns, imaginary == 1, name)
        {
            PartBytes = (long)Math.Min((ulong)rows * columns, long.MaxValue / 8) * Widths[format],
        };
        source.Require(header.DataBytes <= source.Length - source.Position, $"matrix of {header.DataBytes} bytes where {source.Length - source.Position} follow");
        return header;
    }
}
