using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace DeepLearnPort;

/// <summary>The text of level 5 char arrays, which is stored in five ways.</summary>
internal static class Level5Text
{
    /// <summary>The UTF-16 code units of a text element.</summary>
    public static string Read(Level5Elements elements, Level5Element element, long end) => element.Type switch
    {
        MiType.Int8 or MiType.UInt8 => Encoding.Latin1.GetString(Bytes(elements, element, end)),
        MiType.Utf8 => Encoding.UTF8.GetString(Bytes(elements, element, end)),
        MiType.Int16 or MiType.UInt16 or MiType.Utf16 =>
            new(MemoryMarshal.Cast<ushort, char>(Numbers<ushort>(elements, element with { Type = MiType.UInt16 }, end))),
        MiType.Utf32 => CodePoints(elements.Source, Numbers<uint>(elements, element with { Type = MiType.UInt32 }, end)),
        _ => throw elements.Source.Error($"element of type {(int)element.Type} where text is due"),
    };

    private static byte[] Bytes(Level5Elements elements, Level5Element element, long end)
    {
        elements.Raw.Allowance.Text(element.Size);
        return elements.Bytes(element, end);
    }

    private static T[] Numbers<T>(Level5Elements elements, Level5Element element, long end)
        where T : unmanaged, INumber<T>
    {
        // A code point of 4 bytes may become two units.
        elements.Raw.Allowance.Text(element.Size / sizeof(ushort));
        return elements.Numbers<T>(element, element.Count, end);
    }

    private static string CodePoints(ByteSource source, uint[] points)
    {
        int units = 0;
        foreach (uint point in points)
        {
            source.Require(Rune.IsValid(point), $"UTF-32 code point {point:X} that Unicode does not have");
            units += new Rune(point).Utf16SequenceLength;
        }
        return string.Create(units, points, static (text, points) =>
        {
            foreach (uint point in points)
                text = text[new Rune(point).EncodeToUtf16(text)..];
        });
    }
}
