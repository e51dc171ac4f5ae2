using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class RandTests
{
    [Test]
    public void Rand_Matrix_IsFilledColumnByColumn()
    {
        var one = new OctaveStream(3);
        var m = rand(2, 3, new OctaveStream(3));
        for (int column = 0; column < 3; column++)
        {
            for (int row = 0; row < 2; row++)
                Assert.That(m[row, column], Is.EqualTo(rand(one)));
        }
    }

    [Test]
    public void Rand_SizeForms_Agree()
    {
        var expected = rand(3, 3, new OctaveStream(3));
        Assert.That(rand(3, new OctaveStream(3)), Is.EqualTo(expected));
        Assert.That(rand([3], new OctaveStream(3)), Is.EqualTo(expected));
        Assert.That(rand([3, 3, 1], new OctaveStream(3)), Is.EqualTo(expected));
        Assert.That(rand(-1, 4).RowCount, Is.Zero);
        Assert.That(() => rand([2, 3, 4]), Throws.ArgumentException.With.Message.Contains("[2 3 4]"));
    }

    [Test]
    public void Rand_StatePutBack_RepeatsTheDraws()
    {
        using (RandStream.Use(new OctaveStream()))
        {
            rand("state", 42);
            rand(5, 5);
            var s = rand("state");
            var first = rand(40, 40);
            rand("state", s);
            Assert.That(s.RowCount, Is.EqualTo(625));
            Assert.That(rand(40, 40), Is.EqualTo(first));
        }
    }

    [Test]
    public void Normrnd_AnyParameters_IsMuPlusSigmaTimesRandn()
    {
        var z = randn(3, 2, new OctaveStream(1));
        Assert.That(normrnd(1, 2.5, [3, 2], new OctaveStream(1)), Is.EqualTo(z.Map(x => 1 + 2.5 * x)));
        Assert.That(normrnd(Mat.Build.Dense(3, 2, 1), Mat.Build.Dense(3, 2, 2.5), new OctaveStream(1)), Is.EqualTo(z.Map(x => 1 + 2.5 * x)));
    }

    [Test]
    public void Normrnd_NegativeSigma_IsNaNAndOctaveDrawsNothing()
    {
        var stream = new OctaveStream(1);
        Assert.That(normrnd(0, -1, stream), Is.NaN);
        Assert.That(randn(stream), Is.EqualTo(randn(new OctaveStream(1))));
    }

    [Test]
    public void Randi_Forms_StayInTheirRange([Values("matlab", "octave")] string engine)
    {
        var stream = RandStream.ForEngine(engine);
        double[] die = randi(6, 40, 50, stream).ToColumnMajorArray(), range = randi([-2, 2], [2000], stream).ToColumnMajorArray()[..2000];
        Assert.That(die.Distinct().Order(), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6 }));
        Assert.That(range.Distinct().Order(), Is.EqualTo(new[] { -2, -1, 0, 1, 2 }));
        Assert.That(randi([1], stream), Is.EqualTo(1));
        Assert.That(randi(1, [2, 3], stream), Is.EqualTo(Mat.Build.Dense(2, 3, 1)));
        Assert.That(() => randi([1, 2, 3], stream), Throws.ArgumentException.With.Message.Contains("3 limits"));
    }

    [Test]
    public void Randperm_AnyLength_HoldsEachNumberOnce([Values("matlab", "octave")] string engine, [Values(0, 1, 2, 5000)] int n) =>
        Assert.That(randperm(n, RandStream.ForEngine(engine)).Order(), Is.EqualTo(Enumerable.Range(1, n)));

    [Test]
    public void RandMask_OfAnyStream_IsRandAboveTheThreshold([Values("state", "seed", "twister")] string method)
    {
        var stream = new MatlabStream();
        rand(method, 3, stream);
        double[] draws = new double[3001], mask = new double[3001];
        stream.Clone().Rand(draws);
        stream.RandMask(0.3, mask);
        Assert.That(mask, Is.EqualTo(draws.Select(x => x > 0.3 ? 1.0 : 0.0)));
    }

    [Test]
    public void Rand_OneByOneOrAllAtOnce_AreTheSameDraws([Values("state", "seed", "twister")] string method)
    {
        var stream = new MatlabStream();
        rand(method, 3, stream);
        var ones = stream.Clone();
        double[] all = rand(1001, 1, stream).ToColumnMajorArray();
        Assert.That(all, Is.EqualTo(all.Select(_ => rand(ones))));
    }
}
