using System.Reflection;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>One overload with the MATLAB arguments for its parameters. A <see cref="RandStream"/> parameter is passed over, as MATLAB has none.</summary>
internal sealed class FunctionCall
{
    private readonly MatValue?[] _arguments; // null: left out

    private FunctionCall(MethodInfo method, MatValue?[] arguments, int distance) => (Method, _arguments, Distance) = (method, arguments, distance);

    public MethodInfo Method { get; }

    /// <summary>How far the arguments are from the parameters' types, judged by class and size; 0 is a perfect fit.</summary>
    public int Distance { get; }

    /// <summary>Gives each parameter its argument; null when their number or kinds cannot fit.</summary>
    public static FunctionCall? Bind(MethodInfo method, IReadOnlyList<MatValue> arguments)
    {
        var parameters = method.GetParameters();
        var bound = new MatValue?[parameters.Length];
        int next = 0, total = 0;
        for (int p = 0; p < parameters.Length; p++)
        {
            var type = parameters[p].ParameterType;
            if (type == typeof(RandStream))
                continue;
            if (TakesSeveral(parameters, p, arguments, next) is { } count)
                (bound[p], next) = (MatCell.Row([.. arguments.Skip(next).Take(count)]), next + count);
            else if (next < arguments.Count)
                bound[p] = arguments[next++];
            else if (!parameters[p].HasDefaultValue)
                return null;
            if (bound[p] is { } argument)
            {
                if (ArgumentFit.Distance(argument, type) is not { } distance)
                    return null;
                total += distance;
            }
        }
        return next == arguments.Count ? new(method, bound, total) : null;
    }

    /// <summary>The values to call the method with.</summary>
    /// <exception cref="InvalidCastException">An argument does not fit after all.</exception>
    public object?[] Values() => [.. Method.GetParameters().Select((parameter, p) => _arguments[p] is { } argument ? Read(argument, parameter) : Default(parameter))];

    private static object Read(MatValue argument, ParameterInfo parameter)
    {
        try
        {
            return MatConvert.Read(argument, parameter.ParameterType);
        }
        catch (InvalidCastException e)
        {
            throw MisfitException.At(parameter.Name!, e);
        }
    }

    private static object? Default(ParameterInfo parameter) => parameter.HasDefaultValue ? parameter.DefaultValue : null;

    // f(a, b, c) for f(params …), unless the one argument there is the whole list by itself: how many arguments that are.
    private static int? TakesSeveral(ParameterInfo[] parameters, int p, IReadOnlyList<MatValue> arguments, int next)
    {
        if (!parameters[p].IsDefined(typeof(ParamArrayAttribute)) && !parameters[p].IsDefined(typeof(ParamCollectionAttribute))
            && parameters[p].GetCustomAttribute<MatFormAttribute>() is not { Varargin: true })
            return null;
        int count = arguments.Count - next - parameters.Skip(p + 1).Count(after => !after.HasDefaultValue);
        return count < 0 || count == 1 && ArgumentFit.Distance(arguments[next], parameters[p].ParameterType) is not null ? null : count;
    }
}
