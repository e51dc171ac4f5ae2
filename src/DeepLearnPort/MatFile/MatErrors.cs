using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>Makes the errors of one file, with the variable that is being read or written.</summary>
/// <param name="file">The file's name; null for a stream.</param>
internal sealed class MatErrors(string? file)
{
    /// <summary>The variable being read or written.</summary>
    public string? Variable { get; set; }

    /// <summary>The error that something is not as it must be.</summary>
    public MatFileException Error(string reason, long? offset = null, Exception? inner = null) =>
        new(file, offset, Variable, reason, inner);

    /// <summary>Fails with <paramref name="reason"/> unless <paramref name="condition"/> holds.</summary>
    public void Require([DoesNotReturnIf(false)] bool condition, string reason)
    {
        if (!condition) throw Error(reason);
    }

    /// <inheritdoc cref="Require(bool, string)"/>
    public void Require([DoesNotReturnIf(false)] bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref MatReason reason)
    {
        if (!condition) throw Error(reason.Finish());
    }
}
