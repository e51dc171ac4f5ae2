using System.Text;

namespace DeepLearnPort;

/// <summary>
/// The way to a place in a value, written in MATLAB's notation, counted from 1, only when it is asked for: a file may hold
/// millions of values, each far down.
/// </summary>
/// <param name="name">What the value itself is called.</param>
internal sealed class MatPlace(string name)
{
    private readonly List<(MatValue Container, long Index, string? Field)> _steps = [];

    /// <summary>Goes into an element of a cell, or a field of an element of a struct array.</summary>
    public void Enter(MatValue container, long index, string? field = null) => _steps.Add((container, index, field));

    /// <summary>Goes back out.</summary>
    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>E.g. <c>out{1}.W{2}</c>.</summary>
    public override string ToString()
    {
        var place = new StringBuilder(name);
        foreach (var (container, index, field) in _steps)
            if (field is null)
                place.Append(Invariant($"{{{(IsVector(container) ? index + 1 : Subscripts(container, index))}}}"));
            else
                place.Append(Element(container, index)).Append('.').Append(field);
        return place.ToString();
    }

    /// <summary>E.g. <c>out{1}.W{2}(3,17)</c>.</summary>
    public string Of(MatValue array, long index) => ToString() + Element(array, index);

    // Nothing for the only one.
    private static string Element(MatValue array, long index) => array.Count == 1 ? "" : $"({Subscripts(array, index)})";

    private static bool IsVector(MatValue array) => array.Dimensions.Length == 2 && (array.Rows == 1 || array.Columns == 1);

    private static string Subscripts(MatValue array, long index)
    {
        var subscripts = new List<long>();
        foreach (int size in array.Dimensions)
        {
            subscripts.Add(index % size + 1);
            index /= size;
        }
        return string.Join(',', subscripts);
    }
}
