using Google.Protobuf;

namespace DeepLearnPort;

/// <summary>A protobuf message under construction: fields by number, in the order in which they are added.</summary>
internal sealed class ProtoMessage
{
    private readonly MemoryStream _bytes = new();

    public ProtoMessage Add(int field, long value) => Write(field, WireFormat.WireType.Varint, output => output.WriteInt64(value));

    public ProtoMessage Add(int field, string value) => Write(field, WireFormat.WireType.LengthDelimited, output => output.WriteString(value));

    public ProtoMessage Add(int field, ProtoMessage value) => Add(field, value.ToByteArray());

    public ProtoMessage Add(int field, byte[] value) =>
        Write(field, WireFormat.WireType.LengthDelimited, output => output.WriteBytes(UnsafeByteOperations.UnsafeWrap(value)));

    public byte[] ToByteArray() => _bytes.ToArray();

    private ProtoMessage Write(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        using var output = new CodedOutputStream(_bytes, leaveOpen: true);
        output.WriteTag(field, type);
        write(output);
        return this;
    }
}
