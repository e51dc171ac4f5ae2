using System.Reflection;
using PureHDF;
using PureHDF.VOL.Native;

namespace DeepLearnPort;

/// <summary>
/// What PureHDF knows and does not tell: where an object lies, in which file, whether its data lie in yet another, and the
/// bytes of an attribute. Without that a reference would take a search through the whole file, a file could make us read
/// others, and a few bytes of attribute could take gigabytes.
/// </summary>
internal static class Hdf5Internals
{
    private static readonly PropertyInfo Reference = Property(typeof(NativeObject), "Reference");
    private static readonly PropertyInfo Address = Property(Reference.PropertyType, "Value");
    private static readonly PropertyInfo File = Property(Reference.PropertyType, "File");
    private static readonly PropertyInfo ExternalFiles = Property(typeof(NativeDataset), "InternalExternalFileList");
    private static readonly PropertyInfo Message = Property(typeof(NativeAttribute), "Message");
    private static readonly PropertyInfo InputData = Property(Message.PropertyType, "InputData");

    /// <summary>The address that references to the object hold.</summary>
    public static ulong AddressOf(IH5Object item) => (ulong)Address.GetValue(Reference.GetValue(item))!;

    /// <summary>Whether the object belongs to <paramref name="file"/>; links may lead to others.</summary>
    public static bool IsIn(NativeFile file, IH5Object item) => ReferenceEquals(File.GetValue(Reference.GetValue(item)), file);

    /// <summary>Whether the data of a dataset lie in other files.</summary>
    public static bool HasExternalData(IH5Dataset dataset) => ExternalFiles.GetValue(dataset) is not null;

    /// <summary>The bytes of an attribute as they are stored.</summary>
    public static ReadOnlyMemory<byte> BytesOf(IH5Attribute attribute) => (Memory<byte>)InputData.GetValue(Message.GetValue(attribute))!;

    private static PropertyInfo Property(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        ?? throw new MissingMemberException(type.FullName, name);
}
