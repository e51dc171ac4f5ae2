namespace DeepLearnPort.Translate.Syntax;

/// <content>Statements that have others in them.</content>
internal sealed partial class StatementReader
{
    private IfStatement ReadIf()
    {
        var clauses = new List<IfClause>();
        Take();
        do
        {
            var condition = ReadExpression();
            clauses.Add(new(condition, ReadBlock()));
        }
        while (TakeIf("elseif"));
        if (TakeIf("else"))
            clauses.Add(new(null, ReadBlock()));
        End("if", "endif");
        return new([.. clauses]);
    }

    private WhileStatement ReadWhile()
    {
        Take();
        var condition = ReadExpression();
        var body = ReadBlock();
        End("while", "endwhile");
        return new(condition, body);
    }

    private ForStatement ReadFor()
    {
        bool parallel = Take().Text == "parfor";
        bool parentheses = TakeIf("(");
        var variable = Target(ReadIndexed());
        Expect("=", "behind the variable of the loop");
        var range = ReadExpression();
        var workers = parentheses && TakeIf(",") ? ReadExpression() : null;
        if (parentheses)
            Expect(")", "behind the loop's range");
        var body = ReadBlock();
        End(parallel ? "parfor" : "for", parallel ? "endparfor" : "endfor");
        return new(variable, range, body) { Parallel = parallel, Workers = workers };
    }

    private DoUntilStatement ReadDo()
    {
        Take();
        var body = ReadBlock();
        Expect("until", "to close do");
        return new(body, ReadExpression());
    }

    private SwitchStatement ReadSwitch()
    {
        Take();
        var value = ReadExpression();
        var head = ReadBlock();
        if (head.Statements.Any(s => s is not CommentStatement))
            throw Expected("case or otherwise as the first statement of a switch");
        var clauses = new List<SwitchClause>();
        while (Current.IsOneOf("case", "otherwise"))
        {
            var label = Take().Text == "case" ? ReadExpression() : null;
            clauses.Add(new(label, ReadBlock()));
        }
        End("switch", "endswitch");
        return new(value, head, [.. clauses]);
    }

    private TryStatement ReadTry()
    {
        Take();
        var body = ReadBlock();
        string? name = null;
        Block? handler = null;
        if (Current.Is("catch"))
        {
            int line = Take().Place.Line;
            if (Current.Kind == TokenKind.Name && Current.Place.Line == line && Lexer.EndsStatement())
                _assigned.Add(name = Take().Text);
            TakeIf(";");
            handler = ReadBlock();
        }
        End("try", "end_try_catch");
        return new(body, name, handler);
    }

    private UnwindStatement ReadUnwind()
    {
        Take();
        var body = ReadBlock();
        Expect("unwind_protect_cleanup", "in unwind_protect");
        var cleanup = ReadBlock();
        End("unwind_protect", "end_unwind_protect");
        return new(body, cleanup);
    }

    private FunctionDefinition ReadFunction()
    {
        Take();
        var (outputs, brackets) = ReadOutputs();
        string name = TakeName("a function's name");
        while (TakeIf("."))
            name += "." + TakeName("a name");
        Nodes<string> parameters = Current.Is("(") ? ReadParameters() : [];
        foreach (string variable in outputs.Concat(parameters))
            _assigned.Add(variable);
        if (!Current.EndsStatement)
            throw Expected("the end of the line behind the function's head");
        bool outer = _inFunction;
        _inFunction = true;
        var body = ReadBlock();
        _inFunction = outer;
        if (closedFunctions)
            End("function", "endfunction");
        return new(name, outputs, parameters, body) { Closed = closedFunctions, Brackets = brackets };
    }

    // What stands before the = of a function's head, if there is one.
    private (Nodes<string> Outputs, bool Brackets) ReadOutputs()
    {
        if (!TakeIf("["))
            return Lexer.AssignsNext() ? ([OutputName()], false) : ([], false);
        var outputs = new List<string>();
        while (!TakeIf("]"))
            if (!TakeIf(","))
                outputs.Add(TakeName("an output's name"));
        Expect("=", "behind the outputs");
        return ([.. outputs], true);

        string OutputName()
        {
            string name = TakeName("an output's name");
            Expect("=", "behind the output");
            return name;
        }
    }

    private void End(string opened, string close)
    {
        if (!TakeIf("end") && !TakeIf(close))
            throw Expected($"'end' to close {opened}");
    }
}
