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
