namespace DeepLearnPort;

/// <summary>How each class stands in a level 5 file.</summary>
internal static class Level5Classes
{
    /// <summary>The class number in the array flags.</summary>
    public static uint Code(MatValue value) => value switch
    {
        MatSparse => Level5Header.SparseCode,
        { Class: MatClass.Logical } => (uint)MatClass.UInt8,
        _ => (uint)value.Class,
    };

    /// <summary>The type that the values of a numeric class or of logical are stored as.</summary>
    public static MiType Storage(MatClass matClass) => matClass switch
    {
        MatClass.Double => MiType.Double,
        MatClass.Single => MiType.Single,
        MatClass.Int8 => MiType.Int8,
        MatClass.Int16 => MiType.Int16,
        MatClass.UInt16 => MiType.UInt16,
        MatClass.Int32 => MiType.Int32,
        MatClass.UInt32 => MiType.UInt32,
        MatClass.Int64 => MiType.Int64,
        MatClass.UInt64 => MiType.UInt64,
        _ => MiType.UInt8,
    };
}
