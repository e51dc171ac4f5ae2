using System.Globalization;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>One place where two MATLAB values differ.</summary>
/// <param name="Place">Where, in MATLAB notation: <c>nn.W{2}(3,17)</c>.</param>
/// <param name="Got">What is there: a number with all its digits, a text, or a class and size.</param>
/// <param name="Expected">What should be there.</param>
/// <param name="Error">|got - expected| / max(1, |expected|); infinite where no number says how far apart they are.</param>
public readonly record struct MatDifference(string Place, string Got, string Expected, double Error)
{
    /// <summary>One line.</summary>
    /// <returns>E.g. <c>nn.L: got 0.25, expected 0.5, error 2.5e-01</c>.</returns>
    public override string ToString() => Printable.Line($"{Place}: got {Got}, expected {Expected}, error {ErrorText(Error)}");

    internal static string ErrorText(double error) =>
        error == 0 ? "0" : double.IsInfinity(error) ? "Inf" : error.ToString("0.0e-00", CultureInfo.InvariantCulture);
}

/// <summary>
/// Two MATLAB values beside each other. Class, size and field names must agree; |got - expected| ≤ tolerance·max(1, |expected|),
/// where NaN equals NaN and Inf its own sign; integers, chars and logicals exactly.
/// </summary>
/// <remarks>The order of fields is not compared, as by MATLAB's <c>isequal</c>; nor is full with sparse storage.</remarks>
public sealed class MatComparison
{
    /// <summary>The number of differences that are kept.</summary>
    private const int Kept = 3;

    // A longer text is shown from a little before the place where it differs.
    private const int ShownText = 60, ShownBefore = 10;

    private readonly double _tolerance;
    private readonly List<MatDifference> _largest = [];

    private MatComparison(double tolerance) => _tolerance = tolerance;

    /// <summary>The largest error found, accepted ones included: |got - expected| / max(1, |expected|).</summary>
    public double Error { get; private set; }

    /// <summary>Where the largest error is; empty when there is none.</summary>
    public string Place { get; private set; } = "";

    /// <summary>How many places differ by more than the tolerance.</summary>
    public long DifferenceCount { get; private set; }

    /// <summary>The three largest of them, largest first.</summary>
    public IReadOnlyList<MatDifference> Differences => _largest;

    /// <summary>Whether the values agree.</summary>
    public bool Agrees => DifferenceCount == 0;

    /// <summary>Compares two values.</summary>
    /// <param name="expected">What should be.</param>
    /// <param name="got">What is.</param>
    /// <param name="name">What to call the value in places.</param>
    /// <param name="tolerance">The largest accepted error.</param>
    /// <returns>How far they agree.</returns>
    /// <exception cref="InsufficientExecutionStackException">They are nested too deep.</exception>
    public static MatComparison Of(MatValue expected, MatValue got, string name, double tolerance = RecordedCase.DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(got);
        ArgumentNullException.ThrowIfNull(name);
        var comparison = new MatComparison(tolerance);
        comparison.Add(expected, got, new(name));
        return comparison;
    }

    /// <summary>Compares two lists of values, called <c>name{1}</c>, <c>name{2}</c>, …</summary>
    internal static MatComparison Of(IReadOnlyList<MatValue> expected, IReadOnlyList<MatValue> got, string name, double tolerance)
    {
        var comparison = new MatComparison(tolerance);
        for (int i = 0; i < expected.Count; i++)
            comparison.Add(expected[i], got[i], new($"{name}{{{i + 1}}}"));
        return comparison;
    }

    private void Add(MatValue expected, MatValue got, MatPlace place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (expected.ClassName != got.ClassName || !expected.Dimensions.SequenceEqual(got.Dimensions))
            AddOther(place, "", got.ToString()!, expected.ToString()!);
        else if (expected is MatCell cell)
            AddCell(cell, (MatCell)got, place);
        else if (expected is MatStruct fields)
            AddStruct(fields, (MatStruct)got, place);
        else if (expected is MatChar text)
            AddText(text.Units, ((MatChar)got).Units, place);
        else if (expected is MatNumeric or MatSparse)
            AddNumbers(expected, got, place);
    }

    private void AddCell(MatCell expected, MatCell got, MatPlace place)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            place.Enter(expected, i);
            Add(expected[i], got[i], place);
            place.Leave();
        }
    }

    private void AddStruct(MatStruct expected, MatStruct got, MatPlace place)
    {
        var common = new List<(string Name, int Expected, int Got)>();
        foreach (var (name, position) in expected.Positions)
        {
            if (got.Positions.TryGetValue(name, out int other))
                common.Add((name, position, other));
            else
                AddOther(place, $".{name}", "no such field", Field(expected, position));
        }
        foreach (var (name, position) in got.Positions)
            if (!expected.Positions.ContainsKey(name))
                AddOther(place, $".{name}", Field(got, position), "no such field");
        if (common.Count == 0)
            return; // of which there may be billions of elements
        for (int i = 0; i < expected.Count; i++)
            foreach (var (name, position, other) in common)
            {
                place.Enter(expected, i, name);
                Add(expected.Element(i)[position], got.Element(i)[other], place);
                place.Leave();
            }
    }

    private static string Field(MatStruct s, int position) => s.IsEmpty ? "a field" : s.Element(0)[position].ToString()!;

    private void AddText(string expected, string got, MatPlace place)
    {
        if (expected == got)
            return;
        int start = Math.Max(0, expected.AsSpan().CommonPrefixLength(got) - ShownBefore);
        AddOther(place, "", Shown(got), Shown(expected));

        string Shown(string text)
        {
            int from = text.Length <= ShownText ? 0 : start;
            string part = Printable.Cut(text.Substring(from, Math.Min(text.Length - from, ShownText + 1)), ShownText);
            return $"'{(from > 0 ? "…" : "")}{part}'";
        }
    }

    private void AddNumbers(MatValue expected, MatValue got, MatPlace place)
    {
        bool isWhole = expected.Class is not (MatClass.Double or MatClass.Single);
        bool isComplex = MatVariable.Of("", expected).IsComplex, gotIsComplex = MatVariable.Of("", got).IsComplex;
        MatNumbers left = MatNumbers.Of(expected), right = MatNumbers.Of(got);
        left.Next();
        right.Next();
        while (Math.Min(left.Position, right.Position) is var position && position != long.MaxValue)
        {
            // What a sparse array does not store is 0.
            var due = left.Position == position ? left.Current : default;
            var there = right.Position == position ? right.Current : default;
            double error = due.Error(there);
            if (error > Error)
                (Error, Place) = (error, place.Of(expected, position));
            bool accepted = isWhole ? due.Whole == there.Whole && due.Imaginary == there.Imaginary : error <= _tolerance;
            if (!accepted && Counts(error))
                Keep(new(place.Of(expected, position), there.Text(isWhole, gotIsComplex), due.Text(isWhole, isComplex), error));
            if (left.Position == position)
                left.Next();
            if (right.Position == position)
                right.Next();
        }
    }

    private void AddOther(MatPlace place, string field, string got, string expected)
    {
        if (!double.IsInfinity(Error))
            (Error, Place) = (double.PositiveInfinity, place + field);
        if (Counts(double.PositiveInfinity))
            Keep(new(place + field, got, expected, double.PositiveInfinity));
    }

    /// <summary>Counts a difference; says whether it is among the largest so far.</summary>
    private bool Counts(double error) => ++DifferenceCount <= Kept || error > _largest[^1].Error;

    private void Keep(MatDifference difference)
    {
        int at = _largest.FindIndex(kept => kept.Error < difference.Error);
        _largest.Insert(at < 0 ? _largest.Count : at, difference);
        if (_largest.Count > Kept)
            _largest.RemoveAt(Kept);
    }
}
