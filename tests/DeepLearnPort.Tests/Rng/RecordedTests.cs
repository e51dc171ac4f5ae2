namespace DeepLearnPort.Tests;

/// <summary>A million draws of each function, as GNU Octave 7.3 made them: <c>matlab-ref/random</c>, recorded by <c>record_rng.m</c>.</summary>
public class RecordedTests
{
    private const string LastBit = "the tails take exp and log from the system, which may differ in the last bit";

    [TestCase("rand", "rand")]
    [TestCase("randn", "randn", IncludePlatform = "Linux", Reason = LastBit)]
    [TestCase("rande", "rande", IncludePlatform = "Linux", Reason = LastBit)]
    [TestCase("randperm", "rand")]
    [TestCase("randperm_k", "rand")]
    [TestCase("randi", "rand")]
    [TestCase("randi_wide", "rand")]
    public void AMillionDraws_AreTheRecordedOnes(string name, string generator)
    {
        Mat seeds = Read(name, "seeds"), first = Read(name, "first"), sha256 = Read(name, "sha256"), state = Read(name, "state");
        Assert.That(seeds.ColumnCount, Is.GreaterThanOrEqualTo(5));
        for (int i = 0; i < seeds.ColumnCount; i++)
        {
            var stream = new OctaveStream(seeds[0, i]);
            double[] draws = Draw(name, stream);
            Assert.That(draws, Has.Length.EqualTo(1_000_000));
            Assert.That(draws[..1000], Is.EqualTo(first.Column(i).ToArray()), $"{name}, seed {seeds[0, i]}");
            Assert.That(Sha.Of<double>(draws), Is.EqualTo(Convert.ToHexStringLower([.. sha256.Row(i).Select(b => (byte)b)])), $"{name}, seed {seeds[0, i]}");
            Assert.That(stream.GetState(generator, "state"), Is.EqualTo(state.Column(i).ToArray()), $"state after {name}, seed {seeds[0, i]}");
        }
    }

    [Test]
    public void SetState_OfAnySeedOrVector_IsTheRecordedStart()
    {
        Mat seeds = Read("seeding", "seeds"), first = Read("seeding", "first");
        for (int i = 0; i < seeds.ColumnCount; i++)
        {
            double[] seed = seeds.Column(i, 1, (int)seeds[0, i]).ToArray(), draws = new double[400];
            var stream = new OctaveStream();
            stream.SetState("rand", "state", seed);
            stream.Rand(draws);
            Assert.That(draws, Is.EqualTo(first.Column(i).ToArray()), $"seeds {string.Join(' ', seed.Take(4))}");
        }
    }

    private static double[] Draw(string name, OctaveStream stream)
    {
        var draws = new double[1_000_000];
        switch (name)
        {
            case "rand": stream.Rand(draws); break;
            case "randn": stream.Randn(draws); break;
            case "rande": stream.Rande(draws); break;
            case "randi": stream.Randi(-3, 1000, draws); break;
            case "randi_wide": stream.Randi(1, (1L << 52) + 3, draws); break;
            case "randperm": return [.. stream.Randperm(draws.Length).Select(v => (double)v)];
            case "randperm_k": return [.. stream.Randperm(3_000_000, 400_000).Concat(stream.Randperm(700_000, 600_000)).Select(v => (double)v)];
        }
        return draws;
    }

    private static Mat Read(string name, string variable) =>
        MatlabReader.Read<double>(Repository.Path("matlab-ref", "random", name + ".mat"), variable);
}
