namespace DeepLearnPort.Translate.Syntax;

/// <summary>Reads expressions, by the precedence of MATLAB's operators.</summary>
internal abstract class ExpressionReader(Lexer lexer)
{
    // Deeper trees than people write would not fit on the stack of those that walk them.
    private const int MostDepth = 500;
    private const int MostNesting = 150;

    private int _nesting;
    private int _depth;
    private Place _lastRead;

    protected Lexer Lexer { get; } = lexer;

    /// <summary>What is read next; the lexer stands right behind it.</summary>
    protected Token Current { get; private set; }

    /// <summary>The line of the token read last.</summary>
    protected int LastLine => _lastRead.Line;

    /// <summary>From a first token to the one read last.</summary>
    protected Place Since(Token first) => first.Place.To(_lastRead);

    protected Token Take()
    {
        var taken = Current;
        _lastRead = taken.Place;
        Current = Lexer.Next();
        return taken;
    }

    protected bool TakeIf(string text)
    {
        if (!Current.Is(text))
            return false;
        Take();
        return true;
    }

    protected void Expect(string text, string where)
    {
        if (!TakeIf(text))
            throw Expected($"'{text}' {where}");
    }

    protected string TakeName(string what) => Current.Kind == TokenKind.Name ? Take().Text : throw Expected(what);

    protected ParseException Expected(string what) => new(Current.Place, $"expected {what}, found {Current}");

    /// <summary>What is read within is nested one level deeper.</summary>
    protected T Nested<T>(Func<T> read)
    {
        if (++_nesting > MostNesting)
            throw new ParseException(Current.Place, $"expected at most {MostNesting} levels of nesting, found more");
        T result = read();
        _nesting--;
        return result;
    }

    /// <summary>A node read since a token, over others of which the deepest has this depth.</summary>
    private T Made<T>(T node, Token first, int below)
        where T : Expression
    {
        _depth = below + 1;
        return _depth <= MostDepth
            ? node with { Place = Since(first) }
            : throw new ParseException(Current.Place, $"expected an expression of at most {MostDepth} operators in a row, found more");
    }

    protected Expression ReadExpression() => Nested(() => ReadBinary(1));

    // Operators that bind at least as strongly; those that bind alike go from left to right.
    private Expression ReadBinary(int least)
    {
        var first = Current;
        var left = Operand(least);
        while (true)
        {
            int binding = Current.Kind == TokenKind.Operator ? Words.Binding(Current.Text) : 0;
            if (binding < least || binding == 0 || SeparatesElements())
                return left;
            int depth = _depth;
            string sign = Take().Text;
            var right = Operand(binding);
            left = Made(new BinaryExpression(sign, left, right), first, Math.Max(depth, _depth));
        }
    }

    // What stands beside an operator: something that binds more strongly.
    private Expression Operand(int binding) => binding switch
    {
        Words.Comparison => ReadRange(),
        Words.Multiplicative => ReadPrefix(),
        _ => ReadBinary(binding + 1),
    };

    // In a matrix, [a -1] are two elements, [a - 1] and [a-1] one.
    private bool SeparatesElements() =>
        Current.BeginsElement && !Current.SpaceAfter && Current.IsOneOf("+", "-");

    private Expression ReadRange()
    {
        var first = Current;
        var start = ReadBinary(Words.Additive);
        if (!Current.Is(":"))
            return start;
        int depth = _depth;
        Take();
        var second = ReadBinary(Words.Additive);
        depth = Math.Max(depth, _depth);
        if (!TakeIf(":"))
            return Made(new RangeExpression(start, null, second), first, depth);
        var stop = ReadBinary(Words.Additive);
        return Made(new RangeExpression(start, second, stop), first, Math.Max(depth, _depth));
    }

    private Expression ReadPrefix() => ReadPrefix(ReadPrefix, ReadPowers);

    // 2^-1 works, and 2^-1' is (2^-1)'.
    private Expression ReadExponent() => ReadPrefix(ReadExponent, ReadIndexed);

    private Expression ReadPrefix(Func<Expression> again, Func<Expression> otherwise)
    {
        var first = Current;
        if (!Current.IsOneOf("+", "-", "~", "++", "--"))
            return otherwise();
        string sign = Take().Text;
        var operand = Nested(again);
        return Made(new PrefixExpression(sign, operand), first, _depth);
    }

    // Transposes and powers bind alike and go from left to right: a.^b' is (a.^b)'.
    private Expression ReadPowers()
    {
        var first = Current;
        var left = ReadIndexed();
        while (true)
        {
            int depth = _depth;
            if (Current.IsOneOf("'", ".'"))
            {
                left = Made(new PostfixExpression(left, Take().Text), first, depth);
            }
            else if (Current.IsOneOf("^", ".^"))
            {
                string sign = Take().Text;
                var right = ReadExponent();
                left = Made(new BinaryExpression(sign, left, right), first, Math.Max(depth, _depth));
            }
            else
            {
                return left;
            }
        }
    }

    /// <summary>A name or value with all the indices, arguments and fields that follow it.</summary>
    protected Expression ReadIndexed()
    {
        var first = Current;
        var target = ReadPrimary();
        while (!Current.BeginsElement)
            if (Current.Is("("))
                target = ReadIndex(target, first, ")");
            else if (Current.Is("{"))
                target = ReadIndex(target, first, "}");
            else if (Current.Is("."))
                target = ReadField(target, first);
            else
                break;
        return target;
    }

    private IndexExpression ReadIndex(Expression target, Token first, string close)
    {
        int depth = _depth;
        var arguments = new List<Expression>();
        Take();
        while (!Current.Is(close))
        {
            arguments.Add(ReadArgument(close));
            depth = Math.Max(depth, _depth);
            if (!TakeIf(",") && !Current.Is(close))
                throw Expected($"',' or '{close}' in the index or the arguments");
        }
        Take();
        return Made(new IndexExpression(target, [.. arguments], close == "}"), first, depth);
    }

    private Expression ReadArgument(string close)
    {
        if (!Current.Is(":"))
            return ReadExpression();
        var colon = Take();
        return Current.Is(",") || Current.Is(close)
            ? Made(new AllExpression(), colon, 0)
            : throw Expected($"',' or '{close}' behind ':'");
    }

    private Expression ReadField(Expression target, Token first)
    {
        int depth = _depth;
        Take();
        if (!Current.Is("("))
            return Made(new FieldExpression(target, TakeName("the name of a field")), first, depth);
        Take();
        var name = ReadExpression();
        depth = Math.Max(depth, _depth);
        Expect(")", "behind the field's name");
        return Made(new DynamicFieldExpression(target, name), first, depth);
    }

    private Expression ReadPrimary()
    {
        var first = Current;
        switch (first.Kind)
        {
            case TokenKind.Name:
                return Made(new NameExpression(Take().Text), first, 0);
            case TokenKind.Number:
                string number = Take().Text;
                return Made(number.EndsWith('i') ? new NumberLiteral(number[..^1], true) : new NumberLiteral(number), first, 0);
            case TokenKind.Text or TokenKind.DoubleQuotedText:
                return Made(new TextLiteral(Take().Text, first.Kind == TokenKind.DoubleQuotedText), first, 0);
        }
        if (TakeIf("end"))
            return Made(new EndExpression(), first, 0);
        if (TakeIf("("))
        {
            var inner = ReadExpression();
            Expect(")", "to close the parenthesis");
            return Made(new ParenthesizedExpression(inner), first, _depth);
        }
        if (Current.Is("[") || Current.Is("{"))
            return ReadMatrix();
        return Current.Is("@") ? ReadHandle() : throw Expected("an expression");
    }

    private MatrixExpression ReadMatrix()
    {
        var first = Take();
        string close = first.Is("{") ? "}" : "]";
        var rows = new List<MatrixRow>();
        var elements = new List<Expression>();
        var comments = new List<string>();
        int depth = 0, lastRowsLine = -1;
        while (!Current.Is(close))
            if (Current.Kind == TokenKind.Comment && elements.Count == 0 && Current.Place.Line == lastRowsLine)
            {
                rows[^1] = rows[^1] with { Comments = [.. rows[^1].Comments, Take().Text] };
            }
            else if (Current.Kind == TokenKind.Comment)
            {
                comments.Add(Take().Text);
            }
            else if (Current.Kind == TokenKind.NewLine || Current.Is(";"))
            {
                lastRowsLine = EndRow() ? Current.Place.Line : lastRowsLine;
                Take();
            }
            else if (!TakeIf(","))
            {
                elements.Add(Current.Kind == TokenKind.EndOfFile ? throw Expected($"'{close}'") : ReadExpression());
                depth = Math.Max(depth, _depth);
            }
        EndRow();
        if (comments.Count > 0 && rows.Count > 0)
            rows[^1] = rows[^1] with { Comments = [.. rows[^1].Comments, .. comments] };
        else if (comments.Count > 0)
            rows.Add(new([], [.. comments]));
        Take();
        return Made(new MatrixExpression([.. rows], close == "}"), first, depth);

        bool EndRow()
        {
            if (elements.Count == 0)
                return false;
            rows.Add(new([.. elements], [.. comments]));
            elements.Clear();
            comments.Clear();
            return true;
        }
    }

    private Expression ReadHandle()
    {
        var first = Take();
        if (Current.Is("("))
        {
            var parameters = ReadParameters();
            var body = ReadExpression();
            return Made(new AnonymousFunction(parameters, body), first, _depth);
        }
        string name = TakeName("a function's name or '(' behind '@'");
        while (TakeIf("."))
            name += "." + TakeName("a name");
        return Made(new FunctionHandle(name), first, 0);
    }

    /// <summary>Names in parentheses, <c>~</c> among them.</summary>
    protected Nodes<string> ReadParameters()
    {
        var parameters = new List<string>();
        Take();
        while (!Current.Is(")"))
        {
            parameters.Add(TakeIf("~") ? "~" : TakeName("a parameter's name"));
            if (!TakeIf(",") && !Current.Is(")"))
                throw Expected("',' or ')' among the parameters");
        }
        Take();
        return [.. parameters];
    }
}
