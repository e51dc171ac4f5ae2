using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DeepLearnPort.Tests;

/// <summary>A recorded call as .NET sees it: the method, and what it is given.</summary>
internal sealed record CallOfCase(MethodInfo Method, object?[] Arguments)
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>The call of a case; null where no function here takes its arguments.</summary>
    public static CallOfCase? Of(RecordedCase recorded)
    {
        var file = MatFile.Load(recorded.Path);
        foreach (var call in FunctionTable.Default.Fitting(file["fn"].AsString(), [.. (MatCell)file["args"]]))
            try
            {
                return new(call.Method, call.Values().Values);
            }
            catch (InvalidCastException)
            {
                // Another overload takes them.
            }
        return null;
    }

    /// <summary>What it returns, drawing from a stream of its own.</summary>
    public object? Invoke()
    {
        using var use = RandStream.Use(new OctaveStream(0));
        Display.Writer = TextWriter.Null;
        return Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, Arguments, null);
    }

    /// <summary>The parts of a value, each with its path: what is no struct, cell or list itself.</summary>
    public static IEnumerable<(string Path, object Part)> Parts(object? value, string path) => value switch
    {
        null => [],
        string or Mat or Array3 or double[] or int[] or MatValue or RandStream or Delegate => [(path, value)],
        IEnumerable items => items.Cast<object?>().SelectMany((item, i) => Parts(item, $"{path}{{{i + 1}}}")),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Parts(tuple[i], $"{path}({i + 1})")),
        ValueType when !value.GetType().IsPrimitive && !value.GetType().IsEnum => PartsOfStruct(value, path),
        _ => [(path, value)],
    };

    private static IEnumerable<(string, object)> PartsOfStruct(object value, string path)
    {
        var type = value.GetType();
        return type.GetFields(Instance).SelectMany(field => Parts(field.GetValue(value), $"{path}.{field.Name}"))
            .Concat(type.GetProperties(Instance).Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => Parts(property.GetValue(value), $"{path} {property.Name}")));
    }

    /// <summary>The value with every matrix in it replaced.</summary>
    public static object? With(object? value, Func<Mat, Mat> replace)
    {
        if (value is Mat matrix)
            return replace(matrix);
        if (value is null || value is not ValueType || value.GetType().IsPrimitive)
            return value;
        if (value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Cell<>))
            return typeof(CallOfCase).GetMethod(nameof(CellWith), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [value, replace]);
        foreach (var field in value.GetType().GetFields(Instance).Where(field => !field.IsInitOnly))
            field.SetValue(value, With(field.GetValue(value), replace));
        return value;
    }

    private static Cell<T> CellWith<T>(Cell<T> cell, Func<Mat, Mat> replace)
    {
        for (int i = 0; i < cell.Length; i++)
            cell[i] = (T)With(cell[i], replace)!;
        return cell;
    }
}
