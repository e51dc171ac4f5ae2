using System.Security.Cryptography;
using System.Text;

namespace DeepLearnPort;

/// <summary>Lists every array of a value with its checksum.</summary>
public static class MatListing
{
    /// <summary>The value itself, then, depth first, what its cells and fields hold.</summary>
    /// <param name="name">The variable's name, with which the paths begin.</param>
    /// <param name="value">The value.</param>
    /// <returns>One line an array.</returns>
    public static IReadOnlyList<MatArrayInfo> Of(string name, MatValue value)
    {
        var arrays = new List<MatArrayInfo>();
        Add(arrays, name, value);
        return arrays;
    }

    private static void Add(List<MatArrayInfo> arrays, string path, MatValue value)
    {
        var position = arrays.Count;
        var info = new MatArrayInfo(path, value.ClassName, value.Size, MatChecksum.Of(value), null);
        arrays.Add(info);
        if (value is MatCell cell)
        {
            for (var i = 0; i < cell.Count; i++) Add(arrays, $"{path}{{{i + 1}}}", cell[i]);
        }
        if (value is MatStruct { Fields.Length: > 0 } s)
        {
            for (var i = 0; i < s.Count; i++)
            {
                for (var f = 0; f < s.Fields.Length; f++) Add(arrays, $"{path}({i + 1}).{s.Fields[f]}", s.Element(i)[f]);
            }
        }
        if (value is MatCell or MatStruct) arrays[position] = info with { TreeMd5 = Tree(arrays.Skip(position + 1)) };
    }

    private static string Tree(IEnumerable<MatArrayInfo> below)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var array in below) hash.AppendData(Encoding.UTF8.GetBytes($"{array.Class}|{array.Size}|{array.Md5}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
