using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>A failure is the caller's to see and nobody's to keep.</summary>
[NonParallelizable]
public class WorkPoolTests
{
    private sealed class Counting(int failing) : Job
    {
        public int Done;

        public override void Task(int task)
        {
            Thread.SpinWait(20_000); // so that others get some
            Interlocked.Increment(ref Done);
            if (task == failing || task == failing + 7)
                throw new InvalidDataException($"task {task}");
        }
    }

    [Test]
    public void Run_TaskFails_ThrowsTheFirstExceptionItselfAndGoesOnWorking([Values(1, 2, 5)] int threads)
    {
        int before = WorkPool.Threads;
        WorkPool.Threads = threads;
        try
        {
            for (int failing = 0; failing < 50; failing++)
            {
                var failed = Assert.Throws<InvalidDataException>(() => WorkPool.Run(new Counting(failing), 60))!;
                Assert.That(failed.Message, Is.EqualTo($"task {failing}"));
                Assert.That(failed.StackTrace, Does.Contain(nameof(Counting)));
                var right = new Counting(-10);
                WorkPool.Run(right, 60);
                Assert.That(right.Done, Is.EqualTo(60));
            }
        }
        finally
        {
            WorkPool.Threads = before;
        }
    }

    [Test]
    public void Start_SystemGivesNoMoreThreads_GoesOnWithThoseThereAre()
    {
        var started = new List<int>();
        void Second(int number)
        {
            if (number == 2)
                throw new OutOfMemoryException();
            started.Add(number);
        }
        Assert.That(WorkPool.Start(0, 4, Second), Is.EqualTo(2));
        Assert.That(started, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(WorkPool.Start(1, 4, started.Add), Is.EqualTo(4));
    }

    [Test]
    public void Run_LoopFailsOrRunsInsideALoop_LeavesTheNextAlone()
    {
        var sums = new int[100];
        for (int i = 0; i < 3; i++)
            Assert.That(() => Loop<int[]>.Run(100, 10, sums, static (_, from, _) => throw new InvalidDataException($"{from}")),
                Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("0"));
        Loop<int[]>.Run(10, 1, sums, static (sums, from, _) =>
            Loop<int[]>.Run(10, 3, sums[..], (inner, first, end) =>
            {
                for (int i = first; i < end; i++)
                    Interlocked.Add(ref sums[10 * from + i], 10 * from + i + inner[99]);
            }));
        Assert.That(sums, Is.EqualTo(Enumerable.Range(0, 100)));
    }

    [TestCase("1", 1)]
    [TestCase("16", 16)]
    [TestCase("1024", 1024)]
    public void Asked_WholeNumber_IsIt(string value, int threads) => Assert.That(WorkPool.Asked(value), Is.EqualTo(threads));

    [TestCase(null)]
    [TestCase("")]
    public void Asked_NothingSet_IsAllCores(string? value)
        => Assert.That(WorkPool.Asked(value), Is.EqualTo(Environment.ProcessorCount));

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("all")]
    [TestCase("2.0")]
    [TestCase("1,000")]
    [TestCase(" 2")]
    [TestCase("1025")]
    [TestCase("99999999999")]
    public void Asked_AnythingElse_IsRefused(string value)
        => Assert.That(() => WorkPool.Asked(value), Throws.InvalidOperationException
            .With.Message.Contains("DEEPLEARNPORT_THREADS").And.Message.Contains("whole number from 1 to 1024").And.Message.Contains($"'{value}'"));

    [TestCase("DEEPLEARNPORT_THREADS", "none", "gan")]
    [TestCase("DEEPLEARNPORT_BLAS", "/no/such/libblas.so", "gan")]
    [TestCase("DEEPLEARNPORT_THREADS", "0", "verify")]
    [TestCase("DEEPLEARNPORT_BLAS", "/no/such/libblas.so", "verify")]
    public async Task Dlport_EnvironmentSetBadly_IsRefusedInOneLine(string name, string value, string command)
    {
        using var folder = new TemporaryFolder();
        string images = Repository.Path("matlab-ref", "data", "mnist_uint8.mat");
        string[] arguments = command == "gan"
            ? ["--iterations", "1", "--num", "100", "--out", folder.Path("out"), "--data", images]
            : [Repository.Path("matlab-ref", "cases", "nnbp_saturated_sigm.mat")];
        var (code, output, error) = await Command.RunAsync(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "dlport.dll"), command, .. arguments], null, (name, value));
        Assert.That((code, output), Is.EqualTo((2, "")), error);
        Assert.That(error, Does.StartWith("dlport: ").And.Contain(name).And.Contain(value));
        Assert.That(error.Trim(), Does.Not.Contain("\n"));
        Assert.That(folder.Files, Is.Empty);
    }

    // The list of layers was a thread's own and kept what a step that failed had put there.
    [Test]
    public void Descent_StepThatFails_LeavesItsThreadUsable()
    {
        var stream = new OctaveStream(1);
        var nn = nnbp(nnff(nnsetup([3, 4, 2], stream), rand(5, 3, stream), rand(5, 2, stream)));
        var expected = nnapplygrads(nn);
        for (int i = 0; i < 3; i++)
        {
            Assert.That(() => Fail(nn), Throws.InstanceOf<ArgumentException>());
            Assert.That(() => FailInside(nn), Throws.TypeOf<InvalidDataException>());
            var again = nnapplygrads(nn);
            Assert.That(again.W, Is.EqualTo(expected.W));
            Assert.That(again.vW, Is.EqualTo(expected.vW));
        }
        static void Fail(Nn nn)
        {
            nn.dW[1] = zeros(2, 4);
            ApplyGradients(ref nn, new Workspace());
        }
        static void FailInside(Nn nn)
            => ApplyGradients(ref nn, new Workspace(), () => throw new InvalidDataException());
    }

    // As when the work beside a step, the drawing of masks, takes a step itself.
    [Test]
    public void Descent_StepInsideAStep_IsAStepOfItsOwn()
    {
        var stream = new OctaveStream(1);
        var nn = nnbp(nnff(nnsetup([3, 4, 2], stream), rand(5, 3, stream), rand(5, 2, stream)));
        var expected = nnapplygrads(nn);
        Nn inner = default, outer = nn;
        ApplyGradients(ref outer, new Workspace(), () => inner = nnapplygrads(nn));
        Assert.That(outer.W, Is.EqualTo(expected.W));
        Assert.That(inner.W, Is.EqualTo(expected.W));
    }
}
