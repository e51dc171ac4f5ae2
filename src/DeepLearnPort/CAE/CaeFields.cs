namespace DeepLearnPort;

/// <summary>
/// Checks of a <see cref="Cae"/>'s fields before a function uses them; each error names the field as MATLAB does.
/// </summary>
internal static class CaeFields
{
    /// <summary>How many activations there are.</summary>
    /// <exception cref="ArgumentException">None.</exception>
    public static int Maps(in Cae cae) => cae.a.Length > 0
        ? cae.a.Length
        : throw new ArgumentException("cae.a is empty: cae must come from scaesetup", nameof(cae));

    /// <summary>How many outputs there are.</summary>
    /// <exception cref="ArgumentException">None.</exception>
    public static int Outputs(in Cae cae) => cae.o.Length > 0
        ? cae.o.Length
        : throw new ArgumentException("cae.o is empty: cae must come from scaesetup", nameof(cae));

    /// <summary>Arrays with numbers, all of one size.</summary>
    /// <param name="arrays">The field.</param>
    /// <param name="name">Its name, e.g. <c>cae.a</c>.</param>
    /// <param name="count">How many there must be.</param>
    /// <param name="size">The size that all must have; that of the first one when left out.</param>
    /// <exception cref="ArgumentException">There are more or fewer, or one is empty or of another size.</exception>
    public static void Arrays(Cell<Array3> arrays, string name, int count, Size3? size = null)
    {
        if (arrays.Length != count)
            throw new ArgumentException(
                $"{name} must hold {count} array{(count == 1 ? "" : "s")}; holds {arrays.Length}", Argument(name));
        for (int i = 0; i < count; i++)
            if (arrays[i].IsEmpty)
                throw new ArgumentException($"{name}{{{i + 1}}} must be an array with numbers; is {arrays[i]}", Argument(name));
            else if (Size3.Of(arrays[i]) != (size ??= Size3.Of(arrays[i])))
                throw new ArgumentException($"{name}{{{i + 1}}} must be {size}; is {arrays[i]}", Argument(name));
    }

    /// <summary>A kernel for each input and activation, all of one size.</summary>
    /// <exception cref="ArgumentException">There are more or fewer, or one is empty or of another size.</exception>
    public static void Kernels(Cell<Cell<Array3>> kernels, string name, int inputs, int maps, Size3? size = null)
    {
        if (kernels.Length != inputs)
            throw new ArgumentException(
                $"{name} must hold kernels for {inputs} input{(inputs == 1 ? "" : "s")}; holds them for {kernels.Length}", "cae");
        for (int i = 0; i < inputs; i++)
        {
            Arrays(kernels[i], $"{name}{{{i + 1}}}", maps, size);
            size ??= Size3.Of(kernels[i][0]);
        }
    }

    /// <summary>One number for each activation or output.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Numbers(Cell<double> numbers, string name, int count)
    {
        if (numbers.Length != count)
            throw new ArgumentException(
                $"{name} must hold {count} number{(count == 1 ? "" : "s")}; holds {numbers.Length}", "cae");
    }

    /// <summary>The places that pooling groups, all within an activation of so many numbers.</summary>
    /// <exception cref="ArgumentException">There are none, or one is beyond.</exception>
    public static void Places(Array3 M, int count)
    {
        if (M.IsEmpty)
            throw new ArgumentException("cae.M is empty: cae must come from scaesetup", "cae");
        foreach (double place in M.Span)
            if (!(place >= 1 && place <= count && place == Math.Truncate(place)))
                throw new ArgumentException(
                    Invariant($"cae.M must hold places in an activation, from 1 to {count}; holds {place}"), "cae");
    }

    // The argument that a field or its elements belong to.
    private static string Argument(string name) => name.Split('.', '{')[0];
}
