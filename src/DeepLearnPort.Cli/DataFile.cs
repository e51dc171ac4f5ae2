using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary>Finds the MNIST file that comes with the repository.</summary>
internal static class DataFile
{
    /// <summary>Names another file.</summary>
    public static readonly Option<string?> Option = OptionOf.Path(
        "--data", "MAT file of the layout of mnist_uint8.mat: uint8 train_x, images in rows; for labels train_y, for examples "
        + "test_x and test_y [default: matlab-ref/data/mnist_uint8.mat of this or a parent folder]");

    private static readonly string Default = Path.Combine("matlab-ref", "data", "mnist_uint8.mat");

    /// <summary>The file asked for, or the one of the repository that the working folder or this program lies in.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string Find(ParseResult parse)
    {
        if (parse.GetValue(Option) is { } given)
            return OptionOf.ExistingFile(given, Option.Name);
        return FindFrom([Directory.GetCurrentDirectory(), AppContext.BaseDirectory]);
    }

    /// <summary>The file of the repository that one of the folders lies in.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string FindFrom(IEnumerable<string> folders)
    {
        foreach (string start in folders)
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (Path.Combine(folder.FullName, Default) is var path && File.Exists(path))
                    return path;
        throw new FileNotFoundException($"{Default} is in no parent of this folder: name one with --data, or make one: dlport mnist IDX_FOLDER OUT.mat, where IDX_FOLDER holds MNIST's train-images-idx3-ubyte.gz and the other three (http://yann.lecun.com/exdb/mnist, https://github.com/cvdfoundation/mnist)");
    }
}
