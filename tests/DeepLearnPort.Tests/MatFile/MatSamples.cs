using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort.Tests;

/// <summary>A value of every kind that can be written.</summary>
internal static class MatSamples
{
    public static OrderedDictionary<string, MatValue> All() => new()
    {
        ["scalar"] = 3.5,
        ["empty"] = MatNumeric.Empty,
        ["special"] = MatNumeric.Row(double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue),
        ["column"] = MatNumeric.Column(1, 2, 3),
        ["matrix"] = Mat.Build.Dense(2, 3, [1, 2, 3, 4, 5, 6]),
        ["nd"] = MatNumeric.Create(Enumerable.Range(0, 24).Select(i => (double)i).ToArray(), 2, 3, 4),
        ["single"] = MatNumeric.Create([1.5f, -2.5f, float.NaN], 3, 1),
        ["int8"] = MatNumeric.Create<sbyte>([-128, 127], 1, 2),
        ["uint8"] = MatNumeric.Create<byte>([0, 127, 128, 200, 255], 1, 5),
        ["int16"] = MatNumeric.Create<short>([short.MinValue, short.MaxValue], 1, 2),
        ["uint16"] = MatNumeric.Create<ushort>([0, 32768, 65535], 1, 3),
        ["int32"] = MatNumeric.Create([int.MinValue, int.MaxValue], 1, 2),
        ["uint32"] = MatNumeric.Create([0u, uint.MaxValue], 1, 2),
        ["int64"] = MatNumeric.Create([long.MinValue, long.MaxValue], 1, 2),
        ["uint64"] = MatNumeric.Create([0UL, ulong.MaxValue], 1, 2),
        ["yes"] = true,
        ["logical"] = MatNumeric.Logical([true, false, true, true], 2, 2),
        ["complex"] = MatNumeric.Complex([1.0, 2.0, 3.0], [0.5, -0.5, double.NaN], 1, 3),
        ["complexsingle"] = MatNumeric.Complex([1f], [-1f], 1, 1),
        ["text"] = "sigm",
        ["long_text"] = "tanh_opt is a longer text, with ä, € and 😀",
        ["notext"] = "",
        ["lines"] = MatChar.FromRows("two", "lines"),
        ["sparse"] = Mat.Build.SparseOfIndexed(3, 4, [(0, 0, 1.5), (2, 1, -2.0), (1, 3, 4.0)]),
        ["sparsecomplex"] = MatValue.Of(Matrix<Complex>.Build.SparseOfIndexed(2, 3, [(1, 0, new Complex(1, -1)), (0, 2, new Complex(0, 2))])),
        ["sparselogical"] = MatSparse.Logical(Mat.Build.SparseOfIndexed(3, 2, [(0, 0, 2.0), (2, 1, -1.0), (1, 1, 5.0)])),
        ["nosparse"] = Mat.Build.Sparse(2, 2),
        ["cell"] = MatCell.Create([1.0, "two", MatCell.Row(), MatNumeric.Empty], 2, 2),
        ["nothing"] = MatCell.Create([], 0, 0),
        ["s"] = MatStruct.Create(("a", 1.0), ("W", MatCell.Row(Mat.Build.Dense(2, 2, 0.25), MatNumeric.Empty)), ("inner", MatStruct.Create(("b", "c")))),
        ["array"] = MatStruct.Array(["p", "a_field_name_that_is_longer_than_31_characters"], [1.0, "x", 2.0, "y"], 1, 2),
        ["nofields"] = MatStruct.Array([], [], 1, 3),
        ["noelements"] = MatStruct.Array(["a"], [], 0, 0),
    };

    public static List<MatArrayInfo> List(IEnumerable<KeyValuePair<string, MatValue>> variables) =>
        [.. variables.SelectMany(v => MatListing.Of(v.Key, v.Value))];
}
