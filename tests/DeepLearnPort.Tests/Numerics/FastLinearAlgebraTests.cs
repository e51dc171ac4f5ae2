using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace DeepLearnPort.Tests;

[NonParallelizable]
public class FastLinearAlgebraTests
{
    [Test]
    public void Use_ProductsOfMatrices_AreMathNetsToRounding()
    {
        var before = LinearAlgebraControl.Provider;
        var a = Dense(70, 50, 1);
        var b = Dense(50, 60, 2);
        var v = Dense(50, 1, 3).Column(0);
        Mat[] Products()
            => [a * b, a.TransposeThisAndMultiply(a), b.TransposeAndMultiply(b), (a * v).ToColumnMatrix(), a.Svd().S.ToColumnMatrix()];

        LinearAlgebraControl.UseManaged();
        var expected = Products();
        try
        {
            FastLinearAlgebra.Use();
            Assert.That(LinearAlgebraControl.Provider.ToString(), Is.EqualTo("DeepLearnPort"));
            var got = Products();
            for (int i = 0; i < got.Length; i++)
                Assert.That((got[i] - expected[i]).InfinityNorm(), Is.LessThan(1e-11), $"product {i}");
        }
        finally
        {
            LinearAlgebraControl.Provider = before;
        }
    }

    [Test]
    public void MatrixMultiplyWithUpdate_AlphaBetaAndTransposes_FollowTheFormula()
    {
        var (a, b, c) = (Dense(4, 3, 4), Dense(5, 4, 5), Dense(3, 5, 6));
        var expected = 2 * a.Transpose() * b.Transpose() - 0.5 * c;
        var got = c.ToColumnMajorArray();
        FastProvider.Instance.MatrixMultiplyWithUpdate(Transpose.Transpose, Transpose.Transpose, 2, a.ToColumnMajorArray(), 4, 3,
            b.ToColumnMajorArray(), 5, 4, -0.5, got);
        Assert.That(got, Is.EqualTo(expected.ToColumnMajorArray()).Within(1e-14));
    }

    [Test]
    public void MatrixMultiply_ResultIsAnOperand_UsesItsOldValues()
    {
        double[] x = [1, 2, 3, 4];
        FastProvider.Instance.MatrixMultiply(x, 2, 2, x, 2, 2, x);
        Assert.That(x, Is.EqualTo(new double[] { 7, 10, 15, 22 }));
    }

    [Test]
    public void MatrixMultiply_SizesDoNotAgree_Throws()
    {
        Assert.That(() => FastProvider.Instance.MatrixMultiply(new double[6], 2, 3, new double[4], 2, 2, new double[4]),
            Throws.ArgumentException.With.Message.Contains("2×3").And.Message.Contains("2×2"));
        Assert.That(() => FastProvider.Instance.MatrixMultiply(new double[4], 2, 2, new double[4], 2, 2, new double[5]),
            Throws.ArgumentException);
    }

    private static Mat Dense(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return DenseMatrix.Create(rows, columns, (_, _) => random.NextDouble() - 0.5);
    }
}
