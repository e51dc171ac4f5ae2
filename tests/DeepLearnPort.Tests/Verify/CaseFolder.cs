using System.Text;

namespace DeepLearnPort.Tests;

/// <summary>A temporary folder of case files.</summary>
internal sealed class CaseFolder : IDisposable
{
    public CaseFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"dlport-{Guid.NewGuid():N}");

    public static MatValue Octave { get; } = MatStruct.Create(("engine", "octave"), ("calls", MatCell.Row(MatCell.Row("rand", "state", 0.0))));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a case; a variable given again replaces the usual one, null leaves it out.</summary>
    public RecordedCase Write(string name, string fn, MatValue[] args, MatValue[] outputs, params (string Name, MatValue? Value)[] other)
    {
        var variables = new OrderedDictionary<string, MatValue?>
        {
            ["fn"] = fn,
            ["args"] = MatCell.Row(args),
            ["out"] = MatCell.Row(outputs),
            ["rng_before"] = Octave,
        };
        foreach (var (key, value) in other)
            variables[key] = value;
        string path = System.IO.Path.Combine(Path, name + ".mat");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        MatFile.Save(path, variables.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Key, v.Value!)));
        return new(path);
    }

    /// <summary>Writes a case that returned a struct with one field, whose name is one that MATLAB would not write.</summary>
    public RecordedCase WriteForged(string name, string field)
    {
        byte[] letters = Encoding.UTF8.GetBytes(field);
        string other = new('f', letters.Length);
        string path = Write(name, "sigm", [0.0], [MatStruct.Create((other, 1.0))]).Path;
        using var plain = new MemoryStream();
        MatFile.Save(plain, MatFile.Load(path), MatWriteOptions.Plain);
        byte[] bytes = plain.ToArray();
        letters.CopyTo(bytes, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(other)));
        File.WriteAllBytes(path, bytes);
        return new(path);
    }

    /// <summary>A recorded case of the repository with its outputs changed.</summary>
    public RecordedCase Altered(string recorded, Func<MatValue, MatValue> change)
    {
        string path = System.IO.Path.Combine(Path, recorded + ".mat");
        var variables = MatFile.Load(Repository.Path("matlab-ref", "cases", recorded + ".mat"));
        variables["out"] = MatCell.Row([.. ((MatCell)variables["out"]).Select(change)]);
        MatFile.Save(path, variables);
        return new(path);
    }
}
