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
    /// <exception cref="ArgumentException">There is no path.</exception>
    public RecordedCase(string path)
        : this(path, System.IO.Path.GetFileNameWithoutExtension(path)) => ArgumentException.ThrowIfNullOrEmpty(path);

    private RecordedCase(string path, string name) => (Path, Name) = (path, name);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The file's name without its ending, below the folder that was asked for.</summary>
    public string Name { get; }

    /// <summary>The cases of a folder and of the folders in it, by name.</summary>
    /// <param name="folder">The folder. What begins with a dot is passed over; a folder that links lead to again is gone through
    /// once.</param>
    /// <returns>One case for each <c>.mat</c> file.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">It holds no <c>.mat</c> file, so that nothing would be tested.</exception>
    public static IReadOnlyList<RecordedCase> In(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var cases = FilesIn(folder, [])
            .Select(file => new RecordedCase(file, System.IO.Path.ChangeExtension(System.IO.Path.GetRelativePath(folder, file), null).Replace('\\', '/')))
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
        return cases.Count > 0 ? cases : throw new FileNotFoundException($"there is no .mat file in {folder}");
    }

    /// <summary>Calls the function with the recorded arguments and random state, and compares what it returns.</summary>
    /// <param name="tolerance">The largest accepted error, where the case has no <c>tol</c> of its own.</param>
    /// <param name="functions">Classes whose public static methods are the functions; <see cref="Toolbox"/> and <see cref="Matlab"/> when left out.</param>
    /// <param name="timeout">How long it may take: a case that takes longer has failed. Without end when left out.</param>
    /// <param name="cancel">Gives the case up.</param>
    /// <returns>How it came out. The ambient random stream and <see cref="Display.Writer"/> are as before; no file has been
    /// written.</returns>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    /// <remarks>
    /// With a <paramref name="timeout"/> or a <paramref name="cancel"/> the case runs on a thread of its own, which is left
    /// behind when its time is up; trainings end there at the next epoch or product.
    /// </remarks>
    public CaseResult Replay(double tolerance = DefaultTolerance, IEnumerable<Type>? functions = null, TimeSpan? timeout = null,
        CancellationToken cancel = default)
    {
        if (!(tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance),
                Invariant($"the tolerance must be 0 or more; was {tolerance}"));
        if (timeout is { } given && (given <= TimeSpan.Zero || given.TotalMilliseconds > int.MaxValue))
            throw new ArgumentOutOfRangeException(nameof(timeout),
                Invariant($"the time must be more than 0 and less than 25 days; was {given.TotalSeconds} s"));
        var table = functions is null ? FunctionTable.Default : new FunctionTable(functions);
        if (timeout is null && !cancel.CanBeCanceled)
            return Replayed(tolerance, table);
        var limit = timeout ?? Timeout.InfiniteTimeSpan;
        return OwnThread.Run(() => Replayed(tolerance, table), limit, out var result, cancel)
            ? result!
            : new() { Case = Name, Status = CaseStatus.Failed, Message = Invariant($"timed out after {limit.TotalSeconds} s") };
    }

    /// <summary>Replays, and throws unless the outputs agree.</summary>
    /// <param name="tolerance">As for <see cref="Replay"/>.</param>
    /// <param name="functions">As for <see cref="Replay"/>.</param>
    /// <param name="timeout">As for <see cref="Replay"/>.</param>
    /// <exception cref="RecordedCaseException">They do not; the message names the largest differences.</exception>
    public void Verify(double tolerance = DefaultTolerance, IEnumerable<Type>? functions = null, TimeSpan? timeout = null)
    {
        var result = Replay(tolerance, functions, timeout);
        if (result.Status != CaseStatus.Passed)
            throw new RecordedCaseException(result);
    }

    /// <summary>The name, which test runners show.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Printable.Line(Name);

    private CaseResult Replayed(double tolerance, FunctionTable functions)
    {
        RecordedCall call;
        try
        {
            call = RecordedCall.Load(Path);
        }
        catch (Exception e)
        {
            string message = e is OutOfMemoryException ? $"{Path}: there is not enough memory to read it" : e.Message;
            return new() { Case = Name, Status = CaseStatus.Unusable, Message = Printable.Cut(message, Printable.MostOfMessage) };
        }
        return call.Replay(Name, tolerance, functions);
    }

    private static IEnumerable<string> FilesIn(string folder, HashSet<string> seen)
    {
        if (RealPath.Of(folder) is { } real && !seen.Add(real))
            yield break;
        foreach (string path in Directory.EnumerateFileSystemEntries(folder))
            if (System.IO.Path.GetFileName(path).StartsWith('.'))
                continue;
            else if (Directory.Exists(path))
                foreach (string file in FilesIn(path, seen))
                    yield return file;
            else if (path.EndsWith(".mat", StringComparison.OrdinalIgnoreCase))
                yield return path;
    }
}
