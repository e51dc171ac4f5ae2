namespace DeepLearnPort.Translate.Syntax;

/// <summary>Cuts a source file into tokens, one at a time, for what a quote or a blank means depends on what stood before.</summary>
/// <param name="text">The file.</param>
internal sealed class Lexer(string text)
{
    private readonly Stack<char> _brackets = [];
    private int _at, _line = 1, _lineStart;
    private bool _inMatrix, _closedParameters;
    private Token _last = new(TokenKind.NewLine, "\n", default, false, false, false);

    /// <summary>Comments behind <c>...</c> and within parentheses, which belong to no token.</summary>
    public List<string> Passed { get; } = [];

    // Within (…), the (…) of an anonymous function's parameters, kept as a 'p', or the {…} of an index, kept as an 'i'.
    private bool InParentheses => _brackets.TryPeek(out char bracket) && bracket is '(' or 'p' or 'i';

    /// <summary>The next token.</summary>
    public Token Next() => _last = Read();

    /// <summary>The character at an offset from where the next token begins, without the blanks before it; '\0' at the end.</summary>
    private char Peek(int offset = 0) => _at + offset < text.Length ? text[_at + offset] : '\0';

    private Token Read()
    {
        bool space = SkipBlanks();
        _inMatrix = _brackets.Count > 0 && !InParentheses;
        int start = _at;
        char c = Peek();
        if (_at >= text.Length)
            return Made(TokenKind.EndOfFile, "", start, space);
        if (c is '\r' or '\n')
            return ReadLineEnd(start, space);
        if (c is '%' or '#')
            return ReadComment(start, space);
        if (Words.BeginsName(c))
            return ReadName(start, space);
        if (char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(Peek(1)))
            return ReadNumber(start, space);
        if (c == '"')
            return ReadText(c, start, space);
        if (c == '\'' && !FollowsOperand(space))
            return ReadText(c, start, space);
        return ReadSign(start, space);
    }

    // Blanks, and lines that go on on the next one.
    private bool SkipBlanks()
    {
        int start = _at;
        while (true)
        {
            while (Words.IsBlank(Peek()))
                _at++;
            if (Peek() == '.' && Peek(1) == '.' && Peek(2) == '.')
            {
                _at += 3;
                Pass(RestOfLine());
                NewLine();
            }
            else if (InParentheses && Peek() is '\r' or '\n')
            {
                NewLine();
            }
            else if (InParentheses && Peek() is '%' or '#')
            {
                Pass(RestOfLine());
            }
            else
            {
                return _at > start;
            }
        }
    }

    private void Pass(string comment)
    {
        comment = comment.Trim();
        if (comment.Length > 0)
            Passed.Add(LineComment(comment[0] is '%' or '#' ? comment : "% " + comment));
    }

    // A lone %{ that opens no block, for something stands before it, would open one on a line of its own.
    private static string LineComment(string comment) => comment.TrimEnd() is "%{" or "#{" ? "% {" : comment.TrimEnd();

    private string RestOfLine()
    {
        int start = _at;
        while (_at < text.Length && Peek() is not ('\r' or '\n'))
            _at++;
        return text[start.._at];
    }

    private void NewLine()
    {
        if (_at >= text.Length)
            return;
        _at += Peek() == '\r' && Peek(1) == '\n' ? 2 : 1;
        _line++;
        _lineStart = _at;
    }

    private Token ReadLineEnd(int start, bool space)
    {
        var place = PlaceFrom(start);
        NewLine();
        return new(TokenKind.NewLine, "\n", place, space, false, _inMatrix);
    }

    private Token ReadComment(int start, bool space)
    {
        if (!OpensBlock())
            return Made(TokenKind.Comment, LineComment(RestOfLine()), start, space);
        var place = PlaceFrom(start);
        int depth = 0;
        do
        {
            string line = RestOfLine().Trim();
            depth += line is "%{" or "#{" ? 1 : line is "%}" or "#}" ? -1 : 0;
            if (depth == 0)
                break;
            if (_at >= text.Length)
                throw new ParseException(place, "expected the %} of this block comment, found the end of the file");
            NewLine();
        }
        while (true);
        string block = text[start.._at].ReplaceLineEndings("\n").TrimEnd();
        return new(TokenKind.Comment, block, place.To(PlaceFrom(start)), space, true, _inMatrix);
    }

    // %{ alone on its line
    private bool OpensBlock()
    {
        if (Peek(1) != '{' || !text.AsSpan(_lineStart, _at - _lineStart).Trim().IsEmpty)
            return false;
        int end = _at + 2;
        while (end < text.Length && Words.IsBlank(text[end]))
            end++;
        return end >= text.Length || text[end] is '\r' or '\n';
    }

    private Token ReadName(int start, bool space)
    {
        while (Words.IsInName(Peek()))
            _at++;
        string name = text[start.._at];
        bool keyword = Words.Keywords.Contains(name) && !_last.Is(".") && (_brackets.Count == 0 || name == "end");
        return Made(keyword ? TokenKind.Keyword : TokenKind.Name, name, start, space);
    }

    private Token ReadNumber(int start, bool space)
    {
        if (Peek() == '0' && Peek(1) is 'x' or 'X' or 'b' or 'B' && char.IsAsciiHexDigit(Peek(2)))
        {
            for (_at += 2; char.IsAsciiHexDigit(Peek());)
                _at++;
            return Made(TokenKind.Number, text[start.._at], start, space);
        }
        SkipDigits();
        if (Peek() == '.' && Peek(1) is not ('*' or '/' or '\\' or '^' or '\'' or '.'))
        {
            _at++;
            SkipDigits();
        }
        int exponent = Peek() is 'e' or 'E' or 'd' or 'D' ? Peek(1) is '+' or '-' ? 2 : 1 : 0;
        if (exponent > 0 && char.IsAsciiDigit(Peek(exponent)))
        {
            _at += exponent;
            SkipDigits();
        }
        int end = _at;
        bool imaginary = Peek() is 'i' or 'j' or 'I' or 'J' && !Words.IsInName(Peek(1));
        if (imaginary)
            _at++;
        string number = text[start..end];
        return Made(TokenKind.Number, (number.EndsWith('.') ? number[..^1] : number) + (imaginary ? "i" : ""), start, space);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()))
            _at++;
    }

    // Whether what is read next belongs to what was read last: a quote is a transpose then, and a brace an index.
    private bool FollowsOperand(bool space)
    {
        bool operand = _last.Kind is TokenKind.Name or TokenKind.Number or TokenKind.DoubleQuotedText or TokenKind.Text
            || _last.IsOneOf(")", "]", "}", "'", ".'") || _last.Is("end") && _brackets.Count > 0;
        return operand && !(_closedParameters && _last.Is(")")) && !(space && _inMatrix);
    }

    private Token ReadText(char quote, int start, bool space)
    {
        var said = new System.Text.StringBuilder();
        for (_at++; ; _at++)
        {
            char c = Peek();
            if (_at >= text.Length || c is '\r' or '\n')
                throw new ParseException(PlaceFrom(start), $"expected a {quote} at the end of this text, found the end of the line");
            if (c == quote && Peek(1) != quote)
                break;
            if (c == '\\' && quote == '"' && Peek(1) is not ('\r' or '\n' or '\0'))
                said.Append(text[_at++]); // an escape: what follows is no end
            else if (c == quote)
                _at++; // a quote in the text is written twice
            said.Append(c == quote && quote == '"' ? "\"\"" : text[_at].ToString());
        }
        _at++;
        return Made(quote == '"' ? TokenKind.DoubleQuotedText : TokenKind.Text, said.ToString(), start, space);
    }

    private Token ReadSign(int start, bool space)
    {
        if (Peek() is '+' or '-' && Peek(1) == Peek() && _brackets.Count == 0 && (_last.EndsStatement || EndsStatement(2)))
        {
            _at += 2;
            return Made(TokenKind.Operator, text[start.._at], start, space);
        }
        foreach (var (written, meant) in Words.Signs)
            if (string.CompareOrdinal(text, _at, written, 0, written.Length) == 0 && !(_brackets.Count > 0 && Words.Assignments.Contains(meant)))
            {
                _at += written.Length;
                return Made(TokenKind.Operator, meant, start, space);
            }
        char c = Peek();
        if (!Words.SingleSigns.Contains(c))
            throw new ParseException(PlaceFrom(start), $"expected MATLAB, found the character {Shown(c)}");
        _at++;
        if (c is '(' or '[' or '{')
            _brackets.Push(c == '{' && FollowsOperand(space) ? 'i' : c == '(' && _last.Is("@") ? 'p' : c);
        else if (c is ')' or ']' or '}' && _brackets.TryPeek(out char open)
            && (open, c) is ('(' or 'p', ')') or ('[', ']') or ('{' or 'i', '}'))
            _closedParameters = _brackets.Pop() == 'p';
        return Made(TokenKind.Operator, c == '!' ? "~" : c.ToString(), start, space);
    }

    private static string Shown(char c) => char.IsControl(c) || char.IsSurrogate(c) ? Invariant($"U+{(int)c:X4}") : $"'{c}'";

    /// <summary>Whether nothing but a statement's end follows.</summary>
    /// <param name="offset">From where on, in characters.</param>
    public bool EndsStatement(int offset = 0)
    {
        while (Words.IsBlank(Peek(offset)))
            offset++;
        return Peek(offset) is '\0' or '\r' or '\n' or ';' or ',' or '%' or '#';
    }

    /// <summary>
    /// What stands behind a name at the beginning of a statement, if it makes that statement a command: a blank, then something that
    /// is no assignment, no parenthesis and no operator with a blank behind it.
    /// </summary>
    /// <returns>The command's arguments; null: it is none.</returns>
    public List<string>? Command()
    {
        int offset = 0;
        while (Words.IsBlank(Peek(offset)))
            offset++;
        if (offset == 0 || EndsStatement(offset) || Peek(offset) == '(' || IsExpression(offset))
            return null;
        _at += offset;
        var words = new List<string>();
        while (!EndsStatement())
            words.Add(Word());
        return words;
    }

    private bool IsExpression(int offset)
    {
        if (Peek(offset) == '=' || Peek(offset) == '.' && Peek(offset + 1) == '.' && Peek(offset + 2) == '.')
            return true;
        int length = 0;
        foreach (var (written, _) in Words.Signs)
            if (length == 0 && string.CompareOrdinal(text, _at + offset, written, 0, written.Length) == 0)
                length = written.Length;
        if (length == 0 && "+-*/\\^<>&|~!:".Contains(Peek(offset)))
            length = 1;
        char next = Peek(offset + length);
        return length > 0 && (Words.IsBlank(next) || next is '\0' or '\r' or '\n' || length == 2 && Peek(offset + 1) == '=');
    }

    private string Word()
    {
        while (Words.IsBlank(Peek()))
            _at++;
        var word = new System.Text.StringBuilder();
        while (_at < text.Length && !Words.IsBlank(Peek()) && Peek() is not ('\r' or '\n' or ';' or ','))
        {
            if (Peek() is not ('\'' or '"'))
            {
                word.Append(text[_at++]);
                continue;
            }
            var quoted = ReadText(Peek(), _at, false);
            word.Append(quoted.Text);
        }
        return word.ToString();
    }

    /// <summary>Whether the bracket that was just read closes before an <c>=</c>: its elements are targets.</summary>
    public bool OpensTargets()
    {
        int depth = 1;
        int at = _at;
        for (; at < text.Length && depth > 0; at++)
            switch (text[at])
            {
                case '(' or '[' or '{': depth++; break;
                case ')' or ']' or '}': depth--; break;
                case '\r' or '\n' or ';' or '%' when depth == 1: return false;
            }
        while (at < text.Length && Words.IsBlank(text[at]))
            at++;
        return depth == 0 && at < text.Length && text[at] == '=' && (at + 1 == text.Length || text[at + 1] != '=');
    }

    /// <summary>Whether an <c>=</c> follows.</summary>
    public bool AssignsNext()
    {
        int offset = 0;
        while (Words.IsBlank(Peek(offset)))
            offset++;
        return Peek(offset) == '=';
    }

    private Token Made(TokenKind kind, string said, int start, bool space) =>
        new(kind, said, PlaceFrom(start), space, _at >= text.Length || Words.IsBlank(Peek()) || Peek() is '\r' or '\n', _inMatrix);

    private Place PlaceFrom(int start) => new(_line, Math.Max(1, start - _lineStart + 1), start, _at);
}
