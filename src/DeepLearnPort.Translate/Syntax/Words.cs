using System.Collections.Frozen;

namespace DeepLearnPort.Translate.Syntax;

/// <summary>The words and signs of MATLAB and Octave.</summary>
internal static class Words
{
    /// <summary>Words that are no names, each with what it closes if it closes something.</summary>
    public static readonly FrozenSet<string> Keywords = FrozenSet.Create(
        "if", "elseif", "else", "end", "endif", "while", "endwhile", "for", "endfor", "parfor", "endparfor", "do", "until", "switch", "case",
        "otherwise", "endswitch", "function", "endfunction", "return", "break", "continue", "try", "catch", "end_try_catch",
        "unwind_protect", "unwind_protect_cleanup", "end_unwind_protect", "global", "persistent");

    /// <summary>Signs of more than one character, the longer ones first; what MATLAB writes otherwise stands behind it.</summary>
    public static readonly (string Written, string Meant)[] Signs =
    [
        (".**", ".^"), (".*", ".*"), ("./", "./"), (".\\", ".\\"), (".^", ".^"), (".'", ".'"), ("==", "=="), ("~=", "~="),
        ("!=", "~="), ("<=", "<="), (">=", ">="), ("&&", "&&"), ("||", "||"), ("**", "^"), ("+=", "+="), ("-=", "-="), ("*=", "*="),
        ("/=", "/="), ("^=", "^="), ("|=", "|="), ("&=", "&="),
    ];

    /// <summary>Signs of one character.</summary>
    public const string SingleSigns = "+-*/\\^=<>&|~!@()[]{},;:.'";

    /// <summary>Signs that assign.</summary>
    public static readonly FrozenSet<string> Assignments = FrozenSet.Create("=", "+=", "-=", "*=", "/=", "^=", "|=", "&=");

    /// <summary>How strongly an operator between two operands binds; 0: it is none.</summary>
    public static int Binding(string sign) => sign switch
    {
        "||" => 1,
        "&&" => 2,
        "|" => 3,
        "&" => 4,
        "<" or "<=" or ">" or ">=" or "==" or "~=" => Comparison,
        "+" or "-" => Additive,
        "*" or "/" or "\\" or ".*" or "./" or ".\\" => Multiplicative,
        _ => 0,
    };

    /// <summary>Comparisons, whose operands are ranges.</summary>
    public const int Comparison = 5;

    /// <summary>Sums, which the ends of a range are.</summary>
    public const int Additive = 7;

    /// <summary>Products, which bind most strongly but for signs and powers.</summary>
    public const int Multiplicative = 8;

    public static bool BeginsName(char c) => char.IsAsciiLetter(c) || c == '_' || c > 127 && char.IsLetter(c);

    public static bool IsInName(char c) => BeginsName(c) || char.IsAsciiDigit(c);

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\f' or '\v' or '\u00a0' or '\ufeff';
}
