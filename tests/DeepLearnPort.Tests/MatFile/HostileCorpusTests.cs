using System.Diagnostics;

namespace DeepLearnPort.Tests;

public class HostileCorpusTests
{
    private const long MostBytes = 64 << 20;

    [Test]
    public void Load_HostileFiles_AreRefusedOrReadAsTheyMustBe()
    {
        var failures = new List<string>();
        foreach (var row in MatCorpus.Hostile())
        {
            var path = MatCorpus.Path($"hostile/{row.file}");
            var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            string outcome;
            try
            {
                outcome = "read: " + string.Join(", ", MatFile.Load(path).Select(v => $"{v.Key} {v.Value}"));
                if (row.expect == "reject") failures.Add($"{row.file} was read");
            }
            catch (MatFileException e)
            {
                outcome = e.Reason;
                if (row.expect == "accept") failures.Add($"{row.file} was refused");
                if (e.File != path || !e.Message.Contains(path)) failures.Add($"{row.file}: the error does not name the file");
            }
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > MostBytes && row.expect != "policy") failures.Add($"{row.file} took {allocated} bytes");
            TestContext.Out.WriteLine($"{row.file,-42} {row.expect,-16} {clock.ElapsedMilliseconds,5} ms {allocated / 1024,7} KB  {outcome}");
        }
        Assert.That(failures, Is.Empty);
    }
}
