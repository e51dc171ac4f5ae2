using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DeepLearnPort.Cli;

/// <summary>
/// Options and what they take, the same for every command: numbers in one form, with a point and without separators; words by
/// their names; whatever else is given is an error that names the option. <c>otherwise</c> is the value where the option is left
/// out.
/// </summary>
internal static class OptionOf
{
    private const NumberStyles OneForm =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A whole number.</summary>
    public static Option<int?> Whole(
        string name, string description, int least, int most = int.MaxValue, int? otherwise = null) =>
        Of(name, description, otherwise, Range(least, most),
            text => Whole(text) is { } n && n >= least && n <= most ? (int?)n : null);

    /// <summary>The state of a random stream, from 0 to 2^32 - 1.</summary>
    public static Option<uint?> Seed(string name, string description, uint? otherwise = null) =>
        Of(name, description, otherwise, Range(0, uint.MaxValue),
            text => Whole(text) is { } n && n >= 0 && n <= uint.MaxValue ? (uint?)n : null);

    /// <summary>A finite number.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">For the help.</param>
    /// <param name="rule">Which numbers are right, in words: <c>above 0</c>.</param>
    /// <param name="holds">The same as a condition.</param>
    /// <param name="otherwise">The default.</param>
    public static Option<double?> Real(
        string name, string description, string rule, Predicate<double> holds, double? otherwise = null) =>
        Of(name, description, otherwise, $"must be a number {rule}, such as 0.5 or 1e-4",
            text => Real(text) is { } x && holds(x) ? (double?)x : null);

    /// <summary>One of the names of an enumeration, in small or capital letters; not its numbers.</summary>
    public static Option<T?> OneOf<T>(string name, string description)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];
        return Of<T?>(name, description, null, $"must be one of {string.Join(", ", names)}",
            text => names.Contains(text.ToLowerInvariant()) ? Enum.Parse<T>(text, ignoreCase: true) : null);
    }

    /// <summary>One of some words, exactly.</summary>
    public static Option<string?> OneOf(string name, string description, params string[] words) =>
        Of<string?>(name, description, null, $"must be one of {string.Join(", ", words)}",
            text => words.Contains(text) ? text : null);

    /// <summary>Units of layers with commas between; 0: no layer.</summary>
    public static Option<int[]?> Layers(string name, string description) =>
        Of<int[]?>(name, description, null, "takes numbers of units with commas between, such as 1200,1200, or 0", text =>
        {
            long?[] units = [.. text.Split(',').Select(Whole)];
            return text == "0" ? [] : units.All(u => u is > 0 and <= int.MaxValue) ? [.. units.Select(u => (int)u!.Value)] : null;
        });

    /// <summary>Yes, if it is there alone or with true; no with false.</summary>
    public static Option<bool?> Switch(string name, string description)
    {
        var option = Of<bool?>(
            name, description, null, "must be true or false", text => bool.TryParse(text, out bool on) ? on : null);
        var read = option.CustomParser!;
        option.CustomParser = result => result.Tokens.Count == 0 ? true : read(result);
        return option;
    }

    /// <summary>A file or folder, by its name.</summary>
    public static Option<string?> Path(string name, string description, string? otherwise = null) =>
        Of<string?>(name, description, otherwise, "must be the name of a file or folder", IsName);

    /// <summary>An argument that is a file or folder, by its name.</summary>
    public static Argument<string> PathArgument(string name, string description) =>
        new(name)
        {
            Description = description,
            CustomParser = Parser<string>(name, "must be the name of a file or folder", IsName),
        };

    /// <summary>A number in the only form taken; null for any other text, and for one that is not finite.</summary>
    public static double? Real(string text) =>
        double.TryParse(text, OneForm, CultureInfo.InvariantCulture, out double x)
        && double.IsFinite(x) ? x : null;

    /// <summary>A whole number of digits; null for any other text.</summary>
    public static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long n) ? n : null;

    /// <summary>A file that must be there.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="option">What it was given for.</param>
    /// <exception cref="FileNotFoundException">There is none, or only a folder of that name.</exception>
    public static string ExistingFile(string path, string option) => File.Exists(path)
        ? path
        : throw new FileNotFoundException(
            $"{option}: {(Directory.Exists(path) ? $"{path} is a folder, not a file" : $"there is no file {path}")}");

    private static string? IsName(string text) => string.IsNullOrWhiteSpace(text) || text.Contains('\0') ? null : text;

    private static string Range(long least, long most) =>
        most == int.MaxValue ? $"must be a whole number of at least {least}" : $"must be a whole number from {least} to {most}";

    private static Option<T> Of<T>(string name, string description, T otherwise, string rule, Func<string, T> read)
    {
        var option = new Option<T>(name) { Description = description, CustomParser = Parser(name, rule, read) };
        if (otherwise is not null)
            option.DefaultValueFactory = _ => otherwise;
        return option;
    }

    private static Func<ArgumentResult, T?> Parser<T>(string name, string rule, Func<string, T?> read) => result =>
    {
        string text = result.Tokens[0].Value;
        var value = read(text);
        if (value is null)
            result.AddError($"{name} {rule}; was {(text == "" ? "empty" : text)}");
        return value;
    };
}
