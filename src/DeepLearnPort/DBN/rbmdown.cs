namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>How probable each visible unit is, given the hidden ones.</summary>
    /// <param name="rbm">A machine of n visible and h hidden units.</param>
    /// <param name="x">Hidden units, m × h, samples in rows.</param>
    /// <returns>m × n.</returns>
    /// <remarks>Draws nothing. Source: DBN/rbmdown.m.</remarks>
    /// <exception cref="ArgumentException"><c>W</c> or <c>b</c> is missing, or a shape does not fit.</exception>
    public static Mat rbmdown(Rbm rbm, [MatTakes(MatClasses.Logical)] Mat x)
    {
        RbmFields.Down(ref rbm, nameof(rbm));
        x = RbmFields.Hidden(rbm, x, nameof(rbm));
        Require.Count(x.RowCount, rbm.W.ColumnCount, "rbmdown(rbm, x)");
        var visible = Mat.Build.Dense(x.RowCount, rbm.W.ColumnCount);
        VisibleUnits(rbm, x, visible);
        return visible;
    }

    // sigm(repmat(b', m, 1) + x * W), or 1 where that is above a draw
    private static void VisibleUnits(in Rbm rbm, Mat x, Mat visible, ReadOnlySpan<double> draws = default)
    {
        int m = x.RowCount, h = rbm.W.RowCount, n = rbm.W.ColumnCount;
        Dgemm.Multiply(false, false, m, n, h, x.Values(), m, rbm.W.Values(), h, visible.Values(), m);
        Activation.Apply("sigm", m, rbm.b.Values(), visible.Values(), draws: draws);
    }
}
