namespace DeepLearnPort;

/// <summary>A minibatch cut into parts that fit the processor's cache and go through the network side by side.</summary>
internal sealed class CnnBatch
{
    // Doubles of the largest layer of a part: half a megabyte. The cut depends on nothing else, so that sums are the same anywhere.
    private const int PartSize = 1 << 16;

    /// <summary>Samples that fill all parts at once where any number may go through; a multiple would only take more memory.</summary>
    public const int UsualSamples = 256;

    private readonly CnnPass[] _parts;

    public CnnBatch(CnnPlan plan, int samples)
    {
        Samples = samples;
        int size = Math.Clamp(PartSize / plan.LargestLayer, 1, samples);
        int parts = (samples + size - 1) / size;
        _parts = new CnnPass[parts];
        for (int i = 0; i < parts; i++)
        {
            int first = (int)((long)samples * i / parts), end = (int)((long)samples * (i + 1) / parts);
            _parts[i] = new(plan, first, end - first);
        }
        Gradients = new(plan);
    }

    /// <summary>How many samples there are.</summary>
    public int Samples { get; }

    /// <summary>Gradients after <see cref="SumParts"/>, still to be divided by the number of samples.</summary>
    public CnnParameters Gradients { get; }

    /// <summary>½·Σe² after <see cref="SumParts"/>, likewise.</summary>
    public double Loss { get; private set; }

    /// <summary>Does something with each part, several at a time.</summary>
    public void ForEachPart(Action<CnnPass> work) => WorkPool.Run(new EachPart(_parts, work), _parts.Length);

    /// <summary>Adds up what the parts' backward passes gave, in order.</summary>
    public void SumParts()
    {
        Gradients.Values.AsSpan().Clear();
        Loss = 0;
        foreach (var part in _parts)
        {
            TensorPrimitives.Add(Gradients.Values, part.Gradients.Values, Gradients.Values);
            Loss += 0.5 * TensorPrimitives.SumOfSquares<double>(part.Errors);
        }
    }

    /// <summary>Cuts any number of samples into batches and does something with each, given where it begins.</summary>
    public static void ForEachBatch(CnnPlan plan, int samples, Action<CnnBatch, int> work)
    {
        CnnBatch? batch = null;
        for (int first = 0; first < samples; first += UsualSamples)
        {
            int count = Math.Min(UsualSamples, samples - first);
            if (batch?.Samples != count)
                batch = new(plan, count);
            work(batch, first);
        }
    }

    private sealed class EachPart(CnnPass[] parts, Action<CnnPass> work) : Job
    {
        public override void Task(int task) => work(parts[task]);
    }
}
