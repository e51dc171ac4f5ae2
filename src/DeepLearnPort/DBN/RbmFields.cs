namespace DeepLearnPort;

/// <summary>
/// What a machine's functions are going to use of it, checked whole before anything is done: there, dense, of sizes that fit.
/// </summary>
internal static class RbmFields
{
    /// <summary>Up from the visible units: <c>W</c> and <c>c</c>.</summary>
    /// <param name="rbm">The machine; matrices stored otherwise become dense.</param>
    /// <param name="name">What the caller calls it, e.g. <c>dbn.rbm{2}</c>.</param>
    /// <exception cref="ArgumentException">A field is missing or does not fit; the message names it.</exception>
    public static void Up(ref Rbm rbm, string name)
    {
        rbm.W = Field(rbm.W, name, "W");
        rbm.c = Sized(rbm.c, name, "c", rbm.W.RowCount, 1, rbm);
    }

    /// <summary>Down from the hidden units: <c>W</c> and <c>b</c>.</summary>
    public static void Down(ref Rbm rbm, string name)
    {
        rbm.W = Field(rbm.W, name, "W");
        rbm.b = Sized(rbm.b, name, "b", rbm.W.ColumnCount, 1, rbm);
    }

    /// <summary>Training: both ways and the momentum, which goes on even where its factor is 0.</summary>
    public static void Training(ref Rbm rbm, string name)
    {
        Up(ref rbm, name);
        Down(ref rbm, name);
        int h = rbm.W.RowCount, n = rbm.W.ColumnCount;
        rbm.vW = Sized(rbm.vW, name, "vW", h, n, rbm);
        rbm.vb = Sized(rbm.vb, name, "vb", n, 1, rbm);
        rbm.vc = Sized(rbm.vc, name, "vc", h, 1, rbm);
    }

    /// <summary>Samples in rows, as wide as there are visible units; dense.</summary>
    public static Mat Visible(in Rbm rbm, Mat x, string name) => Units(x, rbm.W.ColumnCount, "visible units, columns", rbm, name);

    /// <summary>Samples in rows, as wide as there are hidden units; dense.</summary>
    public static Mat Hidden(in Rbm rbm, Mat x, string name) => Units(x, rbm.W.RowCount, "hidden units, rows", rbm, name);

    private static Mat Units(Mat x, int units, string what, in Rbm rbm, string name)
    {
        x = Require.Dense(x, nameof(x));
        Require.Columns(x, units, nameof(x), $"{what} of {name}.W, {Require.Size(rbm.W)}");
        return x;
    }

    private static Mat Field(Mat? matrix, string name, string field) => matrix is null
        ? throw new ArgumentException($"{name}.{field} is missing: a machine comes from dbnsetup", "rbm")
        : Require.Dense(matrix, $"{name}.{field}");

    private static Mat Sized(Mat? matrix, string name, string field, int rows, int columns, in Rbm rbm)
    {
        var dense = Field(matrix, name, field);
        return dense.RowCount == rows && dense.ColumnCount == columns ? dense
            : throw new ArgumentException($"{name}.{field} must be {rows}×{columns} to fit {name}.W, {Require.Size(rbm.W)}; "
                + $"is {Require.Size(dense)}", nameof(rbm));
    }
}
