using System.Runtime.InteropServices;
using System.Text;

namespace DeepLearnPort;

/// <summary>The text of level 5 char arrays, which is stored in five ways.</summary>
internal static class Level5Text
{
    /// <summary>The UTF-16 code units of a text element.</summary>
    public static string Read(Level5Elements elements, Level5Element element, long end) => element.Type switch
    {
        MiType.Int8 or MiType.UInt8 => Encoding.Latin1.GetString(elements.Bytes(element, end)),
        MiType.Utf8 => Encoding.UTF8.GetString(elements.Bytes(element, end)),
        MiType.Int16 or MiType.UInt16 or MiType.Utf16 => CodeUnits(elements.Numbers<ushort>(element with { Type = MiType.UInt16 }, element.Size / 2, end)),
        MiType.Utf32 => CodePoints(elements, elements.Numbers<uint>(element with { Type = MiType.UInt32 }, element.Size / 4, end)),
        _ => throw elements.Source.Error($"element of type {(int)element.Type} where text is due"),
    };

    private static string CodeUnits(ushort[] units) => new(MemoryMarshal.Cast<ushort, char>(units));

    private static string CodePoints(Level5Elements elements, uint[] points)
    {
        var text = new StringBuilder(points.Length);
        foreach (var point in points)
        {
            elements.Source.Require(Rune.IsValid(point), $"UTF-32 code point {point:X} that Unicode does not have");
            text.Append(new Rune(point).ToString());
        }
        return text.ToString();
    }
}
