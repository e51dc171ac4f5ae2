using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DeepLearnPort.Tests;

/// <summary>Checksums of numbers, as little-endian bytes.</summary>
internal static class Sha
{
    public static string Of<T>(ReadOnlySpan<T> numbers) where T : struct =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(numbers)));
}
