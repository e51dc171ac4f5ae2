using System.Globalization;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>
/// What a file that MATLAB saved says of this library: how many of its numbers were compared, and the largest difference.
/// </summary>
internal sealed class Evidence(string file)
{
    /// <summary>What users set, where it stands among what MATLAB computed.</summary>
    private static readonly string[] Settings =
    [
        "outputmaps", "kernelsize", "scale", "size", "n", "learningRate", "momentum", "scaling_learningRate", "weightPenaltyL2",
        "nonSparsityPenalty", "sparsityTarget", "inputZeroMaskedFraction", "dropoutFraction", "testing",
        "xrows", "yrows", "ymax", "ymin", "yrange", "no_change",
    ];

    private int _numbers;
    private double _error;
    private string _place = "";

    /// <summary>Compares what is here with what MATLAB left, as far as that is in the file.</summary>
    public void Add(string name, MatValue matlab, MatValue here)
    {
        var comparison = MatComparison.Of(matlab, LastStepFields.Like(matlab, here), name);
        Add(Numbers(matlab), comparison.Error, comparison.Place);
    }

    /// <summary>Repeats the last step of a network.</summary>
    public void AddLastStep(string name, MatStruct network)
    {
        var step = LastStep.Check(network, name, tolerance: 0);
        Assert.That(step.Status, Is.Not.EqualTo(CaseStatus.Skipped), step.Message);
        string[] left = ["a", "e", "L", "d", "dk", "db", "dW", "fv", "o", "od", "fvd", "dffW", "dffb"];
        int inputs = network.TryGetField("layers", out var layers) ? Numbers(layers[0]) : Numbers(network["a"][0]);
        Add(Left(network) - inputs, step.Error, step.Place);

        int Left(MatStruct fields) => fields.Fields.Sum(field =>
            left.Contains(field) ? Numbers(fields[field])
            : field == "layers" ? ((MatCell)fields[field]).Sum(layer => Left((MatStruct)layer))
            : 0);
    }

    /// <summary>A comparison made elsewhere.</summary>
    public void Add(int numbers, double error, string place)
    {
        _numbers += numbers;
        if (error > _error)
            (_error, _place) = (error, place);
    }

    /// <summary>No number is farther off than accepted, and as many were compared as the list of files says.</summary>
    public void Holds(double accepted)
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {_numbers} numbers of MATLAB, largest difference {_error:0.0e-00} {_place}"));
        Assert.Multiple(() =>
        {
            Assert.That(_error, Is.LessThanOrEqualTo(accepted), _place);
            Assert.That(_numbers, Is.EqualTo(MatlabFile.Named(file).numbers), "numbers in matlab_files.csv");
        });
    }

    private static int Numbers(MatValue value) => value switch
    {
        MatStruct { Count: 1 } fields => fields.Fields.Except(Settings).Sum(field => Numbers(fields[field])),
        MatCell cells => cells.Sum(Numbers),
        MatNumeric numbers => (int)numbers.Count,
        _ => 0,
    };
}
