using System.Reflection;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>One overload with the MATLAB arguments for its parameters. A <see cref="RandStream"/> parameter is passed over, as MATLAB has none.</summary>
internal sealed class FunctionCall
{
    private readonly MatValue?[] _arguments; // null: left out
    private readonly MatClassOfAttribute? _classOf;
    private readonly MatClasses _taken;

    private FunctionCall(MethodInfo method, MatValue?[] arguments)
    {
        (Method, _arguments) = (method, arguments);
        _classOf = method.GetCustomAttribute<MatClassOfAttribute>();
        _taken = method.GetCustomAttribute<MatTakesAttribute>()?.Classes ?? MatClasses.Double;
        Distance = method.GetParameters()
            .Select((p, i) => arguments[i] is { } argument ? ArgumentFit.Distance(argument, p.ParameterType, Taken(p)) : 0)
            .Aggregate((int?)0, (sum, distance) => sum + distance);
    }

    public MethodInfo Method { get; }

    /// <summary>How far the arguments are from the parameters' types, judged by kind and size; 0 is a perfect fit, null none.</summary>
    public int? Distance { get; }

    /// <summary>Gives each parameter its argument; null when there are more or fewer than it takes.</summary>
    public static FunctionCall? Bind(MethodInfo method, IReadOnlyList<MatValue> arguments)
    {
        var parameters = method.GetParameters();
        var bound = new MatValue?[parameters.Length];
        int next = 0;
        for (int p = 0; p < parameters.Length; p++)
        {
            if (parameters[p].ParameterType == typeof(RandStream))
                continue;
            if (TakesSeveral(parameters, p, arguments, next) is { } count)
                (bound[p], next) = (MatCell.Row([.. arguments.Skip(next).Take(count)]), next + count);
            else if (next < arguments.Count)
                bound[p] = arguments[next++];
            else if (!parameters[p].HasDefaultValue)
                return null;
        }
        return next == arguments.Count ? new(method, bound) : null;
    }

    /// <summary>The values to call the method with, and the class of its first output, where that follows from them.</summary>
    /// <exception cref="InvalidCastException">An argument does not fit after all; the message names it.</exception>
    public (object?[] Values, MatClass? Class) Values()
    {
        var parameters = Method.GetParameters();
        var matClass = ClassOfFirst(parameters);
        return ([.. parameters.Select((p, i) => _arguments[i] is { } argument ? Read(argument, p, matClass) : p.HasDefaultValue ? p.DefaultValue : null)], matClass);
    }

    private MatClass? ClassOfFirst(ParameterInfo[] parameters)
    {
        if (_classOf is null)
            return null;
        var values = parameters.Select((p, i) => (p, argument: _arguments[i])).Where(a => _classOf.Parameters.Contains(a.p.Name) && a.argument is not null);
        try
        {
            return ClassOfResult.Common([.. values.SelectMany(a => a.argument as IEnumerable<MatValue> ?? [a.argument!])], _classOf.Rule);
        }
        catch (InvalidCastException e)
        {
            throw MisfitException.At(string.Join(", ", _classOf.Parameters), e);
        }
    }

    private object Read(MatValue argument, ParameterInfo parameter, MatClass? result)
    {
        try
        {
            if (result is { } common && _classOf!.Parameters.Contains(parameter.Name))
                argument = argument is MatCell several ? MatCell.Create([.. several.Select(Prepared)], [.. several.Dimensions]) : Prepared(argument);
            return MatConvert.Read(argument, parameter.ParameterType, Taken(parameter));
        }
        catch (InvalidCastException e)
        {
            throw MisfitException.At(parameter.Name!, e);
        }

        MatValue Prepared(MatValue value) => ClassOfResult.Prepared(value, result!.Value, _classOf!.Rule);
    }

    private MatClasses Taken(ParameterInfo parameter) => _classOf?.Parameters.Contains(parameter.Name) == true
        ? MatClasses.All
        : parameter.GetCustomAttribute<MatTakesAttribute>()?.Classes ?? (parameter.ParameterType.IsAssignableTo(typeof(MatValue)) ? MatClasses.All : _taken);

    // f(a, b, c) for f(params …): how many arguments that are. One for f(params int[] …) is the whole list by itself, a vector.
    private static int? TakesSeveral(ParameterInfo[] parameters, int p, IReadOnlyList<MatValue> arguments, int next)
    {
        if (!parameters[p].IsDefined(typeof(ParamArrayAttribute)) && !parameters[p].IsDefined(typeof(ParamCollectionAttribute))
            && parameters[p].GetCustomAttribute<MatFormAttribute>() is not { Varargin: true })
            return null;
        int count = arguments.Count - next - parameters.Skip(p + 1).Count(after => !after.HasDefaultValue);
        return count < 0 || count == 1 && Items.Of(parameters[p].ParameterType)!.TakesVectors ? null : count;
    }
}
