namespace DeepLearnPort;

/// <summary>
/// One call recorded in MATLAB or Octave (by <c>matlab-ref/dlrecord.m</c>): a <c>.mat</c> file with the function's name, its
/// arguments, the random state before and the outputs. Replaying it calls the function of the same name here and compares.
/// </summary>
/// <remarks>
/// In NUnit: <c>static IEnumerable&lt;RecordedCase&gt; Cases =&gt; RecordedCase.In("cases");</c> and
/// <c>[TestCaseSource(nameof(Cases))] public void AsInMatlab(RecordedCase c) =&gt; c.Verify();</c>. The file is read when the
/// case is replayed, so a damaged one fails alone.
/// </remarks>
public sealed class RecordedCase
{
    /// <summary>The largest accepted |got - expected| / max(1, |expected|) unless the case or the caller says otherwise.</summary>
    public const double DefaultTolerance = 1e-10;

    /// <summary>Names a case; the file is not read yet.</summary>
    /// <param name="path">The <c>.mat</c> file.</param>
    public RecordedCase(string path)
        : this(path, System.IO.Path.GetFileNameWithoutExtension(path)) { }

    private RecordedCase(string path, string name) => (Path, Name) = (path, name);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The file's name without its ending, below the folder that was asked for.</summary>
    public string Name { get; }

    /// <summary>The cases of a folder and of the folders in it, by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>One case for each <c>.mat</c> file.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">It holds no <c>.mat</c> file, so that nothing would be tested.</exception>
    public static IReadOnlyList<RecordedCase> In(string folder)
    {
        var cases = Directory.EnumerateFiles(folder, "*.mat", SearchOption.AllDirectories)
            .Select(file => new RecordedCase(file, System.IO.Path.ChangeExtension(System.IO.Path.GetRelativePath(folder, file), null).Replace('\\', '/')))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
        return cases.Count > 0 ? cases : throw new FileNotFoundException($"there is no .mat file in {folder}");
    }

    /// <summary>Calls the function with the recorded arguments and random state, and compares what it returns.</summary>
    /// <param name="tolerance">The largest accepted error, where the case has no <c>tol</c> of its own.</param>
    /// <param name="functions">Classes whose public static methods are the functions; <see cref="Toolbox"/> and <see cref="Matlab"/> when left out.</param>
    /// <returns>How it came out. The ambient random stream and <see cref="Display.Writer"/> are as before.</returns>
    public CaseResult Replay(double tolerance = DefaultTolerance, IEnumerable<Type>? functions = null)
    {
        RecordedCall call;
        try
        {
            call = RecordedCall.Load(Path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidCastException or UnauthorizedAccessException)
        {
            return new() { Case = Name, Status = CaseStatus.Unusable, Message = e.Message };
        }
        return call.Replay(Name, tolerance, functions is null ? FunctionTable.Default : new FunctionTable(functions));
    }

    /// <summary>Replays, and throws unless the outputs agree.</summary>
    /// <param name="tolerance">As for <see cref="Replay"/>.</param>
    /// <param name="functions">As for <see cref="Replay"/>.</param>
    /// <exception cref="RecordedCaseException">They do not; the message names the largest differences.</exception>
    public void Verify(double tolerance = DefaultTolerance, IEnumerable<Type>? functions = null)
    {
        var result = Replay(tolerance, functions);
        if (result.Status != CaseStatus.Passed)
            throw new RecordedCaseException(result);
    }

    /// <summary>The name, which test runners show.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
