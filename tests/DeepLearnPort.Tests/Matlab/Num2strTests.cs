namespace DeepLearnPort.Tests;

public class Num2strTests
{
    // What GNU Octave 7.3 prints for num2str of each.
    [TestCase(3, "3")]
    [TestCase(-12345678, "-12345678")]
    [TestCase(Math.PI, "3.1416")]
    [TestCase(0.1, "0.1")]
    [TestCase(0.103321234, "0.10332")]
    [TestCase(123.456789, "123.4568")]
    [TestCase(12345.6789, "12345.6789")]
    [TestCase(0.0000123456789, "1.2346e-05")]
    [TestCase(99999.99999, "100000")]
    [TestCase(1e10, "10000000000")]
    [TestCase(1.5e10, "15000000000")]
    [TestCase(1.23456e20, "1.23456e+20")]
    [TestCase(double.NaN, "NaN")]
    [TestCase(double.NegativeInfinity, "-Inf")]
    public void Num2str_Number_PrintsAsMatlab(double x, string expected) => Assert.That(Toolbox.num2str(x), Is.EqualTo(expected));
}
