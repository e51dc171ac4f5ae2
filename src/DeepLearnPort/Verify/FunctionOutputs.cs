using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>What a function returned, as MATLAB's list of outputs.</summary>
internal sealed class FunctionOutputs
{
    private readonly (object? Value, MatFormAttribute Form)[] _outputs;

    private readonly MatClass? _class;

    /// <summary>Takes what a method returned.</summary>
    /// <param name="method">The method.</param>
    /// <param name="result">What it returned.</param>
    /// <param name="matClass">The class of the first output; null where the method's own type says.</param>
    public FunctionOutputs(MethodInfo method, object? result, MatClass? matClass) => (_class, _outputs) = (matClass, result switch
    {
        _ when method.ReturnType == typeof(void) => [],
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (tuple[i], MatFormAttribute.Usual))],
        ValueType when Deconstruct(result.GetType()) is { } deconstruct => Several(result, deconstruct),
        _ => [(result, Form(method.ReturnParameter))],
    });

    /// <summary>The first outputs, as many as were recorded.</summary>
    /// <param name="recorded">
    /// What MATLAB returned; an empty vector, or one of <see cref="MatFormAttribute.EitherWay"/>, in a struct too, takes its size
    /// from there.
    /// </param>
    /// <exception cref="InvalidOperationException">There are fewer.</exception>
    public MatValue[] Like(IReadOnlyList<MatValue> recorded)
    {
        if (_outputs.Length < recorded.Count)
            throw new InvalidOperationException($"it returns {_outputs.Length} outputs here, {recorded.Count} were recorded");
        var outputs = new MatValue[recorded.Count];
        for (int i = 0; i < outputs.Length; i++)
        {
            var (value, form) = _outputs[i];
            outputs[i] = MatConvert.Write(value, form);
            if (i == 0 && _class is { } matClass)
                outputs[i] = ClassOfResult.Cast(outputs[i], matClass);
            if (value is IEnumerable && (outputs[i].IsEmpty || form.EitherWay))
                outputs[i] = Turned(outputs[i], recorded[i]);
            else if (outputs[i] is MatStruct made && recorded[i] is MatStruct { Count: 1 } like)
                outputs[i] = StructLayout.Of(value!.GetType())?.Turned(made, like) ?? made;
        }
        return outputs;
    }

    /// <summary>A vector that stands as another of as many elements.</summary>
    public static MatValue Turned(MatValue value, MatValue like) =>
        value is MatNumeric<double> vector && IsVector(like, vector.Count)
        ? MatNumeric.Create(vector.AsDoubles(), like.Dimensions.AsSpan())
        : value;

    private static bool IsVector(MatValue recorded, long count) => recorded is MatNumeric { Dimensions.Length: 2 } && recorded.Count == count
        && (count == 0 || recorded.Rows == 1 || recorded.Columns == 1);

    // A result of several outputs is a positional record; its constructor's parameters carry the forms.
    private static (object?, MatFormAttribute)[] Several(object result, MethodInfo deconstruct)
    {
        var values = new object?[deconstruct.GetParameters().Length];
        deconstruct.Invoke(result, values);
        var parameters = result.GetType().GetConstructors().Single(c => c.GetParameters().Length == values.Length).GetParameters();
        return [.. values.Select((value, i) => (value, Form(parameters[i])))];
    }

    private static MethodInfo? Deconstruct(Type type) =>
        type.GetMethods().SingleOrDefault(m => m.Name == "Deconstruct" && m.GetParameters().All(p => p.IsOut));

    private static MatFormAttribute Form(ParameterInfo parameter) => parameter.GetCustomAttribute<MatFormAttribute>() ?? MatFormAttribute.Usual;
}
