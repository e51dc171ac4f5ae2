namespace DeepLearnPort;

/// <summary>The variables of a file that a run left, each checked as it is taken: the file may be anybody's.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="variables">What it holds.</param>
internal sealed class SavedVariables(string path, IReadOnlyDictionary<string, MatValue> variables)
{
    public bool Has(string name) => variables.ContainsKey(name);

    /// <summary>A variable as one of our types.</summary>
    /// <exception cref="InvalidDataException">
    /// It is missing, or something else; the message names it, and the field in it.
    /// </exception>
    public T Take<T>(string name)
    {
        if (!variables.TryGetValue(name, out var value))
            throw Wrong($"{name} is missing");
        try
        {
            return MatConvert.To<T>(value);
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentException or NotSupportedException or InvalidDataException)
        {
            bool hasPlace = value is MatStruct { Count: 1 } or MatCell; // then the message begins with it
            throw Wrong($"{name}{(!hasPlace ? ": " : e.Message.StartsWith('{') ? "" : ".")}{e.Message}", e);
        }
    }

    /// <summary>A whole number of a range.</summary>
    public int Whole(string name, int least, int most) =>
        Take<double>(name) is var number && number == Math.Truncate(number) && number >= least && number <= most
        ? (int)number
        : throw Wrong(Invariant($"{name} must be a whole number from {least} to {most}; is {number}"));

    /// <summary>A struct with the variables of its own.</summary>
    public SavedVariables Struct(string name) =>
        variables.TryGetValue(name, out var value) && value is MatStruct { Count: 1 } fields
        ? new($"{path}: {name}", fields.Fields.Distinct().ToDictionary(field => field, field => fields[field]))
        : throw Wrong($"{name} must be a 1x1 struct; {(value is null ? "is missing" : $"is {value}")}");

    /// <summary>A network, with every field checked that any function may use.</summary>
    public Nn Network(string name)
    {
        var nn = Take<Nn>(name);
        return Checked(() => NetworkCheck.RequireComplete(nn, name), nn);
    }

    /// <summary>A network that must be such as another one: the same layers and settings.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="like">As the run's settings make it.</param>
    /// <param name="rates">Whether learning rate and momentum count as settings; otherwise they change in the run.</param>
    public Nn Network(string name, in Nn like, bool rates)
    {
        var (nn, other) = (Network(name), like);
        return Checked(() => NetworkCheck.RequireSame(nn, other, name, rates), nn);
    }

    /// <summary>As many matrices as others, of the same sizes.</summary>
    public Cell<Mat> Matrices(string name, Cell<Mat> like)
    {
        var matrices = Take<Cell<Mat>>(name);
        return Checked(() => NetworkCheck.RequireSizes(matrices, like, name, "as the settings say"), matrices);
    }

    /// <summary>The error of a variable, with the file's name in front.</summary>
    public InvalidDataException Wrong(string message, Exception? inner = null) => new($"{path}: {message}", inner);

    private T Checked<T>(Action check, T value)
    {
        try
        {
            check();
            return value;
        }
        catch (ArgumentException e)
        {
            throw Wrong(e.Message, e);
        }
    }
}
