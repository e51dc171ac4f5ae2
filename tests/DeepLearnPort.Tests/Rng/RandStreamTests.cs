using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class RandStreamTests
{
    [Test]
    public void Use_Nested_RestoresWhatWasAmbient()
    {
        RandStream before = RandStream.Global, outer = new OctaveStream(1), inner = new OctaveStream(2);
        using (RandStream.Use(outer))
        {
            using (RandStream.Use(inner))
                Assert.That(RandStream.Global, Is.SameAs(inner));
            Assert.That(RandStream.Global, Is.SameAs(outer));
        }
        Assert.That(RandStream.Global, Is.SameAs(before));
    }

    [Test]
    public async Task Use_OverAwait_HoldsInThatFlowOnly()
    {
        using (RandStream.Use(new OctaveStream(7)))
        {
            double other = await Task.Run(() =>
            {
                using (RandStream.Use(new OctaveStream(8)))
                    return rand();
            });
            await Task.Yield();
            Assert.That(rand(), Is.EqualTo(rand(new OctaveStream(7))));
            Assert.That(other, Is.EqualTo(rand(new OctaveStream(8))));
        }
    }

    [Test]
    public void Global_AssignedInsideUse_ReplacesOnlyThere()
    {
        var before = RandStream.Global;
        using (RandStream.Use(new OctaveStream(1)))
        {
            var mine = new OctaveStream(3);
            RandStream.Global = mine;
            Assert.That(RandStream.Global, Is.SameAs(mine));
        }
        Assert.That(RandStream.Global, Is.SameAs(before));
    }

    [Test]
    public void Clone_DrawnFrom_LeavesTheOriginal()
    {
        var stream = new OctaveStream(5);
        rand(3, 1, stream);
        var copy = stream.Clone();
        Assert.That(rand(700, 1, copy), Is.EqualTo(rand(700, 1, stream)));
        Assert.That(randn(2, 2, copy), Is.EqualTo(randn(2, 2, stream)));
    }

    [Test]
    public void Rng_NameOfAnEngine_ChoosesWhoseNumbersAreDrawn()
    {
        using (RandStream.Use(new OctaveStream(9)))
        {
            rng("matlab");
            Assert.That(rand(), Is.EqualTo(rand(new MatlabStream())));
            rng("octave");
            Assert.That(rand(), Is.EqualTo(rand(new OctaveStream())));
            Assert.That(() => rng("octave", new OctaveStream()), Throws.ArgumentException);
            Assert.That(() => rng("scilab"), Throws.ArgumentException.With.Message.Contains("'scilab'"));
        }
    }

    [TestCase("matlab", "rand", "state")]
    [TestCase("matlab", "randn", "state")]
    [TestCase("matlab", "rand", "twister")]
    [TestCase("octave", "randn", "state")]
    public void State_SavedToAMatFile_ComesBackAndGoesOn(string engine, string function, string method)
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.mat");
        var stream = RandStream.ForEngine(engine);
        stream.SetState(function, method, [5]);
        Mat Draw() => function == "rand" ? rand(50, 20, stream) : randn(50, 20, stream);
        Draw();
        double[] state = stream.GetState(function, method);
        MatlabWriter.Write(file, Mat.Build.Dense(state.Length, 1, state), "s");
        var expected = Draw();
        stream.SetState(function, method, MatlabReader.Read<double>(file, "s").ToColumnMajorArray());
        Assert.That(Draw(), Is.EqualTo(expected));
        File.Delete(file);
    }
}
