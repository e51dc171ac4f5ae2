namespace DeepLearnPort.Tests;

public class CommaCultureTests
{
    [Test]
    public void EveryTest_WritesNumbersWithAComma() => Assert.That((-1.5).ToString(provider: null), Is.EqualTo("-1,5"));

    [Test]
    public async Task ThreadsOfTheirOwn_TooWriteNumbersWithAComma() => Assert.That(await Task.Run(() => (-1.5).ToString(provider: null)), Is.EqualTo("-1,5"));
}
