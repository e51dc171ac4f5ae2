namespace DeepLearnPort;

/// <summary>The classes of numbers that MATLAB has besides double, as a set.</summary>
[Flags]
public enum MatClasses
{
    /// <summary>double alone, which is always taken.</summary>
    Double = 0,

    /// <summary><c>logical</c></summary>
    Logical = 1,

    /// <summary><c>int8</c> to <c>uint64</c></summary>
    Integer = 2,

    /// <summary><c>single</c></summary>
    Single = 4,

    /// <summary><c>char</c>, as the numbers of its code units</summary>
    Char = 8,

    /// <summary>All classes of numbers: logical, integer and single.</summary>
    Numeric = Logical | Integer | Single,

    /// <summary>All of these.</summary>
    All = Numeric | Char,
}

/// <summary>
/// The classes besides double that an argument may have where a recorded call is replayed: those with which MATLAB calculates
/// as with the doubles of the same values. An argument of any other class is refused, as every number here is a double.
/// </summary>
/// <param name="classes">The classes taken; of a method's, by all of its arguments that do not say otherwise.</param>
/// <remarks>
/// Without it an argument is double; a number or truth value in a struct may be logical too, and what a struct's
/// <see cref="MatFormAttribute.Logical"/> says is logical.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class MatTakesAttribute(MatClasses classes) : Attribute
{
    /// <summary>The classes taken.</summary>
    public MatClasses Classes => classes;
}

/// <summary>How the class of a result follows from those of the arguments.</summary>
public enum MatClassRule
{
    /// <summary>Elements are moved, as by <c>reshape</c> and <c>horzcat</c>: any class is kept, of several the one <c>[a, b]</c> has.</summary>
    Moved,

    /// <summary>Elements are chosen, as by <c>max</c>: as <see cref="Moved"/>, but char counts as double, and two integer classes are refused.</summary>
    Chosen,

    /// <summary>Elements are calculated, as by <c>x ./ y</c>: integers in double, then rounded; char and logical count as double.</summary>
    Calculated,
}

/// <summary>The first output has the class of some arguments, which may be of any class that the rule knows.</summary>
/// <param name="parameters">The arguments' names; of <c>varargin</c>, all in it count.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MatClassOfAttribute(params string[] parameters) : Attribute
{
    /// <summary>The arguments' names.</summary>
    public IReadOnlyList<string> Parameters => parameters;

    /// <summary>How the class follows from theirs.</summary>
    public MatClassRule Rule { get; set; }
}
