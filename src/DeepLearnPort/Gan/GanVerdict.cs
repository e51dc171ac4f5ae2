namespace DeepLearnPort;

/// <summary>What can be said of a training from its numbers.</summary>
internal static class GanVerdict
{
    // Of the spread of the real images: below, the samples are one picture. Samples that differ by 0.05 beside MNIST's 0.17 are.
    private const double CollapsedPart = 0.3;
    // No step brings back a network whose gradient has this norm, or whose outputs are as near as this to 0 and 1.
    private const double Vanished = 1e-9;
    private const int MostImages = 1000;
    private const string Advice = "A smaller learning rate may help.";

    public static string Of(GanRun run)
    {
        if (run.Log.Count == 0)
            return "Nothing was trained yet.";
        var last = run.Log[^1];
        if (!IsFinite(last, run.PixelSpread))
            return Diverged(run.Log);
        if (Saturated(run) is { } saturated)
            return saturated;
        if (run.Gan.Options.Gaussian)
            return GaussianFigure.Measure(run.Gan).ToString();
        double real = SpreadOf(run.Gan.Data);
        string spreads = Invariant($"the samples differ by {run.PixelSpread:F3} a pixel, the real images by {real:F3}");
        if (run.PixelSpread >= CollapsedPart * real)
            return $"{char.ToUpperInvariant(spreads[0])}{spreads[1..]}.";
        return $"The generator has collapsed: it makes one picture whatever the noise ({spreads})."
            + (run.Gan.Options.FreezeD ? "" : " That is what the article says of its experiment.");
    }

    private static bool IsFinite(in Alternation row, double spread) =>
        double.IsFinite(row.loss_d + row.loss_g + row.d_real + row.d_fake + spread);

    private static string Diverged(IReadOnlyList<Alternation> log)
    {
        var first = log.FirstOrDefault(row => !IsFinite(row, 0), log[^1]);
        return $"The training has diverged: from alternation {first.iteration} on its numbers are not finite. {Advice}";
    }

    private static string? Saturated(GanRun run)
    {
        var last = run.Log[^1];
        bool d = last.grad_d < Vanished || run.Gan.nn_D.output == "sigm" && AtAnEnd(last.d_real) && AtAnEnd(last.d_fake);
        bool g = last.grad_g < Vanished || !run.Gan.Options.Gaussian && run.Gan.Samples().Enumerate().All(AtAnEnd);
        return d || g
            ? $"{(d && g ? "D and G are" : d ? "D is" : "G is")} saturated "
                + Invariant($"(D(x) {last.d_real:G3}, D(G(z)) {last.d_fake:G3}, ")
                + Invariant($"norms of the gradients {last.grad_d:G2} and {last.grad_g:G2}): ")
                + $"at the ends of its sigmoids a network learns no more. {Advice}"
            : null;
    }

    private static bool AtAnEnd(double sigmoid) => sigmoid is < Vanished or > 1 - Vanished;

    private static double SpreadOf(RealData data)
    {
        int count = Math.Min(MostImages, data.Count);
        return Gan.PixelSpread(data.Rows([.. Enumerable.Range(1, count).Select(i => 1 + (int)((i - 1L) * data.Count / count))]));
    }
}
