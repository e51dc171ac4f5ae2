namespace DeepLearnPort;

/// <summary>
/// What the ways back of a <see cref="Cae"/> read: the inputs, activations and outputs of the last pass, checked.
/// </summary>
internal readonly struct CaePass
{
    /// <summary>Reads the fields.</summary>
    /// <exception cref="ArgumentException">One is missing, or left by a pass of another size.</exception>
    public CaePass(in Cae cae)
    {
        (Maps, Outputs) = (CaeFields.Maps(cae), CaeFields.Outputs(cae));
        if (cae.o.All(output => output.IsEmpty))
            throw new ArgumentException("cae.o holds no outputs yet: cae must come from caedown", nameof(cae));
        CaeFields.Arrays(cae.o, "cae.o", Outputs);
        CaeFields.Kernels(cae.ok, "cae.ok", Outputs, Maps);
        CaeFields.Arrays(cae.a, "cae.a", Maps, Size3.OfConvolution(cae.o[0], cae.ok[0][0], "cae.a"));
        if (cae.i.Length < Outputs)
            throw new ArgumentException(
                $"cae.i must hold {Outputs} arrays, as caeup leaves them; holds {cae.i.Length}", nameof(cae));
        for (int i = 0; i < Outputs; i++)
            if (cae.i[i].IsEmpty)
                throw new ArgumentException(
                    $"cae.i{{{i + 1}}} must be an array with numbers, as caeup leaves it; is {cae.i[i]}", nameof(cae));
        Edgemask = MaskLike(cae.o[0], cae.edgemask);
    }

    public int Maps { get; }

    public int Outputs { get; }

    /// <summary>As large as an output.</summary>
    public Array3 Edgemask { get; }

    /// <summary>Number of samples.</summary>
    public int Samples => Edgemask.RowCount;

    // One sample's mask goes with any number of them.
    private static Array3 MaskLike(Array3 output, Array3 mask)
    {
        if (mask.SameSize(output))
            return mask;
        return (mask.RowCount, mask.ColumnCount, mask.PageCount) == (1, output.ColumnCount, output.PageCount)
            ? Array3.Create(output.RowCount, output.ColumnCount, output.PageCount, (_, j, k) => mask[0, j, k])
            : throw new ArgumentException(
                $"cae.o{{1}} must be {mask}, the size of cae.edgemask that scaesetup was told, to come from caedown; "
                + $"is {output}", "cae");
    }
}
