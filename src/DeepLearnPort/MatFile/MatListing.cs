using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace DeepLearnPort;

/// <summary>Lists every array of a value with its checksum.</summary>
public static class MatListing
{
    // A line, without its path; what the lines of one variable may take.
    private const int LineBytes = 256;
    private const long MostBytes = 1L << 30;

    /// <summary>The value itself, then, depth first, what its cells and fields hold.</summary>
    /// <param name="name">The variable's name, with which the paths begin.</param>
    /// <param name="value">The value.</param>
    /// <returns>One line an array.</returns>
    /// <exception cref="InvalidOperationException">There are so many arrays, or so far down, that the lines would take more than
    /// 1 GiB.</exception>
    public static IReadOnlyList<MatArrayInfo> Of(string name, MatValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        var lines = new Lines();
        lines.Add(name, value);
        return lines.Arrays;
    }

    private sealed class Lines
    {
        // Of the cells and structs that the present array is in, the outermost first.
        private readonly List<IncrementalHash> _trees = [];
        private long _bytes;

        public List<MatArrayInfo> Arrays { get; } = [];

        public void Add(string path, MatValue value)
        {
            _bytes += LineBytes + sizeof(char) * (long)path.Length;
            if (_bytes > MostBytes || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
                throw TooMuch(path);
            var info = new MatArrayInfo(path, value.ClassName, value.Size, MatChecksum.Of(value), null);
            int position = Arrays.Count;
            Arrays.Add(info);
            Append(info);
            if (value is not (MatCell or MatStruct)) return;
            using var tree = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
            _trees.Add(tree);
            AddParts(path, value);
            _trees.RemoveAt(_trees.Count - 1);
            Arrays[position] = info with { TreeMd5 = Convert.ToHexStringLower(tree.GetHashAndReset()) };
        }

        private static InvalidOperationException TooMuch(string path) =>
            new($"'{Printable.Line(path, Printable.MostOfName)}' is too much to list: more arrays, or deeper ones, than 1 GiB holds");

        private void AddParts(string path, MatValue value)
        {
            if (value is MatCell cell)
            {
                for (var i = 0; i < cell.Count; i++) Add(Invariant($"{path}{{{i + 1}}}"), cell[i]);
            }
            if (value is MatStruct { Fields.Length: > 0 } s)
            {
                for (var i = 0; i < s.Count; i++)
                {
                    for (var f = 0; f < s.Fields.Length; f++) Add(Invariant($"{path}({i + 1}).{s.Fields[f]}"), s.Element(i)[f]);
                }
            }
        }

        private void Append(MatArrayInfo array)
        {
            if (_trees.Count == 0) return;
            var line = Encoding.UTF8.GetBytes($"{array.Class}|{array.Size}|{array.Md5}\n");
            foreach (var tree in _trees) tree.AppendData(line);
        }
    }
}
