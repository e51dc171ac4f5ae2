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
    /// <param name="height">Rows of pixels in it; 0: it is square, if it is an image.</param>
    /// <exception cref="ArgumentException">
    /// A field of the network has another size, or no layer of it has that many units.
    /// </exception>
    public Generator(Nn nn, GanNoise noise, bool conditional, int pixels, int height = 0)
    {
        NetworkCheck.RequireComplete(nn, nameof(nn));
        if (!Enum.IsDefined(noise))
            throw new ArgumentException(
                $"noise must be one of {string.Join(", ", Enum.GetNames<GanNoise>())}; was {noise:D}", nameof(noise));
        int last = Enumerable.Range(1, nn.n - 1).LastOrDefault(i => nn.size[i] == pixels);
        NoiseSize = nn.size[0] - (conditional ? RealData.Classes : 0);
        if (last == 0 || NoiseSize < 1)
            throw new ArgumentException(
                $"nn must have a layer of {pixels} units after its inputs; has [{string.Join(' ', nn.size)}]");
        if (height < 0 || height > 0 && pixels % height != 0)
            throw new ArgumentException($"height must divide the {pixels} pixels of an image; was {height}", nameof(height));
        (Noise, IsConditional, Height) = (noise, conditional, height > 0 ? height : ImageGrid.SideOf(pixels));
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

    /// <summary>Rows of pixels in a sample; 0: nothing says how many, and it is no square.</summary>
    public int Height { get; }

    /// <summary>The network from noise to samples.</summary>
    public Nn nn => _nn;

    /// <summary>Reads the generator that a run left.</summary>
    /// <param name="path">The run's <c>networks.mat</c>, or the <c>checkpoint.mat</c> of one that is not at its end.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="MatFileException">The file or a variable in it cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// A variable is not what a run leaves; the message names it, and the field in it.
    /// </exception>
    /// <exception cref="ArgumentException">The file is none that a run leaves.</exception>
    public static Generator Load(string path)
    {
        var file = new SavedVariables(path, MatFile.Load(path));
        foreach (string name in (ReadOnlySpan<string>)["nn_G", "nn_D"])
            if (!file.Has(name))
                throw new ArgumentException($"{path} has no variable {name}: it is not the networks.mat of dlport gan");
        Nn nn_G = file.Network("nn_G"), nn_D = file.Network("nn_D");
        if (!file.Has("gan")) // saved by the article's scripts: D sees pixels, or pixels and the label
        {
            int inputs = nn_D.size[0];
            bool conditional = !nn_G.size.Skip(1).Contains(inputs);
            return Checked(file, () => new(nn_G, GanNoise.Mapped, conditional, conditional ? inputs - RealData.Classes : inputs));
        }
        var gan = file.Struct("gan");
        string[] noises = Enum.GetNames<GanNoise>();
        string noise = gan.Take<string>("noise");
        if (!noises.Contains(noise))
            throw gan.Wrong($"noise must be one of {string.Join(", ", noises)}; is {noise}");
        int labels = gan.Whole("labels", 0, RealData.Classes), pixels = gan.Whole("pixels", 1, int.MaxValue);
        if (labels is not (0 or RealData.Classes))
            throw gan.Wrong($"labels must be 0 or {RealData.Classes}; is {labels}");
        int height = gan.Has("height") ? gan.Whole("height", 0, pixels) : 0;
        return Checked(file, () => new(nn_G, Enum.Parse<GanNoise>(noise), labels > 0, pixels, height));
    }

    /// <summary>Makes samples from new noise.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stream">Where the noise is drawn from.</param>
    /// <param name="digits">The digit asked for in each, if the generator is conditional; empty: 0 to 9 in turn.</param>
    /// <returns>count × pixels.</returns>
    /// <exception cref="ArgumentException">There are not as many digits as samples, or one is none.</exception>
    public Mat Sample(int count, RandStream stream, ReadOnlySpan<int> digits = default)
    {
        Require.Count(count, Math.Max(NoiseSize, Pixels), nameof(count));
        if (!digits.IsEmpty && (!IsConditional || digits.Length != count))
            throw new ArgumentException(
                $"digits must be left out, or of a conditional generator be one for each of {count} samples; are {digits.Length}",
                nameof(digits));
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
    /// <exception cref="ArgumentException">There can be no such matrix.</exception>
    public static Mat Draw(GanNoise noise, int rows, int columns, RandStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Require.Count(rows, columns, "noise");
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

    // The first layers of the stack; the article's view drops no units, and its sparsity does nothing to the samples.
    private static Nn View(Nn nn, int last)
    {
        nn.size = [.. nn.size.Take(last + 1)];
        nn.W = [.. nn.W.Take(last)];
        nn.vW = [.. nn.vW.Take(last)];
        nn.p = [.. nn.p.Take(last + 1)];
        nn.n = last + 1;
        (nn.dropoutFraction, nn.nonSparsityPenalty, nn.inputZeroMaskedFraction) = (0, 0, 0);
        (nn.a, nn.dW, nn.dropOutMask, nn.e) = (default, default, default, null!);
        return nn;
    }

    private static Generator Checked(SavedVariables file, Func<Generator> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw file.Wrong(e.Message, e);
        }
    }
}
