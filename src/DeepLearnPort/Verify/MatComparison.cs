using System.Globalization;

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
    public override string ToString() => $"{Place}: got {Got}, expected {Expected}, error {ErrorText(Error)}";

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
    public static MatComparison Of(MatValue expected, MatValue got, string name, double tolerance = RecordedCase.DefaultTolerance)
    {
        var comparison = new MatComparison(tolerance);
        comparison.Add(expected, got, name);
        return comparison;
    }

    /// <summary>Compares two lists of values, called <c>name{1}</c>, <c>name{2}</c>, …</summary>
    internal static MatComparison Of(IReadOnlyList<MatValue> expected, IReadOnlyList<MatValue> got, string name, double tolerance)
    {
        var comparison = new MatComparison(tolerance);
        for (int i = 0; i < expected.Count; i++)
            comparison.Add(expected[i], got[i], $"{name}{{{i + 1}}}");
        return comparison;
    }

    private void Add(MatValue expected, MatValue got, string place)
    {
        if (expected.ClassName != got.ClassName || !expected.Dimensions.SequenceEqual(got.Dimensions))
            AddOther(place, got.ToString()!, expected.ToString()!);
        else if (expected is MatCell cell)
            for (int i = 0; i < cell.Count; i++)
                Add(cell[i], got[i], place + MatPlace.Cell(cell, i));
        else if (expected is MatStruct fields)
            AddStruct(fields, (MatStruct)got, place);
        else if (expected is MatChar text)
            AddText(text.Units, ((MatChar)got).Units, place);
        else if (expected is MatNumeric or MatSparse)
            AddNumbers(MatNumbers.Of(expected), MatNumbers.Of(got), expected, place);
    }

    private void AddStruct(MatStruct expected, MatStruct got, string place)
    {
        foreach (string field in expected.Fields.Except(got.Fields))
            AddOther($"{place}.{field}", "no such field", expected.IsEmpty ? "a field" : expected[field].ToString()!);
        foreach (string field in got.Fields.Except(expected.Fields))
            AddOther($"{place}.{field}", got.IsEmpty ? "a field" : got[field].ToString()!, "no such field");
        for (int i = 0; i < expected.Count; i++)
            foreach (string field in expected.Fields.Intersect(got.Fields))
                Add(expected[i, field], got[i, field], $"{place}{MatPlace.Element(expected, i)}.{field}");
    }

    private void AddText(string expected, string got, string place)
    {
        if (expected != got)
            AddOther(place, $"'{got}'", $"'{expected}'");
    }

    private void AddNumbers(MatNumbers expected, MatNumbers got, MatValue shape, string place)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            double error = expected.Error(got, i);
            if (error > Error)
                (Error, Place) = (error, place + MatPlace.Element(shape, i));
            if (!expected.Accepts(got, i, _tolerance) && Counts(error))
                Keep(new(place + MatPlace.Element(shape, i), got.Text(i), expected.Text(i), error));
        }
    }

    private void AddOther(string place, string got, string expected)
    {
        if (!double.IsInfinity(Error))
            (Error, Place) = (double.PositiveInfinity, place);
        if (Counts(double.PositiveInfinity))
            Keep(new(place, got, expected, double.PositiveInfinity));
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
