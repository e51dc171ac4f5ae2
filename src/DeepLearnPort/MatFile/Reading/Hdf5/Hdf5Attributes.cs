using PureHDF;

namespace DeepLearnPort;

/// <summary>The attributes by which MATLAB says what an HDF5 object stands for.</summary>
internal static class Hdf5Attributes
{
    public const string Class = "MATLAB_class";
    public const string Empty = "MATLAB_empty";
    public const string Fields = "MATLAB_fields";
    public const string Sparse = "MATLAB_sparse";
    public const string Object = "MATLAB_object_decode";

    /// <summary>The text of an attribute; null when there is none.</summary>
    public static string? Text(this IH5Object item, string name) =>
        item.AttributeExists(name) ? Single(item.Attribute(name)).Read<string>() : null;

    /// <summary>The whole number of an attribute; null when there is none.</summary>
    public static ulong? Number(this IH5Object item, string name)
    {
        if (!item.AttributeExists(name)) return null;
        var attribute = Single(item.Attribute(name));
        return attribute.Type.Size switch
        {
            1 => attribute.Read<byte>(),
            2 => attribute.Read<ushort>(),
            4 => attribute.Read<uint>(),
            _ => attribute.Read<ulong>(),
        };
    }

    /// <summary>The texts of an attribute, each of which is stored as a row of letters; null when there is none.</summary>
    public static string[]? Texts(this IH5Object item, string name) =>
        item.AttributeExists(name) ? [.. item.Attribute(name).Read<string[][]>().Select(letters => string.Concat(letters))] : null;

    private static IH5Attribute Single(IH5Attribute attribute) =>
        attribute.Space.Dimensions.All(d => d == 1) ? attribute : throw new InvalidDataException($"attribute {attribute.Name} of {attribute.Space.Dimensions.Length} dimensions");
}
