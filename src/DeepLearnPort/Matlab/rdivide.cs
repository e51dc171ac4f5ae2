namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Each element over a number: <c>x ./ y</c>.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="y">The number.</param>
    /// <returns>m × n.</returns>
    /// <remarks>
    /// What <c>x / 255</c> is in MATLAB. MathNet's operator multiplies by 1/255 instead, which differs in the last digit of
    /// many elements, and refuses 0.
    /// </remarks>
    public static Mat rdivide(Mat x, double y) => Sized.Filled(x.RowCount, x.ColumnCount, d => TensorPrimitives.Divide(x.Values(), y, d));
}
