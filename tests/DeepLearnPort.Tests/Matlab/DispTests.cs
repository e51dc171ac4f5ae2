using static DeepLearnPort.Tests.MatlabText;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class DispTests
{
    // As GNU Octave 7.3 shows them under format short g, but for the blanks it puts before some scalars.
    [TestCase(3.14159265, "3.1416")]
    [TestCase(5, "5")]
    [TestCase(0, "0")]
    [TestCase(-0.0, "0")]
    [TestCase(123456, "1.2346e+05")]
    [TestCase(-0.00001234567, "-1.2346e-05")]
    [TestCase(12345.678, "12346")]
    [TestCase(double.NaN, "NaN")]
    public void Disp_Number_WritesFiveDigits(double x, string expected) => Assert.That(Shown(() => disp(x)), Is.EqualTo(expected));

    [TestCase("2x2: 1 3 2 4", "            1            2\n            3            4")]
    [TestCase("2x2: 1.5 100000 2.25 3", "          1.5         2.25\n        1e+05            3")]
    [TestCase("1x3: 1e-5 NaN Infinity", "        1e-05          NaN          Inf")]
    [TestCase("0x3:", "[](0x3)")]
    [TestCase("3x0:", "[](3x0)")]
    public void Disp_Matrix_WritesALineForEachRow(string x, string expected) => Assert.That(Shown(() => disp(Parse(x))), Is.EqualTo(expected));

    [Test]
    public void Disp_Text_WritesIt() => Assert.That(Shown(() => disp("epoch 1")), Is.EqualTo("epoch 1"));

    [Test]
    public void Toc_AfterTic_WritesMatlabsLine() => Assert.That(Shown(() => { tic(); toc(); }), Does.Match(@"^Elapsed time is \d+\.\d{6} seconds\.$"));

    [Test]
    public void Toc_WithoutTic_SaysSo() => Assert.That(toc, Throws.InvalidOperationException.With.Message.Contains("needs a tic"));

    private static string Shown(Action show)
    {
        Display.Writer = new StringWriter { NewLine = "\n" };
        show();
        return Display.Writer.ToString()!.TrimEnd('\n');
    }
}
