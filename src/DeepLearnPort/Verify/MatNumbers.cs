using System.Globalization;
using System.Numerics;

namespace DeepLearnPort;

/// <summary>One number of an array, and how far another is from it.</summary>
/// <param name="Real">Its real part.</param>
/// <param name="Imaginary">Its imaginary part, 0 of a real array.</param>
/// <param name="Whole">An integer or a truth value: exact, where a double might not be.</param>
internal readonly record struct MatNumber(double Real, double Imaginary, Int128 Whole)
{
    /// <summary>|got - expected| / max(1, |expected|); infinite where no number says how far apart they are.</summary>
    public double Error(MatNumber got) => Math.Max(Error(Real, got.Real), Error(Imaginary, got.Imaginary));

    /// <summary>All digits.</summary>
    /// <param name="isWhole">Whether it is of an integer class or a truth value.</param>
    /// <param name="isComplex">Whether its array has imaginary parts.</param>
    public string Text(bool isWhole, bool isComplex)
    {
        string real = isWhole ? Whole.ToString(CultureInfo.InvariantCulture) : Text(Real);
        return isComplex ? $"{real}{(Imaginary < 0 ? "" : "+")}{Text(Imaginary)}i" : real;
    }

    private static string Text(double x) =>
        double.IsInfinity(x) ? x > 0 ? "Inf" : "-Inf" : x.ToString("R", CultureInfo.InvariantCulture);

    private static double Error(double expected, double got)
    {
        if (expected == got || double.IsNaN(expected) && double.IsNaN(got))
            return 0;
        double error = Math.Abs(got - expected) / Math.Max(1, Math.Abs(expected));
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }
}

/// <summary>
/// The numbers of an array from the first to the last, full or sparse, of which a sparse one gives only those it has stored.
/// </summary>
internal abstract class MatNumbers
{
    /// <summary>
    /// Where the present number stands in MATLAB's linear order, from 0; behind all others once there is none left.
    /// </summary>
    public long Position { get; protected set; } = -1;

    /// <summary>The present number.</summary>
    public MatNumber Current { get; protected set; }

    /// <summary>Goes to the next number.</summary>
    public abstract void Next();

    /// <summary>The numbers of an array, before the first.</summary>
    public static MatNumbers Of(MatValue array) => array switch
    {
        MatSparse sparse => new Stored(sparse),
        MatNumeric<double> full => new All<double>(full),
        MatNumeric<float> full => new All<float>(full),
        MatNumeric<sbyte> full => new All<sbyte>(full),
        MatNumeric<byte> full => new All<byte>(full),
        MatNumeric<short> full => new All<short>(full),
        MatNumeric<ushort> full => new All<ushort>(full),
        MatNumeric<int> full => new All<int>(full),
        MatNumeric<uint> full => new All<uint>(full),
        MatNumeric<long> full => new All<long>(full),
        _ => new All<ulong>((MatNumeric<ulong>)array),
    };

    private sealed class All<T>(MatNumeric<T> array) : MatNumbers
        where T : unmanaged, INumber<T>
    {
        private static readonly bool IsWhole = NumericTypes.IsInteger<T>();

        public override void Next()
        {
            if (++Position >= array.Real.Length)
            {
                Position = long.MaxValue;
                return;
            }
            var real = array.Real.Span[(int)Position];
            var imaginary = array.IsComplex ? array.Imaginary.Span[(int)Position] : T.Zero;
            var whole = IsWhole ? Int128.CreateTruncating(real) : 0;
            Current = new(double.CreateTruncating(real), double.CreateTruncating(imaginary), whole);
        }
    }

    private sealed class Stored(MatSparse array) : MatNumbers
    {
        private int _entry = -1, _column;

        public override void Next()
        {
            if (++_entry >= array.Real.Length)
            {
                Position = long.MaxValue;
                return;
            }
            while (array.ColumnPointers.Span[_column + 1] <= _entry)
                _column++;
            Position = (long)_column * array.Rows + array.RowIndices.Span[_entry];
            double real = array.Real.Span[_entry];
            Current = new(real, array.IsComplex ? array.Imaginary.Span[_entry] : 0, array.IsLogical ? (Int128)real : 0);
        }
    }
}
