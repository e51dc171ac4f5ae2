using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>The graph of a network: operators from <c>x</c> to <c>y</c>, and the numbers they need.</summary>
internal sealed class OnnxGraph(OnnxPrecision precision)
{
    // TensorProto.DataType and AttributeProto.AttributeType
    private const int FloatNumbers = 1, DoubleNumbers = 11;
    private const int IntAttribute = 2;

    // Field numbers: GraphProto.
    private const int Node = 1, Name = 2, Initializer = 5, Input = 11, Output = 12;

    private readonly ProtoMessage _graph = new();
    private readonly int _inside = precision == OnnxPrecision.Single ? FloatNumbers : DoubleNumbers;
    private readonly int _outside = precision == OnnxPrecision.Double ? DoubleNumbers : FloatNumbers;
    private int _values;

    /// <summary>GraphProto of the network in testing mode.</summary>
    public ProtoMessage Of(in Nn nn)
    {
        string a = Apply("Cast", ["x"], null, Attribute("to", _inside));
        for (int i = 1; i < nn.n; i++)
        {
            a = Affine(a, nn.W[i - 1], i);
            a = i == nn.n - 1 ? Outputs(nn.output, a) : Activate(nn.activation_function, a);
            if (i < nn.n - 1 && nn.dropoutFraction > 0)
                a = Apply("Mul", [a, Constant(1 - nn.dropoutFraction)]);
        }
        Apply("Cast", [a], "y", Attribute("to", _outside));
        return _graph.Add(Name, "nn")
            .Add(Input, Variable("x", nn.W[0].ColumnCount - 1))
            .Add(Output, Variable("y", nn.W[nn.n - 2].RowCount));
    }

    // [1 a] * W'
    private string Affine(string a, Mat W, int layer)
    {
        int units = W.RowCount, inputs = W.ColumnCount - 1;
        string weights = Numbers($"W{layer}", [units, inputs], W.SubMatrix(0, units, 1, inputs).ToRowMajorArray());
        string bias = Numbers($"b{layer}", [units], W.Column(0).ToArray());
        return Apply("Gemm", [a, weights, bias], null, Attribute("transB", 1));
    }

    private string Activate(string activation_function, string a) => activation_function switch
    {
        "sigm" => Apply("Sigmoid", [a]),
        "tanh_opt" => Apply("Mul", [Apply("Tanh", [Apply("Mul", [a, Constant(2.0 / 3)])]), Constant(1.7159)]),
        "relu" => Apply("Relu", [a]),
        "leaky_relu" => Apply("Max", [a, Apply("Mul", [a, Constant(Toolbox.LeakySlope)])]), // LeakyRelu is for float32 only in some engines
        _ => throw new ArgumentException($"there is no ONNX form of the activation {activation_function}"),
    };

    private string Outputs(string output, string a) => output switch
    {
        "sigm" => Apply("Sigmoid", [a]),
        "softmax" => Apply("Softmax", [a], null, Attribute("axis", 1)),
        "linear" => a,
        _ => throw new ArgumentException($"there is no ONNX form of the output {output}"),
    };

    // NodeProto; returns the name of its result
    private string Apply(string type, string[] inputs, string? result = null, ProtoMessage? attribute = null)
    {
        result ??= $"a{++_values}";
        var node = new ProtoMessage();
        foreach (string input in inputs)
            node.Add(1, input);
        node.Add(2, result).Add(4, type);
        if (attribute is not null)
            node.Add(5, attribute);
        _graph.Add(Node, node);
        return result;
    }

    // AttributeProto
    private static ProtoMessage Attribute(string name, long value) => new ProtoMessage().Add(1, name).Add(3, value).Add(20, IntAttribute);

    private string Constant(double value) => Numbers($"c{++_values}", [], [value]);

    // TensorProto
    private string Numbers(string name, int[] shape, double[] values)
    {
        var tensor = new ProtoMessage();
        foreach (int size in shape)
            tensor.Add(1, size);
        var bytes = _inside == DoubleNumbers
            ? MemoryMarshal.AsBytes<double>(values)
            : MemoryMarshal.AsBytes<float>(Array.ConvertAll(values, value => (float)value));
        _graph.Add(Initializer, tensor.Add(2, _inside).Add(8, name).Add(9, bytes.ToArray()));
        return name;
    }

    // ValueInfoProto with TypeProto.Tensor and TensorShapeProto: m × columns
    private ProtoMessage Variable(string name, int columns)
    {
        var shape = new ProtoMessage().Add(1, new ProtoMessage().Add(2, "m")).Add(1, new ProtoMessage().Add(1, columns));
        var tensor = new ProtoMessage().Add(1, _outside).Add(2, shape);
        return new ProtoMessage().Add(1, name).Add(2, new ProtoMessage().Add(1, tensor));
    }
}
