using CsCheck;

namespace DeepLearnPort.Tests;

public class MersenneTwisterTests
{
    [Test]
    public void Fill_InAnyPieces_GivesTheSameDraws() =>
        Gen.Select(Gen.UInt, Gen.Int[0, 700].Array[1, 12], Gen.Int[0, 3]).Sample((seed, pieces, odd) =>
        {
            MersenneTwister whole = Started(seed, odd), parts = Started(seed, odd), ones = Started(seed, odd);
            var expected = new double[pieces.Sum()];
            whole.Fill(expected);
            int at = 0;
            foreach (int length in pieces)
            {
                var piece = new double[length];
                parts.Fill(piece);
                if (!piece.AsSpan().SequenceEqual(expected.AsSpan(at, length)))
                    return false;
                at += length;
            }
            return expected.All(x => x == ones.NextDouble());
        }, iter: 300);

    [Test]
    public void FillMask_AnyThreshold_IsWhatComparingGives() =>
        Gen.Select(Gen.UInt, Gen.Int[0, 2000], Gen.OneOf(Gen.Double[-0.1, 1.1], Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Const(0.5), Gen.Const(double.NaN), Gen.Const(double.NegativeInfinity), Gen.Const(double.PositiveInfinity)))).Sample((seed, length, threshold) =>
        {
            double[] draws = new double[length], mask = new double[length];
            Started(seed, 0).Fill(draws);
            Started(seed, 0).FillMask(mask, threshold);
            return draws.Select(x => x > threshold ? 1.0 : 0.0).SequenceEqual(mask);
        }, iter: 300);

    [Test]
    public void FillMask_ThresholdEqualToADraw_IsNotAbove()
    {
        double[] draw = new double[4], mask = new double[4];
        Started(1, 0).Fill(draw);
        foreach (double threshold in draw)
        {
            Started(1, 0).FillMask(mask, threshold);
            Assert.That(mask, Is.EqualTo(draw.Select(x => x > threshold ? 1.0 : 0.0)));
        }
    }

    [Test]
    public void Load_WordsOrCountThatCannotBe_AreRefused()
    {
        var words = new uint[MersenneTwister.Size];
        Array.Fill(words, 1u);
        var twister = new MersenneTwister();
        Assert.That(() => twister.Load(words.AsSpan(1), 0), Throws.ArgumentException);
        Assert.That(() => twister.Load(words, -1), Throws.ArgumentException);
        Assert.That(() => twister.Load(words, MersenneTwister.Size + 1), Throws.ArgumentException);
        Assert.That(() => twister.Load(words, MersenneTwister.Size), Throws.Nothing);
    }

    [Test]
    public void Fill_OverAPairOfZeroWords_DrawsAgain()
    {
        var words = new uint[MersenneTwister.Size];
        Array.Fill(words, 0x12345678u);
        words[20] = words[21] = words[40] = 0;
        MersenneTwister twister = new(), other = new();
        twister.Load(words, 0);
        other.Load(words, 0);
        var draws = new double[MersenneTwister.Size / 2 - 1];
        twister.Fill(draws);
        Assert.That(draws, Has.None.Zero);
        Assert.That(twister.Used, Is.EqualTo(MersenneTwister.Size));
        Assert.That(draws, Is.EqualTo(draws.Select(_ => other.NextDouble())));
    }

    private static MersenneTwister Started(uint seed, int used)
    {
        var twister = new MersenneTwister();
        twister.Seed(seed);
        twister.NextPair();
        twister.Load(twister.State, used);
        return twister;
    }
}
