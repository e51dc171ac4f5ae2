using System.Reflection;
using PureHDF;
using PureHDF.VOL.Native;

namespace DeepLearnPort;

/// <summary>
/// What PureHDF knows of an object and does not tell: where it lies, in which file, and whether its data lie in yet another.
/// Without that, references would take a search through the whole file each, and a file could make us read others.
/// </summary>
internal static class Hdf5Internals
{
    private static readonly PropertyInfo Reference = Property(typeof(NativeObject), "Reference");
    private static readonly PropertyInfo Address = Property(Reference.PropertyType, "Value");
    private static readonly PropertyInfo File = Property(Reference.PropertyType, "File");
    private static readonly PropertyInfo ExternalFiles = Property(typeof(NativeDataset), "InternalExternalFileList");

    /// <summary>The address that references to the object hold.</summary>
    public static ulong AddressOf(IH5Object item) => (ulong)Address.GetValue(Reference.GetValue(item))!;

    /// <summary>Whether the object belongs to <paramref name="file"/>; links may lead to others.</summary>
    public static bool IsIn(NativeFile file, IH5Object item) => item == file || ReferenceEquals(File.GetValue(Reference.GetValue(item)), file);

    /// <summary>Whether the data of a dataset lie in other files.</summary>
    public static bool HasExternalData(IH5Dataset dataset) => ExternalFiles.GetValue(dataset) is not null;

    private static PropertyInfo Property(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        ?? throw new MissingMemberException(type.FullName, name);
}
