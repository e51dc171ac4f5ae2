namespace DeepLearnPort;

/// <content>What a pass is given, and what it leaves for the way back.</content>
internal static partial class NnFields
{
    /// <summary>For the way back: error, activations and masks of one pass, of as many samples each.</summary>
    /// <exception cref="ArgumentException">No pass has been made, or something has been put in place of what it left.</exception>
    public static void Pass(ref Nn nn, string name)
    {
        Layers(nn, name);
        Require.Name(nn.output, $"{name}.output", "sigm", "linear", "softmax");
        if (nn.n > 2)
            Require.Name(nn.activation_function, $"{name}.activation_function", "sigm", "tanh_opt", "relu", "leaky_relu");
        nn.e = Field(nn.e, $"{name}.e", CallNnff);
        int m = nn.e.RowCount, units = nn.e.ColumnCount;
        bool readsOutput = nn.output == "sigm";
        Count(nn.a.Length, readsOutput ? nn.n : nn.n - 1, $"{name}.a", CallNnff);
        if (readsOutput)
            nn.a[nn.n - 1] = Sized(nn.a[nn.n - 1], $"{name}.a{{{nn.n}}}", m, units, $"as {name}.e", CallNnff);
        if (nn.n > 2)
            Count(nn.W.Length, nn.n - 1, $"{name}.W", "");
        for (int i = nn.n - 2; i >= 1; i--)
            units = HiddenLayer(ref nn, i, m, units, name);
        nn.a[0] = Field(nn.a[0], $"{name}.a{{1}}", CallNnff);
        Require.Rows(nn.a[0], m, $"{name}.a{{1}}", $"those of {name}.e");
    }

    // Below a layer of so many units; returns its own.
    private static int HiddenLayer(ref Nn nn, int i, int m, int above, string name)
    {
        string a = $"{name}.a{{{i + 1}}}";
        nn.W[i] = Field(nn.W[i], $"{name}.W{{{i + 1}}}", "");
        string W = $"{name}.W{{{i + 1}}}", from = i == nn.n - 2 ? "e" : $"a{{{i + 2}}}";
        nn.a[i] = Sized(nn.a[i], a, m, nn.W[i].ColumnCount, $"the samples of {name}.e, the columns of {W}", CallNnff);
        if (nn.W[i].RowCount != above || nn.W[i].ColumnCount == 0)
            throw new ArgumentException($"{W} must have {above} rows, the units of {name}.{from}, and a column for the bias; "
                + $"is {Require.Size(nn.W[i])}", nameof(nn));

        int units = nn.W[i].ColumnCount - 1;
        if (nn.nonSparsityPenalty > 0)
        {
            Count(nn.p.Length, i + 1, $"{name}.p", "");
            nn.p[i] = Sized(nn.p[i], $"{name}.p{{{i + 1}}}", 1, units, $"the units of {a}", "");
        }
        if (nn.dropoutFraction > 0)
        {
            Count(nn.dropOutMask.Length, i + 1, $"{name}.dropOutMask", WithoutTesting);
            string mask = $"{name}.dropOutMask{{{i + 1}}}";
            nn.dropOutMask[i] = Sized(nn.dropOutMask[i], mask, m, units, $"the samples and units of {a}", WithoutTesting);
        }
        return units;
    }

    private const string WithoutTesting = ": call nnff with nn.testing = 0 first";

    /// <summary>Samples in rows, as wide as the first layer; dense.</summary>
    /// <param name="nn">The network, of which <see cref="Forward"/> has been asked.</param>
    /// <param name="x">What was given.</param>
    /// <param name="xName">The argument's name.</param>
    /// <param name="name">What the caller calls the network.</param>
    public static Mat Inputs(in Nn nn, Mat x, string xName, string name = "nn")
    {
        x = Require.Dense(x, xName);
        Require.Columns(x, nn.Units(0), xName, $"units of the first layer: {name}.W{{1}} is {Require.Size(nn.W[0])}");
        return x;
    }

    /// <summary>Targets of m samples in rows, as wide as the last layer; dense.</summary>
    /// <param name="nn">The network, of which <see cref="Forward"/> has been asked.</param>
    /// <param name="y">What was given.</param>
    /// <param name="m">How many samples there are.</param>
    /// <param name="yName">The argument's name.</param>
    /// <param name="xName">That of the samples.</param>
    /// <param name="name">What the caller calls the network.</param>
    public static Mat Targets(in Nn nn, Mat y, int m, string yName, string xName, string name = "nn")
    {
        y = Require.Dense(y, yName);
        int units = nn.Units(nn.n - 1);
        string W = $"{name}.W{{{nn.n - 1}}} is {Require.Size(nn.W[nn.n - 2])}";
        Require.Columns(y, units, yName, $"units of the last layer: {W}" + (y.ColumnCount == 1 ? $"; for classes {OneHot}" : ""));
        Require.Rows(y, m, yName, $"samples of {xName}");
        return y;
    }

    /// <summary>A number as targets of m samples: of a number and a matrix the difference is a matrix.</summary>
    public static Mat Expanded(in Nn nn, Mat y, int m)
    {
        if (y is not { RowCount: 1, ColumnCount: 1 })
            return y;
        int units = nn.Units(nn.n - 1);
        var values = new double[Require.Count(m, units, "nn.e")];
        values.AsSpan().Fill(y[0, 0]);
        return Mat.Build.Dense(m, units, values);
    }

    /// <summary>Labels of m samples, a 1 in the column of each one's class; dense.</summary>
    public static Mat Labels(Mat y, int m, int units, string yName, string xName)
    {
        y = Require.Dense(y, yName);
        Require.Rows(y, m, yName, $"samples of {xName}");
        if (m > 0 && units > 0 && (y.ColumnCount == 0 || y.ColumnCount == 1 && units > 1))
            throw new ArgumentException(
                $"{yName} must have a column for each of {units} classes, {OneHot}; is {Require.Size(y)}", yName);
        return y;
    }

    private const string OneHot =
        "1 in the column of each sample's class and 0 elsewhere, not the numbers of the classes in one column";

    /// <summary>
    /// For nnpredict, which makes targets of <c>nn.size(end)</c> columns, and reads <c>nn.a{end}</c>: older than its own pass
    /// when <c>nn.n</c> is lower than the number of layers, and then to be of m samples.
    /// </summary>
    public static void Prediction(ref Nn nn, string name, int? m = null)
    {
        if (nn.size.Length == 0)
            throw new ArgumentException($"{name}.size is missing", nameof(nn));
        int last = Math.Max(nn.size[^1], 0), units = nn.Units(nn.n - 1);
        if (last != units && last != 1 && units != 1)
            throw new ArgumentException(
                $"{name}.size(end) must be {units}, the rows of {name}.W{{{nn.n - 1}}}; is {nn.size[^1]}", nameof(nn));
        if (nn.a.Length <= nn.n)
            return;
        string a = $"{name}.a{{{nn.a.Length}}}";
        nn.a[^1] = Field(nn.a[^1], a, "");
        if (m is { } samples)
            Require.Rows(nn.a[^1], samples, a, $"samples, for {name}.n = {nn.n} leaves it as it was");
    }
}
