namespace DeepLearnPort.Tests;

[NonParallelizable]
public class DgemmTests
{
    /// <summary>Operands with a gap after every column, full of NaN: what is read by mistake shows.</summary>
    private sealed class Sample
    {
        public readonly bool TransA, TransB;
        public readonly int M, N, K, Lda, Ldb, Ldc;
        public readonly double[] A, B, C;

        public Sample(Random random, int m, int n, int k, bool transA, bool transB)
        {
            (TransA, TransB, M, N, K) = (transA, transB, m, n, k);
            (Lda, A) = Operand(random, transA ? k : m, transA ? m : k);
            (Ldb, B) = Operand(random, transB ? n : k, transB ? k : n);
            (Ldc, C) = Operand(random, m, n);
        }

        public double[] Product(bool accumulate, double alpha = 1)
        {
            var c = (double[])C.Clone();
            Dgemm.Multiply(TransA, TransB, M, N, K, A, Lda, B, Ldb, c, Ldc, accumulate, alpha);
            return c;
        }

        public double Expected(int i, int j, bool accumulate, double alpha)
        {
            double sum = 0;
            for (int p = 0; p < K; p++)
                sum += A[TransA ? p + i * Lda : i + p * Lda] * B[TransB ? j + p * Ldb : p + j * Ldb];
            return alpha * sum + (accumulate ? C[i + j * Ldc] : 0);
        }

        private static (int Ld, double[] Values) Operand(Random random, int rows, int columns)
        {
            int ld = rows + random.Next(3);
            var values = new double[ld * columns];
            for (int i = 0; i < values.Length; i++)
                values[i] = i % ld < rows ? random.NextDouble() - 0.5 : double.NaN;
            return (ld, values);
        }
    }

    private static void AssertIsProduct(double[] got, Sample s, bool accumulate, double alpha = 1, int everyColumn = 1)
    {
        for (int j = 0; j < s.N; j += everyColumn)
            for (int i = 0; i < s.Ldc; i++)
            {
                double expected = i < s.M ? s.Expected(i, j, accumulate, alpha) : double.NaN, value = got[i + j * s.Ldc];
                if (!(Math.Abs(value - expected) <= 1e-14 * (s.K + 10)) && !value.Equals(expected))
                    Assert.Fail($"{s.M}×{s.K}×{s.N}, {s.TransA}, {s.TransB}: ({i}, {j}) is {value}, expected {expected}");
            }
    }

    [Test]
    public void Multiply_SmallSizesAllTransposes_IsTheSumWrittenOut()
    {
        var random = new Random(1);
        int[] sizes = [0, 1, 2, 3, 5, 8, 13];
        foreach (int m in sizes)
            foreach (int n in sizes)
                foreach (int k in sizes)
                    for (int t = 0; t < 4; t++)
                    {
                        var s = new Sample(random, m, n, k, (t & 1) != 0, (t & 2) != 0);
                        AssertIsProduct(s.Product(false), s, false);
                        AssertIsProduct(s.Product(true, -0.3), s, true, -0.3);
                    }
    }

    [Test]
    public void Multiply_RandomSizes_IsTheSumWrittenOut()
    {
        var random = new Random(2);
        for (int i = 0; i < 150; i++)
        {
            bool transA = random.Next(2) == 1, transB = random.Next(2) == 1, accumulate = random.Next(2) == 1;
            var s = new Sample(random, random.Next(1, 130), random.Next(1, 130), random.Next(1, 600), transA, transB);
            AssertIsProduct(s.Product(accumulate), s, accumulate);
        }
    }

    // One shape for each way the product is cut, several blocks of the operand kept whole among them.
    [TestCase(100, 785, 100)]
    [TestCase(100, 101, 784)]
    [TestCase(784, 100, 101)]
    [TestCase(1000, 101, 784)]
    [TestCase(1100, 1100, 1003)]
    [TestCase(3, 500_000, 2)]
    public void Multiply_AnyNumberOfThreads_GivesTheSameBits(int m, int k, int n)
    {
        var s = new Sample(new Random(3), m, n, k, transA: false, transB: true);
        int before = WorkPool.Threads;
        try
        {
            WorkPool.Threads = 1;
            var one = s.Product(true);
            AssertIsProduct(one, s, true, everyColumn: 1 + n / 20);
            for (int run = 0; run < 12; run++)
            {
                WorkPool.Threads = 2 + run % 4;
                Assert.That(s.Product(true).AsSpan().SequenceEqual(one), $"{WorkPool.Threads} threads");
            }
        }
        finally
        {
            WorkPool.Threads = before;
        }
    }

    [Test]
    public void Multiply_SeveralCallersAtOnce_GivesEachItsOwnProduct()
    {
        var samples = Enumerable.Range(0, 4).Select(i => new Sample(new Random(i), 200, 190 + i, 210, false, false)).ToArray();
        var alone = samples.Select(s => s.Product(false)).ToArray();
        var failures = 0;
        var callers = samples.Select((s, i) => new Thread(() =>
        {
            for (int run = 0; run < 20; run++)
                if (!s.Product(false).AsSpan().SequenceEqual(alone[i]))
                    Interlocked.Increment(ref failures);
        })).ToArray();
        Array.ForEach(callers, c => c.Start());
        Array.ForEach(callers, c => c.Join());
        Assert.That(failures, Is.Zero);
    }

    [TestCase(1)]
    [TestCase(40)]
    public void Multiply_NaNAndInfinity_SpreadAsInTheSumWrittenOut(int n)
    {
        var s = new Sample(new Random(4), 50, n, 60, false, false);
        s.A[7] = double.NaN;
        s.A[8] = double.PositiveInfinity;
        s.A[9 + 5 * s.Lda] = double.NegativeInfinity;
        s.B[5] = 0;
        AssertIsProduct(s.Product(false), s, false);
        Assert.That(s.Product(false)[6], Is.Not.NaN);
        Assert.That(s.Product(false)[9], Is.NaN, "infinity times 0");
    }

    [Test]
    public void Multiply_NothingToSum_ClearsOrKeeps()
    {
        double[] c = [1, 2, double.NaN, 3];
        Dgemm.Multiply(false, false, 2, 2, 0, [], 2, [], 0, c, 2, accumulate: true);
        Assert.That(c, Is.EqualTo(new[] { 1, 2, double.NaN, 3 }));
        Dgemm.Multiply(false, false, 2, 2, 0, [], 2, [], 0, c, 2);
        Assert.That(c, Is.All.Zero);
    }

    [Test]
    public void Multiply_ShortSpanOrSmallLeadingDimension_Throws()
    {
        static Action Product(int lengthOfA, int lda, int n)
            => () => Dgemm.Multiply(false, false, 2, n, 2, new double[lengthOfA], lda, new double[4], 2, new double[4], 2);

        Assert.That(Product(lengthOfA: 3, lda: 2, n: 2), Throws.ArgumentException.With.Message.Contains("2×2").And.Message.Contains("3"));
        Assert.That(Product(lengthOfA: 4, lda: 1, n: 2), Throws.ArgumentException);
        Assert.That(Product(lengthOfA: 4, lda: 2, n: -1), Throws.ArgumentException);
    }

    [Test]
    public void Multiply_SteadyState_AllocatesNothing()
    {
        var s = new Sample(new Random(5), 100, 100, 785, false, true);
        var c = new double[s.C.Length];
        void Multiply() => Dgemm.Multiply(s.TransA, s.TransB, s.M, s.N, s.K, s.A, s.Lda, s.B, s.Ldb, c, s.Ldc);
        for (int i = 0; i < 5; i++)
            Multiply();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
            Multiply();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000));
    }
}
