using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DeepLearnPort.Tests;

/// <summary>
/// Every struct of the library is a value: whatever is assigned in a copy, in every public way, does not show in the other.
/// </summary>
public class ValueSemanticsTests
{
    private const BindingFlags Fields = BindingFlags.Public | BindingFlags.Instance;

    private static IEnumerable<Type> Structs => typeof(Toolbox).Assembly.GetExportedTypes()
        .Where(type => type.IsValueType && !type.IsEnum && !type.IsByRefLike && !type.IsGenericTypeDefinition);

    private static IEnumerable<Type> Cells => Structs.SelectMany(Within).Distinct()
        .Append(typeof(Cell<string>)).Append(typeof(Cell<Nn>)).Append(typeof(Cell<Cell<Cell<int>>>));

    [TestCaseSource(nameof(Structs))]
    [TestCaseSource(nameof(Cells))]
    public void Copy_AllOfItAssigned_LeavesTheOther(Type type)
    {
        object a = Sample(type, 1);
        string before = Text(a);

        object b = RuntimeHelpers.GetObjectValue(a);
        int assigned = 0;
        b = Assigned(b, ref assigned);

        Assert.That(Text(a), Is.EqualTo(before));
        Assert.That(assigned == 0 || Text(b) != before);
        if (type.GetFields().Length > 0 || type.IsGenericType)
            Assert.That(assigned, Is.GreaterThan(0));
    }

    [Test]
    public void Structs_OfTheLibrary_AreAllLookedAt()
    {
        Type[] structs =
        [
            typeof(Nn), typeof(Opts), typeof(Sae), typeof(Dbn), typeof(Rbm), typeof(Cnn), typeof(Layer), typeof(Cae), typeof(Loss),
            typeof(ExtraFields),
        ];
        Type[] cells =
        [
            typeof(Cell<Mat>), typeof(Cell<int>), typeof(Cell<double>), typeof(Cell<Layer>), typeof(Cell<Cell<Mat>>),
            typeof(Cell<Array3>),
        ];
        Assert.That(Structs, Is.SupersetOf(structs));
        Assert.That(Cells, Is.SupersetOf(cells));
    }

    // What a cell is made of is copied too.
    [Test]
    public void Cell_MadeOfAnArray_KeepsItsElements()
    {
        double[] items = [1, 2, 3];
        Cell<double> one = new(items), other = [.. items];
        items[1] = 9;
        Assert.That(one, Is.EqualTo(new double[] { 1, 2, 3 }));
        Assert.That(other, Is.EqualTo(new double[] { 1, 2, 3 }));
        Assert.That(((IEnumerable<double>)one) is IList, Is.False);
    }

    private static IEnumerable<Type> Within(Type type) => type.GetFields(Fields)
        .Select(field => field.FieldType).SelectMany(t => IsCell(t) ? CellAndWithin(t) : []);

    private static IEnumerable<Type> CellAndWithin(Type cell) =>
        cell.GetGenericArguments()[0] is var element && IsCell(element) ? CellAndWithin(element).Prepend(cell) : [cell];

    private static bool IsCell(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Cell<>);

    // A value of the type in which nothing is empty, each number another.
    private static object Sample(Type type, int seed)
    {
        if (type == typeof(int)) return seed;
        if (type == typeof(double)) return seed + 0.5;
        if (type == typeof(bool)) return seed % 2 == 1;
        if (type == typeof(string)) return $"text {seed}";
        if (type == typeof(Mat)) return Mat.Build.Dense(1, 2, seed);
        if (type == typeof(Array3)) return new Array3(1, 1, 2, [seed, -seed]);
        if (type == typeof(ExtraFields)) return new ExtraFields { [$"field{seed}"] = (MatValue)(double)seed };
        if (type.IsArray) return Filled(Array.CreateInstance(type.GetElementType()!, 2), seed);
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Sample(underlying, seed);
        if (IsCell(type))
        {
            var items = Filled(Array.CreateInstance(type.GetGenericArguments()[0], 3), seed);
            return typeof(ValueSemanticsTests).GetMethod(nameof(CellOf), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [items])!;
        }
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        object made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select((p, i) => Sample(p.ParameterType, seed + i))]);
        foreach (var field in type.GetFields(Fields))
            field.SetValue(made, Sample(field.FieldType, seed++));
        return made;
    }

    private static Array Filled(Array items, int seed)
    {
        for (int i = 0; i < items.Length; i++)
            items.SetValue(Sample(items.GetType().GetElementType()!, seed + i), i);
        return items;
    }

    private static Cell<T> CellOf<T>(T[] items) => [.. items];

    // The value with everything in it assigned anew, in each way there is: parts of parts first, where they stand.
    private static object Assigned(object value, ref int assigned)
    {
        if (value is ExtraFields extra)
        {
            foreach (var (name, _) in extra)
                extra[name] = (MatValue)"other";
            extra["new"] = (MatValue)"new";
            assigned++;
            return extra;
        }
        if (IsCell(value.GetType()))
        {
            object[] arguments = [value, assigned];
            typeof(ValueSemanticsTests).GetMethod(nameof(AssignCell), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(value.GetType().GetGenericArguments()).Invoke(null, arguments);
            assigned = (int)arguments[1];
            return arguments[0];
        }
        foreach (var field in value.GetType().GetFields(Fields).Where(field => !field.IsInitOnly))
        {
            var part = field.GetValue(value)!;
            field.SetValue(value, HasParts(part.GetType()) ? Assigned(part, ref assigned) : Sample(field.FieldType, 90));
            assigned++;
        }
        return value;
    }

    private static bool HasParts(Type type) => type.IsValueType && !type.IsPrimitive;

    private static void AssignCell<T>(ref Cell<T> cell, ref int assigned)
    {
        for (int i = 0; i < cell.Length; i++)
        {
            ref T element = ref cell.at(i);
            if (HasParts(typeof(T)))
                element = (T)Assigned(element!, ref assigned);
            cell.at(i) = (T)Sample(typeof(T), 80 + i);
        }
        for (int i = 0; i <= cell.Length && i < 5; i++)
            cell[i] = (T)Sample(typeof(T), 70 + i);
        assigned++;
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        Mat matrix => $"[{string.Join(' ', matrix.ToColumnMajorArray())}]",
        Array3 array => $"[{string.Join(' ', array.Span.ToArray())}]",
        MatValue field => field.ToString()!,
        IEnumerable items => $"({string.Join(", ", items.Cast<object?>().Select(Text))})",
        IConvertible number => number.ToString(CultureInfo.InvariantCulture),
        _ => string.Join("; ", Parts(value).Select(part => $"{part.Name} = {Text(part.Value)}")),
    };

    private static IEnumerable<(string Name, object? Value)> Parts(object value)
    {
        var type = value.GetType();
        return type.GetFields(Fields).Select(field => (field.Name, field.GetValue(value)))
            .Concat(type.GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => (p.Name, p.GetValue(value))));
    }
}
