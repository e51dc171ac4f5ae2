namespace DeepLearnPort;

/// <summary>The numbers that an ONNX model takes, computes with and gives.</summary>
public enum OnnxPrecision
{
    /// <summary>Takes and gives float32, computes in float64: what <see cref="Toolbox.nnff"/> gives, rounded to float32.</summary>
    Mixed,

    /// <summary>All float32, for engines that have nothing else; agrees with <see cref="Toolbox.nnff"/> to about 1e-6 with 784 inputs.</summary>
    Single,

    /// <summary>All float64: the last digits of <see cref="Toolbox.nnff"/>.</summary>
    Double,
}
