namespace DeepLearnPort.Tests;

public class PrintableTests
{
    [TestCase("nn.W{2}", "nn.W{2}")]
    [TestCase("größer 2³ 数 😀", "größer 2³ 数 😀")]
    [TestCase("two\nlines\r\tand a tab", @"two\nlines\r\tand a tab")]
    [TestCase("\u001b[31mred\u0007\u009b0m", @"\u001B[31mred\u0007\u009B0m")]
    [TestCase("a\u202Eb\u2066c\u200Fd\u200Be\uFEFF", @"a\u202Eb\u2066c\u200Fd\u200Be\uFEFF")]
    [TestCase("a\u2028b\u2029c\u0085d\u007F", @"a\u2028b\u2029c\u0085d\u007F")]
    [TestCase("tag \U000E0041, private \uE000", @"tag \U000E0041, private \uE000")]
    public void Line_Text_HasNothingThatATerminalObeys(string text, string line) =>
        Assert.That(Printable.Line(text), Is.EqualTo(line));

    [Test]
    public void Line_HalfOfALetter_IsReplaced() => Assert.That(Printable.Line("half " + "😀"[..1]), Is.EqualTo("half \uFFFD"));

    [Test]
    public void Line_LongText_IsCut()
    {
        Assert.That(Printable.Line(new string('x', 5000)), Has.Length.EqualTo(Printable.MostOfMessage + 1).And.EndsWith("x…"));
        Assert.That(Printable.Cut("ab😀", 3), Is.EqualTo("ab…"), "no half of a letter");
    }

    [Test]
    public void List_ManyNames_GivesTheFirst()
    {
        Assert.That(Printable.List(["a", "b\n"]), Is.EqualTo(@"a, b\n"));
        Assert.That(Printable.List([.. Enumerable.Range(1, 25).Select(i => $"{i}")]), Does.EndWith("19, 20 and 5 more"));
    }

    [Test]
    public void Cause_WrappedError_IsTheErrorItself()
    {
        var error = new InvalidDataException("bad");
        Assert.That(Printable.Cause(new AggregateException(new TypeInitializationException("T", error))), Is.SameAs(error));
        Assert.That(Printable.Cause(new InvalidOperationException("outer", error)).Message, Is.EqualTo("outer"));
    }
}
