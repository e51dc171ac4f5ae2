using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>
/// The rows of the toolbox's own <c>mnist_uint8.mat</c>: those of this repository's file in <see cref="ToolboxOrder"/>.
/// </summary>
internal static class ToolboxMnist
{
    private static readonly Lazy<OrderedDictionary<string, MatValue>> File =
        new(() => MatFile.Load(Repository.Path("matlab-ref", "data", "mnist_uint8.mat")));

    private static readonly Lazy<(int[] Train, int[] Test)> Orders =
        new(() => ToolboxOrder.Of(Digits("train"), Digits("test")));

    /// <summary>The image, counted from 0, in each row of <c>train</c> or <c>test</c>.</summary>
    public static int[] Order(string set) => set == "train" ? Orders.Value.Train : Orders.Value.Test;

    /// <summary><c>double(train_x(1:rows,:))</c>; all rows when their number is left out.</summary>
    public static Mat X(string set, int? rows = null) => Rows(set + "_x", set, rows);

    /// <summary><c>double(train_y(1:rows,:))</c>; all rows when their number is left out.</summary>
    public static Mat Y(string set, int? rows = null) => Rows(set + "_y", set, rows);

    /// <summary>The images as a convolutional network takes them: <c>double(reshape(train_x',28,28,60000))/255</c>.</summary>
    public static Array3 Images(string set) => Array3.FromRows(rdivide(X(set), 255), 28, 28);

    private static Mat Rows(string variable, string set, int? rows)
    {
        var value = (MatNumeric<byte>)File.Value[variable];
        var bytes = value.Real.Span;
        var order = Order(set).AsSpan(0, rows ?? value.Rows);
        var chosen = new double[order.Length * value.Columns];
        for (int column = 0; column < value.Columns; column++)
            for (int row = 0; row < order.Length; row++)
                chosen[column * order.Length + row] = bytes[column * value.Rows + order[row]];
        return Mat.Build.Dense(order.Length, value.Columns, chosen);
    }

    /// <summary>The digit of each image, in MNIST's own order.</summary>
    public static byte[] Digits(string set)
    {
        var labels = (MatNumeric<byte>)File.Value[set + "_y"];
        var ones = labels.Real.Span;
        var digits = new byte[labels.Rows];
        for (int i = 0; i < ones.Length; i++)
            if (ones[i] == 1)
                digits[i % labels.Rows] = (byte)(i / labels.Rows);
        return digits;
    }
}
