using System.Diagnostics;

namespace DeepLearnPort;

/// <summary>A generator and a discriminator that are trained in turn.</summary>
public abstract class Gan
{
    private const double WorthBreaking = 0.5; // seconds

    private readonly Stopwatch _clock = new();
    private double _secondsBefore, _lastSeconds = double.PositiveInfinity;

    private protected Gan(GanOptions options, RealData data)
    {
        options.Check(data);
        (Options, Data, Stream) = (options, data, StartOf(options));
    }

    /// <summary>Draws the noise and sets up the networks.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="data">What to imitate, with labels if the settings are conditional.</param>
    /// <returns>The experiment before its first alternation.</returns>
    /// <exception cref="ArgumentException">A setting does not fit; the message names it.</exception>
    public static Gan Create(GanOptions options, RealData data)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.FreezeD ? new FrozenGan(options, data) : new ArticleGan(options, data);
    }

    /// <summary>The settings.</summary>
    public GanOptions Options { get; }

    /// <summary>What is imitated.</summary>
    public RealData Data { get; }

    /// <summary>The discriminator.</summary>
    public abstract Nn nn_D { get; }

    /// <summary>The generator; in the article's alternation the stack of generator and discriminator.</summary>
    public abstract Nn nn_G { get; }

    /// <summary>The generator as it makes samples now.</summary>
    public Generator Generator => new(nn_G, Options.Noise, Options.Conditional, Data.Pixels, ImageHeight);

    /// <summary>Alternations done.</summary>
    public int Iteration { get; private set; }

    /// <summary>Trains D, then G.</summary>
    /// <returns>Losses and outputs of this alternation.</returns>
    public Alternation Step() => Step(CancellationToken.None)!.Value;

    /// <summary>The same; null, and all as it was before, where the token is cancelled before the end.</summary>
    internal Alternation? Step(CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            return null;
        // Only an alternation that takes long is worth the copies that it is given up with.
        var back = cancel.CanBeCanceled && _lastSeconds > WorthBreaking ? Mark() : null;
        var before = _clock.Elapsed;
        _clock.Start();
        Alternation round;
        try
        {
            using (Interruption.By(back is null ? CancellationToken.None : cancel))
                round = Train();
        }
        catch (OperationCanceledException) when (back is not null && cancel.IsCancellationRequested)
        {
            back();
            return null;
        }
        finally
        {
            _clock.Stop();
        }
        _lastSeconds = (_clock.Elapsed - before).TotalSeconds;
        return round with { iteration = ++Iteration, seconds = _secondsBefore + _clock.Elapsed.TotalSeconds };
    }

    /// <summary>What G makes now of noise that is the same every time: 60 or 100 samples to look at.</summary>
    /// <returns>Samples in rows; of a conditional generator, ten of each digit, 0 first, where it has a hundred.</returns>
    public abstract Mat Samples();

    /// <summary>The output of a network in testing mode, as the article's function of this name gives it.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="x">Inputs, m × size[0], samples in rows.</param>
    /// <returns>m × size[^1].</returns>
    /// <exception cref="ArgumentException">A field of the network, or x, has another size.</exception>
    public static Mat nn_G_out(Nn nn, Mat x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Require.Network(nn);
        nn.testing = 1;
        nn = Toolbox.nnff(nn, x, Mat.Build.Dense(x.RowCount, nn.size[^1]));
        nn.testing = 0;
        return nn.a[^1];
    }

    /// <summary>The norm of the gradient that the last minibatch left in a network, over all its layers.</summary>
    /// <param name="nn">A network after <see cref="Toolbox.nnbp"/> or a training.</param>
    /// <returns>The square root of the sum of all squares in <c>dW</c>.</returns>
    /// <exception cref="ArgumentException">The network has no gradients.</exception>
    public static double GradientNorm(Nn nn)
    {
        if (nn.dW.Length == 0)
            throw new ArgumentException("nn.dW must be there: nnbp and the trainings leave it", nameof(nn));
        return Math.Sqrt(nn.dW.Select((dW, i) => SumOfSquares(Require.Dense(dW, $"nn.dW{{{i + 1}}}"))).Sum());

        static double SumOfSquares(Mat matrix) => TensorPrimitives.SumOfSquares<double>(matrix.Values());
    }

    /// <summary>How much samples differ: 0 where all are the same.</summary>
    /// <param name="samples">m×d, samples in rows.</param>
    /// <returns>The mean over the columns of their standard deviation from row to row.</returns>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public static double PixelSpread(Mat samples)
    {
        samples = Require.Dense(samples, nameof(samples));
        return samples.RowCount > 0 && samples.ColumnCount > 0
            ? PixelSpread(samples.Values(), samples.RowCount, 0, samples.RowCount, samples.ColumnCount)
            : throw new ArgumentException(
                $"samples must have rows and columns; is {samples.RowCount}×{samples.ColumnCount}", nameof(samples));
    }

    private protected RandStream Stream { get; }

    /// <summary>One alternation, without its number and time.</summary>
    private protected abstract Alternation Train();

    /// <summary>What undoes the alternation that is about to begin.</summary>
    private protected virtual Action Mark()
    {
        var stream = Stream.Save();
        return () => Stream.Load(stream);
    }

    /// <summary>Rows of pixels of an image; 0: samples are no images, or of no known form.</summary>
    internal int ImageHeight => Options.Gaussian ? 0 : Options.ImageHeight > 0 ? Options.ImageHeight : Data.ImageHeight;

    /// <summary>
    /// How G's inputs are made, and what its samples are: what <see cref="Generator.Load"/> needs beside the networks.
    /// </summary>
    internal KeyValuePair<string, MatValue> About => new("gan", MatStruct.Create(("noise", Options.Noise.ToString()),
        ("labels", Options.Conditional ? RealData.Classes : 0), ("pixels", Data.Pixels), ("height", ImageHeight)));

    /// <summary>What <see cref="Restore"/> needs beyond the settings, from which the same start is drawn again.</summary>
    internal IEnumerable<KeyValuePair<string, MatValue>> State()
    {
        var stream = Stream.Save();
        yield return About;
        yield return new("iteration", Iteration);
        yield return new("seconds", _secondsBefore + _clock.Elapsed.TotalSeconds);
        yield return new("stream_type", stream.Type);
        yield return new("stream_state", MatConvert.From(stream.State));
        foreach (var more in TrainingState())
            yield return more;
    }

    /// <summary>Continues where the state was taken.</summary>
    /// <exception cref="InvalidDataException">Something in it is not what these settings leave; the message names it.</exception>
    internal void Restore(SavedVariables state)
    {
        Iteration = state.Whole("iteration", 0, Options.Iterations);
        _secondsBefore = state.Take<double>("seconds");
        var start = Stream.Save();
        var stream = start with { State = state.Matrices("stream_state", start.State) };
        try
        {
            Stream.Load(stream);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw state.Wrong($"stream_state: {e.Message}", e);
        }
        RestoreTraining(state);
    }

    private protected abstract IEnumerable<KeyValuePair<string, MatValue>> TrainingState();

    private protected abstract void RestoreTraining(SavedVariables state);

    internal static RandStream StartOf(GanOptions options)
    {
        var stream = RandStream.ForEngine(options.Engine == RandEngine.Octave ? "octave" : "matlab");
        stream.SetState("rand", "state", [options.Seed]);
        if (options.Engine == RandEngine.Octave)
            stream.SetState("randn", "state", [options.Seed]);
        return stream;
    }

    private protected static double Mean(ReadOnlySpan<double> values) => TensorPrimitives.Sum(values) / values.Length;

    /// <summary>The same of some rows and columns of a matrix of <paramref name="ld"/> rows.</summary>
    private protected static double PixelSpread(double[] values, int ld, int firstRow, int rows, int columns)
    {
        var deviations = new double[columns];
        Loop<(double[] Values, int Step, int First, int Rows, double[] Deviations)>.Run(columns, 1 + 8192 / rows, (values, ld, firstRow, rows, deviations), static (s, from, to) =>
        {
            for (int j = from; j < to; j++)
            {
                var pixel = s.Values.AsSpan(j * s.Step + s.First, s.Rows);
                double mean = TensorPrimitives.Sum<double>(pixel) / s.Rows;
                s.Deviations[j] = Math.Sqrt(Math.Max(0, TensorPrimitives.SumOfSquares<double>(pixel) / s.Rows - mean * mean));
            }
        });
        double sum = 0;
        foreach (double deviation in deviations)
            sum += deviation;
        return sum / columns;
    }
}
