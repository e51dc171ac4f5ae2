using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>
/// The last step of a training: a network that was saved after it still holds the minibatch, the targets, the dropout masks and
/// how far each weight moved. So the step can be repeated here and compared with what MATLAB left, without the data and without
/// MATLAB.
/// </summary>
/// <remarks>
/// <c>foreach (var result in LastStep.Check("nn.mat")) Console.WriteLine(result);</c>. What is compared: the activations, error,
/// loss and gradients (and deltas, of a <c>cnn</c>) of the last minibatch, and the weights after it.
/// </remarks>
public static class LastStep
{
    /// <summary>Repeats the last step of every network in a MAT file.</summary>
    /// <param name="path">
    /// The file. A network is a struct with the fields of <c>nnsetup</c> or <c>cnnsetup</c>, in a variable of any name, or in a
    /// cell or a struct, as the autoencoders of <c>sae</c> are.
    /// </param>
    /// <param name="tolerance">The largest accepted |got - expected| / max(1, |expected|).</param>
    /// <returns>
    /// A result for each network, called by the file's name and its place there; <see cref="CaseStatus.Skipped"/> where its
    /// fields do not hold the whole step, with the reason. A single one, <see cref="CaseStatus.Unusable"/>, when the file cannot
    /// be read or holds no network.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public static IReadOnlyList<CaseResult> Check(string path, double tolerance = RecordedCase.DefaultTolerance)
    {
        Require(tolerance);
        return Check(new RecordedCase(path), tolerance);
    }

    /// <summary>Repeats the last step of one network.</summary>
    /// <param name="network">
    /// A struct as MATLAB's <c>nn</c> or <c>cnn</c>; <c>MatConvert.From(nn)</c> for one of this library.
    /// </param>
    /// <param name="name">What to call it in places.</param>
    /// <param name="tolerance">As for a file.</param>
    /// <returns>How it came out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public static CaseResult Check(MatValue network, string name, double tolerance = RecordedCase.DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(name);
        Require(tolerance);
        if (network is MatStruct { Count: 1 } fields && TrainerOf(fields) is { } trainer)
            return Repeat(new(name, fields, trainer), name, tolerance);
        string message = $"{name} has neither nn's W and size nor cnn's layers and ffW";
        return new() { Case = name, Status = CaseStatus.Skipped, Tolerance = tolerance, Message = message };
    }

    /// <summary>As for a file, which goes by the name of the case; a file that takes longer than allowed has failed.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    internal static IReadOnlyList<CaseResult> Check(
        RecordedCase file, double tolerance, TimeSpan limit, CancellationToken cancel) =>
        OwnThread.Run(() => Check(file, tolerance), limit, out var results, cancel)
            ? results!
            : [Without(file, CaseStatus.Failed, Invariant($"timed out after {limit.TotalSeconds} s"))];

    private static IReadOnlyList<CaseResult> Check(RecordedCase file, double tolerance)
    {
        try
        {
            var networks = new List<Network>();
            foreach (var (name, variable) in MatFile.Load(file.Path))
                Find(variable, new(name), networks);
            if (networks.Count > 0)
                return [.. networks.Select(network => Repeat(network, $"{file.Name}: {network.Place}", tolerance))];
            const string looked = "holds no network: no struct with nn's W and size, and none with cnn's layers and ffW";
            return [Without(file, CaseStatus.Unusable, $"{file.Path} {looked}")];
        }
        catch (Exception e)
        {
            string message = e is OutOfMemoryException ? $"{file.Path}: there is not enough memory to read it" : e.Message;
            return [Without(file, CaseStatus.Unusable, message)];
        }
    }

    private static CaseResult Without(RecordedCase file, CaseStatus status, string message) =>
        new() { Case = file.Name, Status = status, Message = Printable.Cut(message, Printable.MostOfMessage) };

    private static CaseResult Repeat(Network network, string title, double tolerance)
    {
        var (place, fields, trainer) = network;
        CaseResult result = new() { Case = title, Function = trainer, Status = CaseStatus.Skipped, Tolerance = tolerance };
        try
        {
            var step = trainer == "nntrain" ? LastStepNn.Repeat(fields) : LastStepCnn.Repeat(fields);
            var comparison = MatComparison.Of(step.Expected, step.Got, place, tolerance);
            string since = $"{place}.a is of a pass made since the last step: it repeats with {place}.W as is";
            if (!comparison.Agrees && step.LaterPass is var (saved, now) && MatComparison.Of(saved, now, place, tolerance).Agrees)
                return result with { Message = since };
            string differ = $"{comparison.DifferenceCount} differ by more than {MatDifference.ErrorText(tolerance)}{step.Remark}";
            return result with
            {
                Status = comparison.Agrees ? CaseStatus.Passed : CaseStatus.Failed,
                Error = comparison.Error,
                Place = comparison.Place,
                Message = comparison.Agrees ? "" : differ,
                Differences = comparison.Differences,
            };
        }
        catch (OutOfMemoryException)
        {
            return result with { Status = CaseStatus.Failed, Message = "there is not enough memory to repeat the step" };
        }
        catch (Exception e)
        {
            return result with { Message = Printable.Cut(e.Message, Printable.MostOfMessage) };
        }
    }

    // The networks in a value: a struct array and a cell hold several.
    private static void Find(MatValue value, MatPlace place, List<Network> found)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (int i = 0; i < value.Count && value is MatStruct { Fields.Length: > 0 } or MatCell; i++)
            if (value is MatCell cell)
                Inside(cell[i], i);
            else if ((MatStruct)value[i] is var element && TrainerOf(element) is { } trainer)
                found.Add(new(place.Of(value, i), element, trainer));
            else
                foreach (string field in element.Fields.Distinct())
                    Inside(element[field], i, field);

        void Inside(MatValue inner, int index, string? field = null)
        {
            place.Enter(value, index, field);
            Find(inner, place, found);
            place.Leave();
        }
    }

    private static void Require(double tolerance)
    {
        if (!(tolerance >= 0))
            throw new ArgumentOutOfRangeException(
                nameof(tolerance), Invariant($"the tolerance must be 0 or more; was {tolerance}"));
    }

    private static string? TrainerOf(MatStruct fields) =>
        fields.TryGetField("layers", out var layers) && layers is MatCell && fields.Fields.Contains("ffW") ? "cnntrain"
        : fields.TryGetField("W", out var W) && W is MatCell && fields.Fields.Contains("size") ? "nntrain"
        : null;

    /// <summary>A network, where it is, and the function that trained it.</summary>
    private readonly record struct Network(string Place, MatStruct Fields, string Trainer);
}
