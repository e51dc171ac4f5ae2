namespace DeepLearnPort.Translate.Syntax;

/// <summary>Reads statements and blocks.</summary>
/// <param name="text">The file.</param>
/// <param name="variables">Names that are variables although they are assigned later only; a statement that begins with one is no command.</param>
/// <param name="closedFunctions">Whether an <c>end</c> closes each function of the file.</param>
internal sealed partial class StatementReader(string text, IReadOnlySet<string> variables, bool closedFunctions)
    : ExpressionReader(new Lexer(text))
{
    private readonly HashSet<string> _assigned = [.. variables];
    private bool _inFunction;

    /// <summary>All names that the file assigns to, in any of its functions.</summary>
    public IReadOnlySet<string> Assigned => _assigned;

    /// <summary>Names of the statements in command syntax.</summary>
    public HashSet<string> Commands { get; } = [];

    /// <summary>The whole file.</summary>
    public SourceFile ReadFile()
    {
        Take();
        var body = ReadBlock();
        return Current.Kind == TokenKind.EndOfFile ? new(body) : throw Expected("a statement");
    }

    // Statements up to one of the words that end a block, which is left to be taken.
    private Block ReadBlock()
    {
        var statements = new List<Statement>();
        var passedBefore = Lexer.Passed.ToArray();
        Lexer.Passed.Clear();
        int lastLine = LastLine;
        TakeIf(",");
        string? comment = IsBehind(lastLine) ? Take().Text : null;
        bool blank = false;
        while (!EndsBlock())
        {
            if (Current.Kind == TokenKind.NewLine)
                blank |= Take().Place.Line != lastLine;
            else if (IsBehind(lastLine) && statements.Count > 0 && statements[^1] is not CommentStatement && statements[^1].Comment is null)
                statements[^1] = statements[^1] with { Comment = Take().Text };
            else if (!TakeIf(";") && !TakeIf(","))
                Add(Current.Kind == TokenKind.Comment ? ReadComment() : Nested(ReadStatement));
        }
        Lexer.Passed.InsertRange(0, passedBefore);
        return new([.. statements]) { Comment = comment };

        void Add(Statement statement)
        {
            foreach (string passed in Lexer.Passed) // a comment within a statement goes before it
            {
                statements.Add(new CommentStatement(passed) { Place = statement.Place, AfterBlankLine = blank });
                blank = false;
            }
            Lexer.Passed.Clear();
            statements.Add(statement with { AfterBlankLine = blank });
            blank = false;
            lastLine = LastLine;
        }
    }

    private bool IsBehind(int line) =>
        Current.Kind == TokenKind.Comment && Current.Place.Line == line && !Current.Text.Contains('\n', StringComparison.Ordinal);

    private CommentStatement ReadComment()
    {
        var comment = Take();
        return new(comment.Text) { Place = comment.Place };
    }

    private bool EndsBlock() => Current.Kind == TokenKind.EndOfFile
        || Current.Kind == TokenKind.Keyword && (Current.Text is "else" or "elseif" or "case" or "otherwise" or "until" or "catch"
            or "unwind_protect_cleanup" || Current.Text.StartsWith("end", StringComparison.Ordinal)
            || Current.Text == "function" && _inFunction && !closedFunctions);

    private Statement ReadStatement()
    {
        var first = Current;
        Statement statement = Current.Kind != TokenKind.Keyword ? ReadSimple() : Current.Text switch
        {
            "if" => ReadIf(),
            "while" => ReadWhile(),
            "for" or "parfor" => ReadFor(),
            "do" => ReadDo(),
            "switch" => ReadSwitch(),
            "try" => ReadTry(),
            "unwind_protect" => ReadUnwind(),
            "function" => ReadFunction(),
            "global" or "persistent" => ReadDeclaration(),
            "break" or "continue" or "return" => new JumpStatement(Take().Text),
            _ => throw Expected("a statement"),
        };
        statement = statement with { Place = Since(first) };
        if (statement is FunctionDefinition { Closed: false })
            return statement;
        if (!Current.EndsStatement)
            throw Expected("the end of the statement");
        bool shows = statement is ExpressionStatement or AssignmentStatement or IncrementStatement or CommandStatement && !Current.Is(";");
        TakeIf(";");
        return statement with { Display = shows };
    }

    private Statement ReadSimple()
    {
        if (Current.Kind == TokenKind.Name && !_assigned.Contains(Current.Text))
        {
            if (Current.Text == "classdef")
                throw new ParseException(Current.Place, "expected a script or functions, found classdef, which is not taken");
            if (Lexer.Command() is { } words)
            {
                Commands.Add(Current.Text);
                return new CommandStatement(Take().Text, [.. words]);
            }
        }
        if (Current.Is("[") && Lexer.OpensTargets())
            return ReadAssignmentToSeveral();
        if (Current.IsOneOf("++", "--"))
        {
            string sign = Take().Text;
            return new IncrementStatement(Target(ReadIndexed()), sign);
        }
        var value = ReadExpression();
        if (Current.Kind == TokenKind.Operator && Words.Assignments.Contains(Current.Text))
            return ReadAssignment([Target(value)], brackets: false);
        return Current.IsOneOf("++", "--") ? new IncrementStatement(Target(value), Take().Text) : new ExpressionStatement(value);
    }

    private AssignmentStatement ReadAssignmentToSeveral()
    {
        var targets = new List<Expression>();
        Take();
        while (!Current.Is("]"))
        {
            var first = Current;
            if (TakeIf("~"))
                targets.Add(new NameExpression("~") { Place = Since(first) });
            else if (!TakeIf(","))
                targets.Add(Target(ReadIndexed()));
        }
        Take();
        return ReadAssignment([.. targets], brackets: true);
    }

    private AssignmentStatement ReadAssignment(Nodes<Expression> targets, bool brackets)
    {
        string sign = Take().Text;
        return new(targets, sign, ReadExpression()) { Brackets = brackets };
    }

    // The expression, which may be assigned to; its name is a variable from here on.
    private Expression Target(Expression target)
    {
        for (var at = target; ;)
            switch (at)
            {
                case NameExpression name:
                    _assigned.Add(name.Text);
                    return target;
                case IndexExpression index:
                    at = index.Target;
                    break;
                case FieldExpression field:
                    at = field.Target;
                    break;
                case DynamicFieldExpression field:
                    at = field.Target;
                    break;
                default:
                    throw new ParseException(target.Place, "expected a variable, or a part of one, before what assigns");
            }
    }

    private DeclarationStatement ReadDeclaration()
    {
        string keyword = Take().Text;
        var names = new List<DeclaredName>();
        while (!Current.EndsStatement)
        {
            string name = TakeName("the name of a variable");
            _assigned.Add(name);
            names.Add(new(name, TakeIf("=") ? ReadExpression() : null));
        }
        return names.Count > 0 ? new(keyword, [.. names]) : throw Expected("the name of a variable");
    }
}
