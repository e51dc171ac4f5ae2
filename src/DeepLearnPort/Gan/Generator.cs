namespace DeepLearnPort;

/// <summary>A trained generator with what it needs to make samples: the noise it was trained on, and whether it is told the digit.</summary>
public sealed class Generator
{
    private readonly Nn _nn;

    /// <summary>Takes the generator out of a network.</summary>
    /// <param name="nn">G, or the article's stack of G and D.</param>
    /// <param name="noise">The noise that G was trained on.</param>
    /// <param name="conditional">Whether the last ten inputs are the label.</param>
    /// <param name="pixels">Numbers in a sample.</param>
    /// <exception cref="ArgumentException">No layer of the network has that many units.</exception>
    public Generator(Nn nn, GanNoise noise, bool conditional, int pixels)
    {
        int last = Enumerable.Range(1, nn.n - 1).LastOrDefault(i => nn.size[i] == pixels);
        NoiseSize = nn.size[0] - (conditional ? RealData.Classes : 0);
        if (last == 0 || NoiseSize < 1)
            throw new ArgumentException($"nn must have a layer of {pixels} units after its inputs; has [{string.Join(' ', nn.size)}]");
        (Noise, IsConditional) = (noise, conditional);
        _nn = View(nn, last);
    }

    /// <summary>Inputs without the label.</summary>
    public int NoiseSize { get; }

    /// <summary>What the inputs are drawn from.</summary>
    public GanNoise Noise { get; }

    /// <summary>Whether a digit can be asked for.</summary>
    public bool IsConditional { get; }

    /// <summary>Numbers in a sample.</summary>
    public int Pixels => _nn.size[^1];

    /// <summary>The network from noise to samples.</summary>
    public Nn nn => _nn;

    /// <summary>Reads the generator that a run left.</summary>
    /// <param name="path">The run's <c>networks.mat</c>, or the <c>checkpoint.mat</c> of one that is not at its end.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="MatFileException">The file or a variable in it cannot be read.</exception>
    public static Generator Load(string path)
    {
        var file = MatFile.Load(path);
        foreach (string name in (ReadOnlySpan<string>)["nn_G", "nn_D"])
            if (!file.ContainsKey(name))
                throw new ArgumentException($"{path} has no variable {name}: it is not the networks.mat of dlport gan");
        var nn_G = MatConvert.To<Nn>(file["nn_G"]);
        int inputs = MatConvert.To<Nn>(file["nn_D"]).size[0];
        if (file.TryGetValue("gan", out var gan))
            return new(nn_G, Enum.Parse<GanNoise>(gan["noise"].AsString()), gan["labels"].AsDouble() > 0, (int)gan["pixels"].AsDouble());
        // Saved by the article's scripts: D sees pixels, or pixels and the label.
        bool conditional = !nn_G.size.Skip(1).Contains(inputs);
        return new(nn_G, GanNoise.Mapped, conditional, conditional ? inputs - RealData.Classes : inputs);
    }

    /// <summary>Makes samples from new noise.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stream">Where the noise is drawn from.</param>
    /// <param name="digits">The digit asked for in each, if the generator is conditional; empty: 0 to 9 in turn.</param>
    /// <returns>count × pixels.</returns>
    public Mat Sample(int count, RandStream stream, ReadOnlySpan<int> digits = default)
    {
        var z = Draw(Noise, count, NoiseSize, stream);
        if (IsConditional)
            z = z.Append(RealData.OneHot(digits.IsEmpty ? [.. Enumerable.Range(0, count).Select(i => i % RealData.Classes)] : digits));
        return Gan.nn_G_out(_nn, z);
    }

    /// <summary>Draws noise.</summary>
    /// <param name="noise">What from.</param>
    /// <param name="rows">Rows, one a sample.</param>
    /// <param name="columns">Inputs of the generator.</param>
    /// <param name="stream">Where from.</param>
    /// <returns>rows × columns.</returns>
    public static Mat Draw(GanNoise noise, int rows, int columns, RandStream stream)
    {
        var z = Mat.Build.Dense(rows, columns);
        if (noise == GanNoise.Uniform)
        {
            stream.Rand(z.Values());
            double width = 2 * Math.Sqrt(3);
            foreach (ref double value in z.Values().AsSpan())
                value = width * (value - 0.5);
            return z;
        }
        stream.Randn(z.Values());
        return noise == GanNoise.Mapped ? Toolbox.mapminmax(z, 0, 1).Y : z;
    }

    // The first layers of the stack; the article's view drops no units.
    private static Nn View(Nn nn, int last)
    {
        nn.size = [.. nn.size.Take(last + 1)];
        nn.W = [.. nn.W.Take(last)];
        nn.vW = [.. nn.vW.Take(last)];
        nn.n = last + 1;
        nn.dropoutFraction = 0;
        (nn.a, nn.dW, nn.dropOutMask) = (default, default, default);
        return nn;
    }
}
