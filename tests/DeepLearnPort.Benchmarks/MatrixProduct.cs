using BenchmarkDotNet.Attributes;

namespace DeepLearnPort.Benchmarks;

/// <summary>A product of the experiment, or one large enough to show the kernel alone. Op(A) is m×k, op(B) k×n.</summary>
public sealed record Shape(string What, int M, int K, int N, bool TransA, bool TransB)
{
    /// <summary>Forward a·W', the delta d·W and the gradient d'·a of minibatches of 100; evaluations of 1000 and 2000 rows; a square.</summary>
    public static IEnumerable<Shape> All { get; } =
    [
        new("a*W'", 100, 785, 100, false, true),
        new("a*W'", 100, 101, 784, false, true),
        new("d'*a", 784, 100, 101, true, false),
        new("d'*a", 100, 100, 785, true, false),
        new("d*W", 100, 100, 785, false, false),
        new("a*W'", 1000, 101, 784, false, true),
        new("a*W'", 2000, 785, 100, false, true),
        new("A*B", 2000, 2000, 2000, false, false),
    ];

    public double Operations => 2.0 * M * N * K;

    public int Lda => TransA ? K : M;

    public int Ldb => TransB ? N : K;

    public override string ToString() => $"{M}×{K}×{N} {What}";
}

/// <summary>Random operands of a shape.</summary>
internal sealed class Operands
{
    public readonly Shape Shape;
    public readonly double[] A, B, C;

    public Operands(Shape shape)
    {
        Shape = shape;
        var random = new Random(1);
        A = Values(random, shape.M * shape.K);
        B = Values(random, shape.K * shape.N);
        C = new double[shape.M * shape.N];
    }

    public void Multiply() => Dgemm.Multiply(Shape.TransA, Shape.TransB, Shape.M, Shape.N, Shape.K, A, Shape.Lda, B, Shape.Ldb, C, Shape.M);

    private static double[] Values(Random random, int count)
    {
        var values = new double[count];
        foreach (ref double value in values.AsSpan())
            value = random.NextDouble();
        return values;
    }
}

[MemoryDiagnoser]
public class MatrixProduct
{
    private Operands _operands = null!;

    [ParamsSource(nameof(Shapes))]
    public Shape Shape { get; set; } = null!;

    public static IEnumerable<Shape> Shapes => Shape.All;

    [GlobalSetup]
    public void Setup() => _operands = new Operands(Shape);

    [Benchmark]
    public void Multiply() => _operands.Multiply();
}
