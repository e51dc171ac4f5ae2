using System.Globalization;

namespace DeepLearnPort;

/// <summary>The elements of a numeric or logical array, full or sparse, column by column, for comparing.</summary>
internal sealed class MatNumbers
{
    private readonly double[] _real;
    private readonly double[]? _imaginary;
    private readonly Int128[]? _whole; // integers and logicals: exact, where a double might not be

    private MatNumbers(MatNumeric array)
    {
        bool isFloating = array.Class is MatClass.Double or MatClass.Single;
        _whole = isFloating ? null : array.RealPart().Values<Int128>();
        _real = _whole is null ? array.RealPart().Values<double>() : Array.ConvertAll(_whole, w => (double)w);
        _imaginary = array.IsComplex ? array.ImaginaryValues<double>() : null;
    }

    private MatNumbers(MatSparse array)
    {
        _real = Full(array, array.Real.Span);
        _imaginary = array.IsComplex ? Full(array, array.Imaginary.Span) : null;
        _whole = array.IsLogical ? Array.ConvertAll(_real, x => (Int128)x) : null;
    }

    public int Count => _real.Length;

    public static MatNumbers Of(MatValue array) => array is MatSparse sparse ? new(sparse) : new((MatNumeric)array);

    /// <summary>Whether element i of another array is close enough to this one's.</summary>
    public bool Accepts(MatNumbers got, int i, double tolerance) => _whole is null
        ? Error(got, i) <= tolerance
        : _whole[i] == got._whole![i] && Imaginary(i) == got.Imaginary(i);

    /// <summary>How far element i of another array is from this one's: |got - expected| / max(1, |expected|).</summary>
    public double Error(MatNumbers got, int i) => Math.Max(Error(_real[i], got._real[i]), Error(Imaginary(i), got.Imaginary(i)));

    /// <summary>Element i with all its digits.</summary>
    public string Text(int i)
    {
        string real = _whole is null ? Text(_real[i]) : _whole[i].ToString(CultureInfo.InvariantCulture);
        return _imaginary is null ? real : $"{real}{(_imaginary[i] < 0 ? "" : "+")}{Text(_imaginary[i])}i";
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

    private double Imaginary(int i) => _imaginary?[i] ?? 0;

    private static double[] Full(MatSparse array, ReadOnlySpan<double> entries)
    {
        var full = new double[checked(array.Rows * array.Columns)];
        var rows = array.RowIndices.Span;
        var starts = array.ColumnPointers.Span;
        for (int j = 0; j < array.Columns; j++)
            for (int k = starts[j]; k < starts[j + 1]; k++)
                full[j * array.Rows + rows[k]] = entries[k];
        return full;
    }
}
