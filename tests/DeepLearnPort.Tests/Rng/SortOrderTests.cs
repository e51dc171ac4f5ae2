using CsCheck;

namespace DeepLearnPort.Tests;

public class SortOrderTests
{
    [Test]
    public void OfUniforms_AnyVector_IsTheStableOrder() =>
        Gen.OneOf(Gen.Double[0, 0.999], Gen.OneOf(Gen.Const(0.25), Gen.Const(0.5), Gen.Const(Math.BitDecrement(1)), Gen.Const(double.Epsilon))).Array[0, 400]
            .Sample(u => SortOrder.OfUniforms(u).SequenceEqual(u.Select((x, i) => (x, i)).OrderBy(p => p.x).Select(p => p.i + 1)), iter: 500);
}
