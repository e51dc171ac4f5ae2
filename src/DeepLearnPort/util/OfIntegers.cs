namespace DeepLearnPort;

/// <summary>
/// MATLAB calculates with integers in their own class, rounded and kept within its limits, until a function such as <c>exp</c>
/// makes doubles of them: <c>-uint8(1)</c> is 0.
/// </summary>
internal static class OfIntegers
{
    /// <summary>What an operation leaves of some integers in their class, as doubles.</summary>
    public static double[] After(MatNumeric integers, Converter<double, double> operation)
    {
        var result = MatNumeric.Create(Array.ConvertAll(integers.AsDoubles(), operation), [.. integers.Dimensions]);
        return ClassOfResult.Doubles(ClassOfResult.Cast(result, integers.Class));
    }
}
