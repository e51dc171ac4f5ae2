using System.Runtime.InteropServices;

namespace DeepLearnPort.Tests;

public class NativeBlasTests
{
    [Test]
    public void Load_NoSuchLibrary_SaysWhichAndWhatToDo()
        => Assert.That(() => new NativeBlas("/no/such/libblas.so"), Throws.InvalidOperationException
            .With.Message.Contains("DEEPLEARNPORT_BLAS").And.Message.Contains("/no/such/libblas.so"));

    [Test]
    public void Load_LibraryWithoutAProduct_SaysSo()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("needs libc.so.6");
        Assert.That(() => new NativeBlas("libc.so.6"), Throws.InvalidOperationException.With.Message.Contains("cblas_dgemm"));
    }

    [TestCase("libopenblas.so.0")]
    [TestCase("libblas.so.3")]
    public unsafe void Multiply_SystemLibrary_IsOurProduct(string name)
    {
        if (!NativeLibrary.TryLoad(name, out _))
            Assert.Ignore($"there is no {name} here");
        double[] a = [1, 2, 3, 4, 5, 6], b = [1, -1, 2, 0, 3, 1], got = [1, 1, 1, 1], expected = [1, 1, 1, 1];
        fixed (double* pa = a, pb = b, pc = got)
            new NativeBlas(name).Multiply(true, false, 2, 2, 3, 2, pa, 3, pb, 3, pc, 2, add: true);
        Dgemm.Multiply(true, false, 2, 2, 3, a, 3, b, 3, expected, 2, accumulate: true, alpha: 2);
        Assert.That(got, Is.EqualTo(expected));
    }
}
