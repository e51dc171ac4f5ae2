namespace DeepLearnPort;

/// <summary>
/// Says how a field of a struct, or an output of a function, looks in MATLAB where its .NET type leaves that open. Without
/// it a vector is a row of doubles, and a field is there once it was given a value.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class MatFormAttribute : Attribute
{
    internal static MatFormAttribute Usual { get; } = new();

    /// <summary>A vector, or the outermost cell, is a column (n×1) rather than a row (1×n).</summary>
    public bool Column { get; set; }

    /// <summary>A vector that stands as the argument stood, or by a rule that its .NET type cannot show: either way is right.</summary>
    public bool EitherWay { get; set; }

    /// <summary>A <see cref="Cell{T}"/> of numbers is a cell array with one number in each element, rather than a vector.</summary>
    public bool CellArray { get; set; }

    /// <summary>Its matrices are logical rather than double (but for <c>[]</c>, which stays double, as in MATLAB).</summary>
    public bool Logical { get; set; }

    /// <summary>A vector that functions append to: it goes on the way it stood when it was read.</summary>
    public bool Grows { get; set; }

    /// <summary>The field is .NET's alone: it is neither read from MATLAB's struct nor written to it.</summary>
    public bool NotInMatlab { get; set; }

    /// <summary>The field is there even while it is empty, in a struct that was made here.</summary>
    public bool Always { get; set; }

    /// <summary>The field is there exactly while the field of this name is.</summary>
    public string? With { get; set; }

    /// <summary>The parameter is MATLAB's <c>varargin</c>: it takes all arguments up to those that the parameters after it need.</summary>
    public bool Varargin { get; set; }

    /// <summary>The form of what a cell of this form holds.</summary>
    internal MatFormAttribute Inner => Column ? new() { CellArray = CellArray, Logical = Logical } : this;
}
