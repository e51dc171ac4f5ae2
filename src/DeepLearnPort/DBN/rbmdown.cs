namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>How probable each visible unit is, given the hidden ones.</summary>
    /// <param name="rbm">A machine of n visible and h hidden units.</param>
    /// <param name="x">Hidden units, m × h, samples in rows.</param>
    /// <returns>m × n.</returns>
    /// <remarks>Draws nothing. Source: DBN/rbmdown.m.</remarks>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static Mat rbmdown(Rbm rbm, Mat x)
    {
        Require.Machine(rbm);
        Require.Columns(x, rbm.W.RowCount, nameof(x), "hidden units");
        var visible = Mat.Build.Dense(x.RowCount, rbm.W.ColumnCount);
        VisibleUnits(rbm, x, visible);
        return visible;
    }

    // sigm(repmat(b', m, 1) + x * W)
    private static void VisibleUnits(in Rbm rbm, Mat x, Mat visible)
    {
        int m = x.RowCount, h = rbm.W.RowCount;
        var units = visible.Values();
        Passes.RepeatRow(rbm.b.Values(), m, units);
        Dgemm.Multiply(false, false, m, rbm.W.ColumnCount, h, x.Values(), m, rbm.W.Values(), h, units, m, accumulate: true);
        Elementwise.Sigmoid(units, units);
    }
}
