using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>The last step of trainings that MATLAB made, from what the saved networks hold, and what else is one call.</summary>
public class OneStepTests
{
    [TestCase("charmodel.mat")]
    [TestCase("trained_NN.mat")]
    [TestCase("one-step/sudoku20.mat")]
    [TestCase("one-step/upccv-cnnmodel.mat")]
    [TestCase("more/sudoku100.mat")]
    [TestCase("more/captcha-cnn-2016.mat")]
    [TestCase("more/captcha-cnn-2017.mat")]
    [TestCase("more/neural-synthesis-NN.mat")]
    public void LastStep_NetworkThatMatlabSaved_IsRepeated(string file)
    {
        var results = LastStep.Check(MatlabFile.Find(file), 1e-12);

        TestContext.Out.WriteLine(string.Join('\n', results));
        Assert.That(results, Has.Count.EqualTo(1));
        Assert.That(results[0].Status, Is.EqualTo(CaseStatus.Passed), results[0].Report());
    }

    [TestCase("more/captcha-cnn-2016.mat")]
    [TestCase("more/captcha-cnn-2017.mat")]
    [TestCase("more/sudoku100.mat")]
    public void LastStep_OfTrainingsThatCannotBeRepeatedHere_IsHeld(string file)
    {
        var evidence = new Evidence(file);
        evidence.AddLastStep("cnn", (MatStruct)MatlabFile.Load(file, "cnn"));
        evidence.Holds(accepted: 1e-13);
    }

    /// <summary>A network of deep belief, unfolded and trained; the file has the parts of it that the step needs.</summary>
    [Test]
    public void LastStep_NetworkUnfoldedFromADbn_IsRepeated()
    {
        const string file = "one-step/upstream-nn.mat";
        var parts = MatFile.Load(MatlabFile.Find(file)).ToDictionary(v => v.Key, v => v.Value.AsMatrix());
        var before = nnsetup([784, 100, 100, 10], new MatlabStream());
        (before.activation_function, before.output) = ("sigm", "softmax");
        for (int i = 1; i <= 3; i++)
            before.W[i - 1] = parts[$"W{i}"] + parts[$"v{i}"];

        var passed = nnff(before, rdivide(parts["x"], 255), parts["e"] + parts["a4"]);

        var evidence = new Evidence(file);
        evidence.Add("a{2}", parts["a2"], passed.a[1]);
        evidence.Add("a{3}", parts["a3"], passed.a[2]);
        evidence.Add("a{4}", parts["a4"], passed.a[3]);
        evidence.Add("e", parts["e"], passed.e);
        evidence.Add("L", parts["L"], passed.L);
        evidence.Holds(accepted: 1e-12);
    }

    [Test]
    public void Mapminmax_SettingsThatMatlabMade_AreTheSameBitForBit()
    {
        const string file = "one-step/mapminmax-settings.mat";
        var made = mapminmax(MatlabFile.Load(file, "train_data").AsMatrix()).PS;

        var evidence = new Evidence(file);
        evidence.Add("P", MatlabFile.Load(file, "P"), MatConvert.From(made));
        evidence.Holds(accepted: 0);
    }
}
