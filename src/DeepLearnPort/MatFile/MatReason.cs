using System.Globalization;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>The text of a reason that is put together only when what was required does not hold.</summary>
[InterpolatedStringHandler]
internal ref struct MatReason
{
    private DefaultInterpolatedStringHandler _text;

    public MatReason(int literalLength, int formattedCount, bool condition, out bool isNeeded)
    {
        isNeeded = !condition;
        _text = isNeeded ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

    /// <summary>The finished text.</summary>
    public string Finish() => _text.ToStringAndClear();
}
