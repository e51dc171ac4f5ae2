namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>How probable each hidden unit is, given the visible ones.</summary>
    /// <param name="rbm">A machine of n visible and h hidden units.</param>
    /// <param name="x">Visible units, m × n, samples in rows.</param>
    /// <returns>m × h.</returns>
    /// <remarks>Draws nothing. Source: DBN/rbmup.m.</remarks>
    /// <exception cref="ArgumentException"><c>W</c> or <c>c</c> is missing, or a shape does not fit.</exception>
    public static Mat rbmup(Rbm rbm, [MatTakes(MatClasses.Logical)] Mat x)
    {
        RbmFields.Up(ref rbm, nameof(rbm));
        return Up(rbm, RbmFields.Visible(rbm, x, nameof(rbm)));
    }

    private static Mat Up(in Rbm rbm, Mat x)
    {
        Require.Count(x.RowCount, rbm.W.RowCount, "rbmup(rbm, x)");
        var hidden = Mat.Build.Dense(x.RowCount, rbm.W.RowCount);
        HiddenUnits(rbm, x, hidden);
        return hidden;
    }

    // sigm(repmat(c', m, 1) + x * W'), or 1 where that is above a draw
    private static void HiddenUnits(in Rbm rbm, Mat x, Mat hidden, ReadOnlySpan<double> draws = default)
    {
        int m = x.RowCount, h = rbm.W.RowCount;
        Dgemm.Multiply(false, true, m, h, x.ColumnCount, x.Values(), m, rbm.W.Values(), h, hidden.Values(), m);
        Activation.Apply("sigm", m, rbm.c.Values(), hidden.Values(), draws: draws);
    }
}
