namespace DeepLearnPort;

/// <summary>MATLAB's rules for the class of what comes of several values, and conversions to it.</summary>
internal static class ClassOfResult
{
    /// <summary>The class of what comes of these values.</summary>
    /// <exception cref="InvalidCastException">MATLAB has no result for their classes.</exception>
    public static MatClass Common(IReadOnlyList<MatValue> values, MatClassRule rule)
    {
        var classes = values.Select(value => Counted(value, rule)).ToList();
        var integers = classes.Where(IsInteger).Distinct().ToList();
        if (rule != MatClassRule.Moved && integers.Count > 1)
            throw new InvalidCastException($"{integers[0].Name()} and {integers[1].Name()} do not go together");
        return classes.Contains(MatClass.Char) ? MatClass.Char
            : integers.Count > 0 ? integers[0]
            : classes.Contains(MatClass.Single) ? MatClass.Single
            : classes.Count == 0 || classes.Contains(MatClass.Double) ? MatClass.Double
            : MatClass.Logical;
    }

    /// <summary>A value as it takes part in a result of the class: rounded to it, unless integers are calculated with in double.</summary>
    public static MatValue Prepared(MatValue value, MatClass result, MatClassRule rule) =>
        rule == MatClassRule.Calculated && IsInteger(result) ? Cast(value, MatClass.Double) : Cast(value, result);

    /// <summary>What MATLAB's <c>uint8(x)</c> and the like make of a value: rounded, kept within the class, NaN as 0.</summary>
    /// <exception cref="InvalidCastException">The value is no real array.</exception>
    public static MatValue Cast(MatValue value, MatClass to)
    {
        if (value.Class == to && value is not MatSparse)
            return value;
        double[] numbers = Doubles(value);
        int[] size = [.. value.Dimensions];
        return to switch
        {
            MatClass.Double => MatNumeric.Create(numbers, size),
            MatClass.Single => MatNumeric.Create(Array.ConvertAll(numbers, x => (float)x), size),
            MatClass.Logical => MatNumeric.Logical(Array.ConvertAll(numbers, x => x != 0), size),
            MatClass.Char => new MatChar(new string(Array.ConvertAll(numbers, x => (char)x)), [.. size]),
            MatClass.Int8 => Rounded<sbyte>(numbers, size),
            MatClass.UInt8 => Rounded<byte>(numbers, size),
            MatClass.Int16 => Rounded<short>(numbers, size),
            MatClass.UInt16 => Rounded<ushort>(numbers, size),
            MatClass.Int32 => Rounded<int>(numbers, size),
            MatClass.UInt32 => Rounded<uint>(numbers, size),
            MatClass.Int64 => Rounded<long>(numbers, size),
            MatClass.UInt64 => Rounded<ulong>(numbers, size),
            _ => throw new InvalidCastException($"numbers cannot become {to.Name()}"),
        };
    }

    /// <summary>The numbers of a real array of any class, those of char the code units.</summary>
    public static double[] Doubles(MatValue value) => value switch
    {
        MatChar text when text.Units.Length == text.Count => Array.ConvertAll(text.Units.ToCharArray(), unit => (double)unit),
        MatSparse sparse => sparse.AsMatrix().ToColumnMajorArray(),
        MatNumeric numbers => numbers.AsDoubles(),
        _ => throw new InvalidCastException($"this value is {value}, not numbers"),
    };

    private static MatClass Counted(MatValue value, MatClassRule rule) => value.Class switch
    {
        MatClass.Char when rule != MatClassRule.Moved => MatClass.Double,
        MatClass.Logical when rule == MatClassRule.Calculated => MatClass.Double,
        var own => own,
    };

    private static bool IsInteger(MatClass matClass) => matClass is >= MatClass.Int8 and <= MatClass.UInt64;

    private static MatNumeric<T> Rounded<T>(double[] numbers, int[] size)
        where T : unmanaged, System.Numerics.INumber<T> =>
        MatNumeric.Create(Array.ConvertAll(numbers, x => T.CreateSaturating(Math.Round(x, MidpointRounding.AwayFromZero))), size);
}
