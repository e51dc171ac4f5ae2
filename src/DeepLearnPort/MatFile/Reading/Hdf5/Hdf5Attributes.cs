using System.Buffers.Binary;
using PureHDF;

namespace DeepLearnPort;

/// <summary>The attributes by which MATLAB says what an HDF5 object stands for.</summary>
internal sealed class Hdf5Attributes(MatErrors errors, long fileLength, MatAllowance allowance)
{
    public const string Class = "MATLAB_class";
    public const string Empty = "MATLAB_empty";
    public const string Fields = "MATLAB_fields";
    public const string Sparse = "MATLAB_sparse";
    public const string Object = "MATLAB_object_decode";

    /// <summary>A sequence is stored as its length, an address and a position.</summary>
    private const int SequenceBytes = 16;

    /// <summary>A name or number is shorter than this.</summary>
    private const int MostBytes = ushort.MaxValue;

    /// <summary>The text of an attribute; null when there is none.</summary>
    public string? Text(IH5Object item, string name) => Find(item, name) is { } attribute ? Single(attribute).Read<string>() : null;

    /// <summary>The whole number of an attribute; null when there is none.</summary>
    public ulong? Number(IH5Object item, string name) => Find(item, name) is not { } attribute ? null : attribute.Type.Size switch
    {
        1 => Single(attribute).Read<byte>(),
        2 => Single(attribute).Read<ushort>(),
        4 => Single(attribute).Read<uint>(),
        _ => Single(attribute).Read<ulong>(),
    };

    /// <summary>The texts of an attribute, each of which is stored as a sequence of letters; null when there is none.</summary>
    public string[]? Texts(IH5Object item, string name)
    {
        if (Find(item, name) is not { } attribute) return null;
        errors.Require(attribute.Type is { Class: H5DataTypeClass.VariableLength, VariableLength.BaseType.Size: 1 }, $"the attribute {name} holds no sequences of letters");
        long letters = 0, texts = 0;
        for (var rest = Hdf5Internals.BytesOf(attribute).Span; rest.Length >= SequenceBytes; rest = rest[SequenceBytes..])
            (letters, texts) = (letters + BinaryPrimitives.ReadUInt32LittleEndian(rest), texts + 1);
        errors.Require(letters <= fileLength, $"{letters} letters in the attribute {name} of a file of {fileLength} bytes");
        allowance.Take(texts, MatAllowance.ObjectBytes + IntPtr.Size);
        allowance.Take(letters, sizeof(char));
        return [.. attribute.Read<string[][]>().Select(text => string.Concat(text))];
    }

    private static IH5Attribute? Find(IH5Object item, string name) => item.AttributeExists(name) ? item.Attribute(name) : null;

    private IH5Attribute Single(IH5Attribute attribute)
    {
        errors.Require(attribute.Space.Dimensions.All(d => d == 1), $"more than one value in the attribute {attribute.Name}");
        errors.Require(attribute.Type.Size <= MostBytes, $"{attribute.Type.Size} bytes in the attribute {attribute.Name}");
        return attribute;
    }
}
