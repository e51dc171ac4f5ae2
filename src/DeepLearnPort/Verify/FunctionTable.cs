using System.Reflection;

namespace DeepLearnPort;

/// <summary>The public static methods of some classes, called by their MATLAB names with MATLAB values.</summary>
internal sealed class FunctionTable
{
    private readonly ILookup<string, MethodInfo> _methods;

    /// <summary>Gathers the methods.</summary>
    /// <param name="classes">The classes; of two methods that fit a call equally well, that of the first one is called.</param>
    public FunctionTable(IEnumerable<Type> classes) => _methods = classes
        .SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.IsPublic ? !m.IsSpecialName && !m.IsGenericMethodDefinition && !m.IsDefined(typeof(NotReplayedAttribute)) : m.IsDefined(typeof(ReplayedAttribute)))
        .ToLookup(m => m.Name);

    /// <summary>The functions of this library that have MATLAB's names.</summary>
    public static FunctionTable Default { get; } = new([typeof(Toolbox), typeof(Matlab)]);

    /// <summary>The names, each once.</summary>
    public IEnumerable<string> Names => _methods.Select(m => m.Key);

    /// <summary>Whether there is a function of this name.</summary>
    public bool Has(string name) => _methods.Contains(name);

    /// <summary>The overloads that arguments fit by number, kind and size, the best first.</summary>
    public IEnumerable<FunctionCall> Fitting(string name, IReadOnlyList<MatValue> arguments) =>
        Bound(name, arguments).Where(c => c.Distance is not null).OrderBy(c => c.Distance);

    /// <summary>Calls the overload that fits the arguments best.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arguments">MATLAB's arguments.</param>
    /// <returns>What it returned.</returns>
    /// <exception cref="InvalidCastException">No overload takes these arguments; the message says which argument is not taken, or which are the forms.</exception>
    public FunctionOutputs Call(string name, IReadOnlyList<MatValue> arguments)
    {
        var misfits = new List<string>();
        foreach (var call in Fitting(name, arguments))
            if (TryValues(call, misfits) is var (values, matClass))
                return new(call.Method, call.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null), matClass);
        if (misfits.Count == 0)
            foreach (var call in Bound(name, arguments))
                TryValues(call, misfits);
        throw new InvalidCastException(misfits.Count > 0
            ? $"{name} does not take these arguments: {string.Join("; ", misfits.Distinct())}"
            : $"{name} does not take ({string.Join(", ", arguments)}); it takes {string.Join(", ", _methods[name].SelectMany(FunctionForms.Of).Distinct())}");
    }

    private IEnumerable<FunctionCall> Bound(string name, IReadOnlyList<MatValue> arguments) =>
        _methods[name].Select(m => FunctionCall.Bind(m, arguments)).OfType<FunctionCall>();

    private static (object?[], MatClass?)? TryValues(FunctionCall call, List<string> misfits)
    {
        try
        {
            return call.Values();
        }
        catch (InvalidCastException e)
        {
            misfits.Add(e.Message);
            return null;
        }
    }
}
