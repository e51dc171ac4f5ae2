namespace DeepLearnPort;

/// <summary>
/// The order of the images in the toolbox's own <c>data/mnist_uint8.mat</c>. The images of each digit stood one behind the other,
/// 0 first, as they follow each other in MNIST; then <c>randperm(60000)</c> and <c>randperm(10000)</c> shuffled them, drawn from
/// MATLAB's startup stream after 213 377 645 other numbers. Found from the places of the 10 000 test images, which were known
/// (<c>matlab-ref/data/README.md</c>).
/// </summary>
internal static class ToolboxOrder
{
    /// <summary>Images to train with.</summary>
    public const int Train = 60_000;

    /// <summary>Images to test with.</summary>
    public const int Test = 10_000;

    private const int DrawsBefore = 213_377_645;

    /// <summary>Which image, counted from 0 in MNIST's own order, stands in each row of the toolbox's file.</summary>
    /// <param name="train">The digit of each of the 60 000 images to train with.</param>
    /// <param name="test">The digit of each of the 10 000 to test with.</param>
    public static (int[] Train, int[] Test) Of(byte[] train, byte[] test)
    {
        var stream = new MatlabStream();
        Skip(stream);
        return (Shuffled(train, stream), Shuffled(test, stream));
    }

    private static void Skip(MatlabStream stream)
    {
        var draws = new double[8192];
        for (int left = DrawsBefore; left > 0; left -= draws.Length)
            stream.Rand(draws.AsSpan(0, Math.Min(left, draws.Length)));
    }

    private static int[] Shuffled(byte[] digits, MatlabStream stream)
    {
        int[] byDigit = [.. Enumerable.Range(0, digits.Length).OrderBy(image => digits[image])];
        return Array.ConvertAll(stream.Randperm(digits.Length), number => byDigit[number - 1]);
    }
}
