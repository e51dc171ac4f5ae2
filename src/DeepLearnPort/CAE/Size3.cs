namespace DeepLearnPort;

/// <summary>The size of a 3-D array.</summary>
internal readonly record struct Size3(int Rows, int Columns, int Pages)
{
    public static Size3 Of(Array3 x) => new(x.RowCount, x.ColumnCount, x.PageCount);

    /// <summary>The size of the full convolution of two arrays, where there is room for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not.</exception>
    public static Size3 OfConvolution(Array3 x, Array3 kernel, string name)
    {
        long h = x.RowCount - 1L + kernel.RowCount, w = x.ColumnCount - 1L + kernel.ColumnCount;
        long m = x.PageCount - 1L + kernel.PageCount;
        Require.Count(h, w, m, name);
        return new((int)h, (int)w, (int)m);
    }

    /// <summary>E.g. <c>1×28×28</c>.</summary>
    public override string ToString() => $"{Rows}×{Columns}×{Pages}";
}
