namespace DeepLearnPort;

/// <content>What nnff does for softmax output alone.</content>
public static partial class Toolbox
{
    /// <summary>Rows to exp(row - max(row)) / sum; z is m × (z.Length / m).</summary>
    private static void Softmax(Span<double> z, int m)
    {
        Span<double> max = m <= 256 ? stackalloc double[m] : new double[m];
        Span<double> sum = m <= 256 ? stackalloc double[m] : new double[m];
        max.Fill(double.NaN); // MATLAB's max passes over NaN
        for (int j = 0; j < z.Length; j += m)
            for (int i = 0; i < m; i++)
                if (!(z[j + i] <= max[i]) && !double.IsNaN(z[j + i]))
                    max[i] = z[j + i];
        sum.Clear();
        for (int j = 0; j < z.Length; j += m)
        {
            var column = z.Slice(j, m);
            TensorPrimitives.Subtract(column, max, column);
            Elementwise.Exp(column, column);
            TensorPrimitives.Add(sum, column, sum);
        }
        for (int j = 0; j < z.Length; j += m)
            TensorPrimitives.Divide(z.Slice(j, m), sum, z.Slice(j, m));
    }

    // sum(sum(y .* log(a)))
    private static double SumOfProductWithLog(ReadOnlySpan<double> y, ReadOnlySpan<double> a)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
            sum += y[i] * Math.Log(a[i]);
        return sum;
    }
}
