namespace DeepLearnPort.Tests;

/// <summary>A file of the layout of mnist_uint8.mat with forty labelled images of 4 × 4 pixels for training and as many for testing.</summary>
internal sealed class SmallImages : IDisposable
{
    public const int Count = 40, Pixels = 16;

    public SmallImages()
    {
        var stream = new OctaveStream(5);
        MatFile.Save(File, [Pictures("train_x", stream), Labels("train_y"), Pictures("test_x", stream), Labels("test_y")]);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("dlport-test-").FullName;

    public string File => Path.Combine(Folder, "images.mat");

    public ImageSet Set => ImageSet.Load(File, "train_x", "train_y");

    public string InFolder(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>A file with as many images of 3 × 4 pixels, in rows or as pages.</summary>
    public string Oblong(bool pages = false)
    {
        const int height = 3, width = 4;
        byte Pixel(int image, int row, int column) => (byte)(image * 5 + row * width + column * 3);
        var values = new byte[Count * height * width];
        for (int i = 0; i < Count; i++)
            for (int row = 0; row < height; row++)
                for (int column = 0; column < width; column++)
                {
                    int at = pages ? row + height * (column + width * i) : i + Count * (row * width + column);
                    values[at] = Pixel(i, row, column);
                }
        string path = InFolder(pages ? "pages.mat" : "oblong.mat");
        int[] size = pages ? [height, width, Count] : [Count, height * width];
        MatFile.Save(path, [new("train_x", MatNumeric.Create(values, size))]);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static KeyValuePair<string, MatValue> Pictures(string name, RandStream stream)
    {
        var pixels = new double[Count * Pixels];
        stream.Rand(pixels);
        return new(name, MatNumeric.Create(pixels.Select(p => (byte)(p * 256)).ToArray(), Count, Pixels));
    }

    private static KeyValuePair<string, MatValue> Labels(string name)
    {
        var label = new byte[Count * RealData.Classes];
        for (int i = 0; i < Count; i++)
            label[i + i % RealData.Classes * Count] = 1;
        return new(name, MatNumeric.Create(label, Count, RealData.Classes));
    }
}
