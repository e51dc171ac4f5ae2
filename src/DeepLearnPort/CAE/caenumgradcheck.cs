namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Compares the gradients of <see cref="caebp"/> with differences of the loss, weight by weight.</summary>
    /// <param name="cae">An autoencoder on which <see cref="caebp"/> has been called for x and y.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Targets.</param>
    /// <returns>The same autoencoder.</returns>
    /// <remarks>
    /// Accepts 1e-6 with a step of 1e-4. Draws from the ambient stream what <see cref="caeup"/> draws, for each loss.
    /// Source: CAE/caenumgradcheck.m, which shows a message and goes on, or stops in the debugger, where this throws.
    /// </remarks>
    /// <exception cref="ArgumentException">No gradients have been calculated, or a field or argument does not fit.</exception>
    /// <exception cref="InvalidOperationException">A gradient is off, or NaN; the message names the weight.</exception>
    public static Cae caenumgradcheck(Cae cae, Cell<Array3> x, Cell<Array3> y)
    {
        const double epsilon = 1e-4;
        RequireGradients(cae);
        Display.Writer.WriteLine("performing numerical gradient checking...");
        for (int i = 0; i < cae.o.Length; i++)
            Check($"c{{{i + 1}}}", cae.dc[i], change => cae with { c = Replaced(cae.c, i, cae.c[i] + change) });
        for (int a = 0; a < cae.a.Length; a++)
        {
            Check($"b{{{a + 1}}}", cae.db[a], change => cae with { b = Replaced(cae.b, a, cae.b[a] + change) });
            for (int i = 0; i < cae.o.Length; i++)
                for (int u = 0; u < cae.ok[i][a].Span.Length; u++)
                    Check($"ok{{{i + 1}}}{{{a + 1}}}({u + 1})", cae.dok[i][a].Span[u],
                        change => cae with { ok = Replaced(cae.ok, i, a, Changed(cae.ok[i][a], u, change)) });
            for (int i = 0; i < cae.i.Length; i++)
                for (int u = 0; u < cae.ik[i][a].Span.Length; u++)
                    Check($"ik{{{i + 1}}}{{{a + 1}}}({u + 1})", cae.dik[i][a].Span[u],
                        change => cae with { ik = Replaced(cae.ik, i, a, Changed(cae.ik[i][a], u, change)) });
        }
        Display.Writer.WriteLine("done");
        return cae;

        void Check(string name, double gradient, Func<double, Cae> changed)
        {
            const double er = 1e-6;
            double m = Loss(changed(-epsilon)), p = Loss(changed(epsilon));
            double d = (p - m) / (2 * epsilon);
            if (!(Math.Abs(d - gradient) <= er))
                throw new InvalidOperationException(Invariant(
                    $"numerical gradient checking failed at cae.{name}: backpropagation {gradient:R}, difference {d:R}"));
        }

        double Loss(Cae changed) => caebp(caedown(caeup(changed, x)), y).L;
    }

    private static void RequireGradients(in Cae cae)
    {
        var (maps, outputs) = (CaeFields.Maps(cae), CaeFields.Outputs(cae));
        if (cae.dok.Length == 0)
            throw new ArgumentException("cae.dok is empty: cae must come from caebp", nameof(cae));
        CaeFields.Numbers(cae.dc, "cae.dc", outputs);
        CaeFields.Numbers(cae.db, "cae.db", maps);
        CaeFields.Numbers(cae.c, "cae.c", outputs);
        CaeFields.Numbers(cae.b, "cae.b", maps);
        CaeFields.Kernels(cae.ok, "cae.ok", outputs, maps);
        CaeFields.Kernels(cae.dok, "cae.dok", outputs, maps, Size3.Of(cae.ok[0][0]));
        CaeFields.Kernels(cae.ik, "cae.ik", cae.i.Length, maps);
        CaeFields.Kernels(cae.dik, "cae.dik", cae.i.Length, maps, cae.ik.Length == 0 ? null : Size3.Of(cae.ik[0][0]));
    }

    private static Cell<Cell<T>> Replaced<T>(Cell<Cell<T>> cell, int i, int a, T value) =>
        Replaced(cell, i, Replaced(cell[i], a, value));

    private static Cell<T> Replaced<T>(Cell<T> cell, int index, T value)
    {
        cell[index] = value;
        return cell;
    }

    private static Array3 Changed(Array3 x, int index, double change) => x.With(values => values[index] += change);
}
