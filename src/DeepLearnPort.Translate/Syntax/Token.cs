namespace DeepLearnPort.Translate.Syntax;

internal enum TokenKind
{
    Name,
    Keyword,
    Number,
    Text,
    DoubleQuotedText,
    Operator,
    Comment,
    NewLine,
    EndOfFile,
}

/// <summary>The smallest part of a source file that means something.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name, an operator as MATLAB writes it, a number or comment as written, what a text says.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="SpaceBefore">Whether a blank stands before it, which separates elements of a matrix.</param>
/// <param name="SpaceAfter">Whether a blank or the end of the line stands behind it.</param>
/// <param name="InMatrix">Whether it stands directly within <c>[ ]</c> or a cell's <c>{ }</c>, where blanks separate elements.</param>
internal readonly record struct Token(TokenKind Kind, string Text, Place Place, bool SpaceBefore, bool SpaceAfter, bool InMatrix)
{
    public bool Is(string text) => Kind is TokenKind.Operator or TokenKind.Keyword && Text == text;

    public bool IsOneOf(params ReadOnlySpan<string> texts) => Kind is TokenKind.Operator or TokenKind.Keyword && texts.Contains(Text);

    /// <summary>Whether an element of a matrix ended at the blank before this.</summary>
    public bool BeginsElement => InMatrix && SpaceBefore;

    /// <summary>Whether a statement may end here.</summary>
    public bool EndsStatement => Kind is TokenKind.NewLine or TokenKind.EndOfFile or TokenKind.Comment || Is(";") || Is(",");

    /// <summary>As an error names it.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.NewLine => "the end of the line",
        TokenKind.EndOfFile => "the end of the file",
        TokenKind.Comment => "a comment",
        TokenKind.Text or TokenKind.DoubleQuotedText => "a text",
        TokenKind.Number => $"the number {Shown}",
        _ => $"'{Shown}'",
    };

    private string Shown => Text.Length <= 40 ? Text : Text[..40] + "…";
}
