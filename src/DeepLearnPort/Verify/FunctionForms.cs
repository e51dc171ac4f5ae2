using System.Reflection;

namespace DeepLearnPort;

/// <summary>How a function can be called, in MATLAB's notation.</summary>
internal static class FunctionForms
{
    /// <summary>The calls that an overload takes, <c>sum(x, dim)</c>, one for each number of arguments; none where MATLAB has no such argument.</summary>
    public static IEnumerable<string> Of(MethodInfo method)
    {
        var parameters = method.GetParameters().Where(p => p.ParameterType != typeof(RandStream)).ToList();
        if (method.IsGenericMethodDefinition || parameters.Exists(p => p.ParameterType.IsSubclassOf(typeof(Delegate))))
            yield break;
        for (int count = parameters.TakeWhile(p => !p.HasDefaultValue).Count(); count <= parameters.Count; count++)
            yield return $"{method.Name}({string.Join(", ", parameters.Take(count).Select(Text))})";
    }

    private static string Text(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(EmptyAttribute)) ? "[]" : IsVarargin(parameter) ? $"{parameter.Name}{{:}}" : parameter.Name!;

    private static bool IsVarargin(ParameterInfo parameter) => parameter.GetCustomAttribute<MatFormAttribute>() is { Varargin: true }
        || parameter.IsDefined(typeof(ParamArrayAttribute)) && !Items.Of(parameter.ParameterType)!.TakesVectors;
}

/// <summary>The argument is MATLAB's <c>[]</c>, and nothing else.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class EmptyAttribute : Attribute;
