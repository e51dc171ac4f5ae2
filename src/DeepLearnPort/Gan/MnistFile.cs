namespace DeepLearnPort;

/// <summary>Makes <c>mnist_uint8.mat</c>, the file that the toolbox's examples load, of MNIST's four IDX files.</summary>
internal static class MnistFile
{
    private const int Classes = 10;

    /// <summary>
    /// Writes train_x, test_x (n × pixels, images in rows, each row by row), train_y, test_y (n × 10, one-hot, column 1 is the
    /// digit 0), all uint8, in that order.
    /// </summary>
    /// <param name="idxFolder">Holds <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c> and the two of <c>t10k</c>, each perhaps with <c>.gz</c>.</param>
    /// <param name="matFile">The file to write.</param>
    /// <param name="toolboxOrder">
    /// Whether the images stand as in the toolbox's own file (<see cref="ToolboxOrder"/>), not as in the IDX files.
    /// </param>
    /// <param name="cancel">Looked at between the files.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="FileNotFoundException">One of the four is not in the folder.</exception>
    /// <exception cref="InvalidDataException">
    /// One is not what its name says, labels and images differ in number, or they are too few or many for the toolbox's order.
    /// </exception>
    public static IReadOnlyList<KeyValuePair<string, MatValue>> Make(
        string idxFolder, string matFile, bool toolboxOrder = false, CancellationToken cancel = default)
    {
        var train = Read(idxFolder, "train");
        cancel.ThrowIfCancellationRequested();
        var test = Read(idxFolder, "t10k");
        cancel.ThrowIfCancellationRequested();
        var (train_x, test_x) = (Rows(train.Images), Rows(test.Images));
        var (train_y, test_y) = (OneHot(train.Labels), OneHot(test.Labels));
        if (train_x.Columns != test_x.Columns)
            throw new InvalidDataException($"the images of {idxFolder} must be of one size; "
                + $"those to train with have {train_x.Columns} pixels, those to test with {test_x.Columns}");
        if (toolboxOrder)
        {
            Check(train_x.Rows, test_x.Rows, idxFolder);
            var order = ToolboxOrder.Of(train.Labels.Data.ToArray(), test.Labels.Data.ToArray());
            (train_x, train_y) = (Rows(train_x, order.Train), Rows(train_y, order.Train));
            (test_x, test_y) = (Rows(test_x, order.Test), Rows(test_y, order.Test));
        }
        cancel.ThrowIfCancellationRequested();
        KeyValuePair<string, MatValue>[] variables =
            [new("train_x", train_x), new("test_x", test_x), new("train_y", train_y), new("test_y", test_y)];
        MatFile.Save(matFile, variables);
        return variables;
    }

    private static (IdxFile Images, IdxFile Labels) Read(string folder, string set)
    {
        var images = IdxFile.Read(folder, $"{set}-images-idx3-ubyte", sizes: 3);
        var labels = IdxFile.Read(folder, $"{set}-labels-idx1-ubyte", sizes: 1);
        if (images.Sizes[0] != labels.Sizes[0])
            throw new InvalidDataException(
                $"{labels.Path} must hold a label for each of {images.Sizes[0]} images; holds {labels.Sizes[0]}");
        return (images, labels);
    }

    private static void Check(int train, int test, string folder)
    {
        if ((train, test) != (ToolboxOrder.Train, ToolboxOrder.Test))
            throw new InvalidDataException(
                $"the toolbox's order is one of {ToolboxOrder.Train} images to train with and {ToolboxOrder.Test} to test "
                + $"with; {folder} has {train} and {test}");
    }

    // matrix(order, :)
    private static MatNumeric<byte> Rows(MatNumeric<byte> matrix, int[] order)
    {
        var from = matrix.Real.Span;
        var to = new byte[from.Length];
        for (int column = 0; column < to.Length; column += order.Length)
            for (int row = 0; row < order.Length; row++)
                to[column + row] = from[column + order[row]];
        return MatNumeric.Create(to, matrix.Rows, matrix.Columns);
    }

    private static MatNumeric<byte> Rows(IdxFile images)
    {
        var (count, pixels) = (images.Sizes[0], images.Sizes[1] * images.Sizes[2]);
        var data = images.Data.Span;
        var columns = new byte[data.Length];
        for (int pixel = 0; pixel < pixels; pixel++)
            for (int image = 0; image < count; image++)
                columns[pixel * count + image] = data[image * pixels + pixel];
        return MatNumeric.Create(columns, count, pixels);
    }

    private static MatNumeric<byte> OneHot(IdxFile labels)
    {
        var digits = labels.Data.Span;
        if (digits.IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1)) is >= 0 and var wrong)
            throw new InvalidDataException(
                $"{labels.Path} must hold labels from 0 to {Classes - 1}; label {wrong + 1} is {digits[wrong]}");
        var columns = new byte[digits.Length * Classes];
        for (int i = 0; i < digits.Length; i++)
            columns[digits[i] * digits.Length + i] = 1;
        return MatNumeric.Create(columns, digits.Length, Classes);
    }
}
