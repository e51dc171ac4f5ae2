using System.Collections.Concurrent;
using System.Reflection;

namespace DeepLearnPort;

/// <summary>
/// A struct of the toolbox as its public fields, in the order they are declared. A field that MATLAB's struct may lack although it has
/// a value by itself is a property here: <c>double? _alpha</c> behind <c>double alpha</c> is there once it was assigned, were it 0.
/// </summary>
internal sealed class StructLayout
{
    private static readonly ConcurrentDictionary<Type, StructLayout?> Known = new();

    private readonly Type _type;
    private readonly Dictionary<string, StructField> _fields;
    private readonly FieldInfo? _extra;

    private StructLayout(Type type)
    {
        _type = type;
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).OrderBy(f => f.MetadataToken).ToList();
        _extra = fields.Find(f => f.FieldType == typeof(ExtraFields));
        _fields = fields.Where(f => f != _extra).Select(StructField.Of).OfType<StructField>().Where(f => !f.Form.NotInMatlab).ToDictionary(f => f.Name);
    }

    /// <summary>The layout of a type; null when it is no struct of public fields.</summary>
    public static StructLayout? Of(Type type) => Known.GetOrAdd(type, static t =>
        t.IsValueType && !t.IsPrimitive && !t.IsEnum && t.Namespace != nameof(System) && new StructLayout(t) is { _fields.Count: > 0 } layout ? layout : null);

    /// <summary>How many fields of a MATLAB struct this one does not have.</summary>
    public int UnknownFields(MatStruct source) => source.Fields.Count(name => !_fields.ContainsKey(name));

    public object Read(MatValue value, MatClasses taken)
    {
        if (value is not MatStruct { Count: 1 } source)
            throw new InvalidCastException($"this value is {value}, not a 1x1 struct");
        object result = Activator.CreateInstance(_type)!;
        var extra = new List<KeyValuePair<string, MatValue>>();
        var read = new ReadStruct(source);
        foreach (string name in read.Names)
        {
            if (_fields.TryGetValue(name, out var field))
                field.Read(result, source[name], taken);
            else
                extra.Add(new(name, source[name]));
        }
        if (_extra is null && extra.Count > 0)
            throw new InvalidCastException($"{_type.Name} has no field '{extra[0].Key}'");
        _extra?.SetValue(result, new ExtraFields(read, [.. extra]));
        return result;
    }

    public MatStruct Write(object value)
    {
        var extra = (ExtraFields)(_extra?.GetValue(value) ?? default(ExtraFields));
        if (extra.FirstOrDefault(f => _fields.ContainsKey(f.Key)).Key is { } taken)
            throw new InvalidCastException($"{_type.Name} has a field '{taken}' of its own, so it cannot be an extra one");

        // First what was there when read, as it stood; then what has come since, as MATLAB appends it.
        var order = (extra.Read?.Names ?? []).Concat(_fields.Keys).Concat(extra.Select(f => f.Key)).Distinct();
        var written = new List<(string, MatValue)>();
        foreach (string name in order)
        {
            if (!_fields.TryGetValue(name, out var field))
                written.Add((name, extra[name]));
            else if (IsPresent(field, value, extra.Read))
                written.Add((name, field.Write(value, extra.Read)));
        }
        return MatStruct.Create([.. written]);
    }

    /// <summary>A struct whose vectors of <see cref="MatFormAttribute.EitherWay"/> stand as those of another.</summary>
    public MatStruct Turned(MatStruct written, MatStruct like)
    {
        return MatStruct.Create([.. written.Fields.Select(name => (name, Field(name)))]);

        MatValue Field(string name) =>
            _fields.TryGetValue(name, out var field) && field.Form.EitherWay && like.Fields.Contains(name)
            ? FunctionOutputs.Turned(written[name], like[name])
            : written[name];
    }

    private bool IsPresent(StructField field, object owner, ReadStruct? read)
    {
        object? value = field.Get(owner);
        if (value is null)
            return false;
        if (field.Form.Always && read is null || field.IsTracked || read?.Has(field.Name) == true)
            return true;
        if (field.Form.With is { } other)
            return IsPresent(_fields[other], owner, read);
        return value is IUnset maybe ? !maybe.IsUnset : value is Array || read is null || !value.Equals(field.Default);
    }
}

/// <summary>One field of a struct of the toolbox.</summary>
internal sealed class StructField
{
    private readonly FieldInfo _info;
    private readonly MatClasses _taken;

    private StructField(FieldInfo info, MemberInfo shown)
    {
        (_info, Name, IsTracked) = (info, shown.Name, shown is PropertyInfo);
        Form = shown.GetCustomAttribute<MatFormAttribute>() ?? MatFormAttribute.Usual;
        Default = info.FieldType.IsValueType ? Activator.CreateInstance(info.FieldType) : null;
        var type = Nullable.GetUnderlyingType(info.FieldType) ?? info.FieldType;
        _taken = shown.GetCustomAttribute<MatTakesAttribute>()?.Classes ?? (type.IsPrimitive || Form.Logical ? MatClasses.Logical : MatClasses.Double);
    }

    public string Name { get; }

    /// <summary>Whether it knows by itself if it was assigned.</summary>
    public bool IsTracked { get; }

    public MatFormAttribute Form { get; }

    public object? Default { get; }

    /// <summary>The field as MATLAB's structs have it; null for what is the struct's own business.</summary>
    public static StructField? Of(FieldInfo info) => info.IsPublic
        ? new(info, info)
        : Nullable.GetUnderlyingType(info.FieldType) is not null && info.DeclaringType!.GetProperty(info.Name.TrimStart('_')) is { } property ? new(info, property)
        : null;

    public object? Get(object owner) => _info.GetValue(owner);

    /// <summary>The field's value; where the .NET type has no shape of its own, shaped as it was when it was read.</summary>
    public MatValue Write(object owner, ReadStruct? read)
    {
        object? field = Get(owner);
        var value = MatConvert.Write(field, Form);
        bool hasShape = field is Mat or Array3 or IStanding { IsColumn: not null };
        return hasShape || read is null ? value : read.Restore(Name, value, Form.Grows);
    }

    public void Read(object owner, MatValue value, MatClasses taken)
    {
        try
        {
            _info.SetValue(owner, MatConvert.Read(value, _info.FieldType, taken | _taken));
        }
        catch (InvalidCastException e)
        {
            throw MisfitException.At("." + Name, e);
        }
    }
}
