using System.Collections;

namespace DeepLearnPort;

/// <summary>Converts what holds several values in a row: <see cref="Cell{T}"/>, arrays, read-only lists.</summary>
internal abstract class Items
{
    /// <summary>The converter for a type; null when the type is no sequence.</summary>
    public static Items? Of(Type type)
    {
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var element = type.IsSZArray ? type.GetElementType()
            : generic == typeof(Cell<>) || generic == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0]
            : null;
        return element is null ? null : (Items)Activator.CreateInstance(typeof(Items<>).MakeGenericType(element), [generic == typeof(Cell<>)])!;
    }

    /// <summary>Whether a vector of numbers, and not only a cell, can become one.</summary>
    public abstract bool TakesVectors { get; }

    public abstract object Read(MatValue value, MatClasses taken);

    public abstract MatValue Write(IEnumerable items, MatFormAttribute form);
}

/// <inheritdoc cref="Items"/>
internal sealed class Items<T>(bool isCell) : Items
{
    private static readonly bool IsVector = typeof(T) == typeof(double) || typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(bool);

    public override bool TakesVectors => IsVector;

    public override object Read(MatValue value, MatClasses taken)
    {
        if (isCell && !IsVector && value is MatNumeric { IsEmpty: true })
            return default(Cell<T>); // [] where nothing was assigned yet
        var items = Elements(value, taken);
        if (!isCell)
            return items;
        return value.Dimensions is [1, > 1] or [> 1, 1] ? new Cell<T>(items).As(column: value.Columns == 1) : new Cell<T>(items);
    }

    public override MatValue Write(IEnumerable items, MatFormAttribute form)
    {
        var values = items.Cast<T>().ToArray();
        bool isVector = IsVector && !form.CellArray;
        bool column = (items as IStanding)?.IsColumn ?? form.Column;
        int[] size = values.Length == 0 && !(isVector && form.Column) ? [0, 0] : column ? [values.Length, 1] : [1, values.Length];
        if (isVector)
            return values is bool[] truths ? MatNumeric.Logical(truths, size) : MatNumeric.Create(Array.ConvertAll(values, v => Convert.ToDouble(v)), size);
        return MatCell.Create(Array.ConvertAll(values, v => MatConvert.Write(v, form.Inner)), size);
    }

    private static T[] Elements(MatValue value, MatClasses taken)
    {
        if (value is MatCell cell)
            return [.. cell.Select((element, i) => ReadElement(element, taken, $"{{{i + 1}}}"))];
        if (MatConvert.Numbers(value, taken) is not MatNumeric { Dimensions.Length: 2 } vector || !(vector.IsEmpty || IsVector && (vector.Rows == 1 || vector.Columns == 1)))
            throw new InvalidCastException($"this value is {value}, not a {(IsVector ? "vector" : "cell")}");
        var numbers = vector.AsDoubles();
        return numbers as T[] ?? [.. numbers.Select((number, i) => ReadElement(number, taken, $"({i + 1})"))];
    }

    private static T ReadElement(MatValue value, MatClasses taken, string place)
    {
        try
        {
            return (T)MatConvert.Read(value, typeof(T), taken);
        }
        catch (InvalidCastException e)
        {
            throw MisfitException.At(place, e);
        }
    }
}

/// <summary>A MATLAB value that does not fit a .NET type, and where in it: <c>W{2}: this value is …</c>.</summary>
internal sealed class MisfitException : InvalidCastException
{
    private readonly string _place;
    private readonly string _reason;

    private MisfitException(string place, string reason)
        : base($"{place.TrimStart('.')}: {reason}") => (_place, _reason) = (place, reason);

    /// <summary>The same misfit, seen from one level further out.</summary>
    public static MisfitException At(string step, InvalidCastException inner) =>
        inner is MisfitException misfit ? new(step + misfit._place, misfit._reason) : new(step, inner.Message);
}
