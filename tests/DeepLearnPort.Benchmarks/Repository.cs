namespace DeepLearnPort.Benchmarks;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Mnist => Path(["matlab-ref", "data", "mnist_uint8.mat"]);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string directory)
    {
        while (!File.Exists(System.IO.Path.Combine(directory, "DeepLearnPort.sln")))
            directory = System.IO.Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("DeepLearnPort.sln is not above the program");
        return directory;
    }
}
