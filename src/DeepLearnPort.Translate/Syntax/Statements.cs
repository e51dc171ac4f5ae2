namespace DeepLearnPort.Translate.Syntax;

/// <summary>A statement, or a line that only comments.</summary>
public abstract record Statement
{
    /// <summary>Where it stands.</summary>
    public Place Place { get; init; }

    /// <summary>Whether its value is shown: it ends without a semicolon.</summary>
    public bool Display { get; init; }

    /// <summary>Empty lines before it.</summary>
    public bool AfterBlankLine { get; init; }

    /// <summary>The comment behind it on its line, with its sign; null: none.</summary>
    public string? Comment { get; init; }
}

/// <summary>A comment on lines of its own; a block comment with all its lines.</summary>
/// <param name="Text">With its sign, as written, from the first sign on.</param>
public sealed record CommentStatement(string Text) : Statement;

/// <summary>An expression on its own: a call, or a value to show.</summary>
/// <param name="Value">The expression.</param>
public sealed record ExpressionStatement(Expression Value) : Statement;

/// <summary>One or several targets that take what stands at the right, <c>[m, i] = max(x)</c>.</summary>
/// <param name="Targets">Where to, in order; a <see cref="NameExpression"/> <c>~</c> for an output not wanted.</param>
/// <param name="Operator"><c>=</c>, or Octave's <c>+=</c> and its like.</param>
/// <param name="Value">What is assigned.</param>
public sealed record AssignmentStatement(Nodes<Expression> Targets, string Operator, Expression Value) : Statement
{
    /// <summary>Whether the targets stand in brackets.</summary>
    public bool Brackets { get; init; }
}

/// <summary>Octave's <c>x++</c> and <c>x--</c>.</summary>
/// <param name="Target">What is counted.</param>
/// <param name="Operator"><c>++</c> or <c>--</c>.</param>
public sealed record IncrementStatement(Expression Target, string Operator) : Statement;

/// <summary>A call in command syntax, <c>hold on</c>: its arguments are texts.</summary>
/// <param name="Name">The function.</param>
/// <param name="Arguments">Its arguments, without their quotes.</param>
public sealed record CommandStatement(string Name, Nodes<string> Arguments) : Statement;

/// <summary><c>if</c> with its <c>elseif</c> and <c>else</c>.</summary>
/// <param name="Clauses">In order; the condition of <c>else</c> is null.</param>
public sealed record IfStatement(Nodes<IfClause> Clauses) : Statement;

/// <summary>One way through an <c>if</c>.</summary>
/// <param name="Condition">When it is taken; null for <c>else</c>.</param>
/// <param name="Body">What is done then.</param>
public sealed record IfClause(Expression? Condition, Block Body);

/// <summary><c>switch</c>.</summary>
/// <param name="Value">What is looked at.</param>
/// <param name="Head">Comments before the first case.</param>
/// <param name="Clauses">In order; the label of <c>otherwise</c> is null.</param>
public sealed record SwitchStatement(Expression Value, Block Head, Nodes<SwitchClause> Clauses) : Statement;

/// <summary>One case of a <c>switch</c>.</summary>
/// <param name="Label">A value, or a cell of them; null for <c>otherwise</c>.</param>
/// <param name="Body">What is done then.</param>
public sealed record SwitchClause(Expression? Label, Block Body);

/// <summary><c>while</c>.</summary>
/// <param name="Condition">As long as it holds.</param>
/// <param name="Body">What is done.</param>
public sealed record WhileStatement(Expression Condition, Block Body) : Statement;

/// <summary>Octave's <c>do … until</c>.</summary>
/// <param name="Body">What is done.</param>
/// <param name="Condition">Until it holds.</param>
public sealed record DoUntilStatement(Block Body, Expression Condition) : Statement;

/// <summary><c>for</c> or <c>parfor</c>: once for each column of the range.</summary>
/// <param name="Variable">What takes the columns.</param>
/// <param name="Range">The columns.</param>
/// <param name="Body">What is done.</param>
public sealed record ForStatement(Expression Variable, Expression Range, Block Body) : Statement
{
    /// <summary>Whether it is <c>parfor</c>.</summary>
    public bool Parallel { get; init; }

    /// <summary>How many workers a <c>parfor (i = 1:n, workers)</c> may have; null: not said.</summary>
    public Expression? Workers { get; init; }
}

/// <summary><c>try … catch</c>.</summary>
/// <param name="Body">What is tried.</param>
/// <param name="Name">What takes the error; null: nothing does.</param>
/// <param name="Handler">What is done then; null: there is no <c>catch</c>.</param>
public sealed record TryStatement(Block Body, string? Name, Block? Handler) : Statement;

/// <summary>Octave's <c>unwind_protect</c>.</summary>
/// <param name="Body">What is done.</param>
/// <param name="Cleanup">What is done after it in any case.</param>
public sealed record UnwindStatement(Block Body, Block Cleanup) : Statement;

/// <summary><c>break</c>, <c>continue</c> or <c>return</c>.</summary>
/// <param name="Keyword">Which of the three.</param>
public sealed record JumpStatement(string Keyword) : Statement;

/// <summary><c>global</c> or <c>persistent</c>.</summary>
/// <param name="Keyword">Which of the two.</param>
/// <param name="Names">The names, with what Octave lets them start from.</param>
public sealed record DeclarationStatement(string Keyword, Nodes<DeclaredName> Names) : Statement;

/// <summary>A name that a declaration declares.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What it starts from; null: not said.</param>
public sealed record DeclaredName(string Name, Expression? Value);

/// <summary>A function, in a file of functions or among the statements of a script.</summary>
/// <param name="Name">Its name; with its dots.</param>
/// <param name="Outputs">Its outputs; the last may be <c>varargout</c>.</param>
/// <param name="Parameters">Its parameters; <c>~</c> for one that is not used; the last may be <c>varargin</c>.</param>
/// <param name="Body">Its statements.</param>
public sealed record FunctionDefinition(string Name, Nodes<string> Outputs, Nodes<string> Parameters, Block Body) : Statement
{
    /// <summary>Whether an <c>end</c> closes it.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether its outputs stand in brackets.</summary>
    public bool Brackets { get; init; }
}

/// <summary>Statements in order.</summary>
/// <param name="Statements">The statements.</param>
public sealed record Block(Nodes<Statement> Statements)
{
    /// <summary>The comment on the line that opens the block (of <c>else</c>, <c>case</c>, …); null: none.</summary>
    public string? Comment { get; init; }
}

/// <summary>A file.</summary>
/// <param name="Body">Its statements, functions among them.</param>
public sealed record SourceFile(Block Body)
{
    /// <summary>Whether it holds functions only: its first statement is one.</summary>
    public bool IsFunctionFile => Body.Statements.FirstOrDefault(s => s is not CommentStatement) is FunctionDefinition;
}
