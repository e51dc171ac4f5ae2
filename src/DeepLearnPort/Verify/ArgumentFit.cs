namespace DeepLearnPort;

/// <summary>Judges, without converting and by kind and size alone, how well a MATLAB value suits the type of a parameter.</summary>
internal static class ArgumentFit
{
    /// <summary>0 for a perfect fit, more for a worse one, null for none.</summary>
    public static int? Distance(MatValue value, Type parameter, MatClasses taken)
    {
        var type = Nullable.GetUnderlyingType(parameter) ?? parameter;
        if (type.IsInstanceOfType(value))
            return 5;
        return value switch
        {
            MatChar when type == typeof(string) => 0,
            MatChar when !taken.HasFlag(MatClasses.Char) => null,
            MatStruct fields => StructLayout.Of(type)?.UnknownFields(fields),
            MatCell => Items.Of(type) is null ? null : 0,
            { Count: 1 } => NumberDistance(value, type),
            _ => ArrayDistance(value, type),
        };
    }

    private static int? NumberDistance(MatValue number, Type type)
    {
        if (type == typeof(bool))
            return number.Class == MatClass.Logical ? 0 : 3;
        if (type == typeof(int) || type == typeof(long))
            return number is MatNumeric { IsComplex: false } && double.IsInteger(number.AsDouble()) ? 0 : null;
        return type == typeof(double) ? 1 : ArrayDistance(number, type) + 2;
    }

    private static int? ArrayDistance(MatValue array, Type type) =>
        type == typeof(Mat) ? array.Dimensions.Length == 2 ? 0 : null
        : type == typeof(Array3) ? array.Dimensions.Length switch { 3 => 0, 2 => 1, _ => null }
        : Items.Of(type) is { } items && (items.TakesVectors || array.IsEmpty) ? 1
        : null;
}
