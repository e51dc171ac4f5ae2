using System.Text;

namespace DeepLearnPort.Translate.Syntax;

/// <summary>Writes a tree as MATLAB again: a statement a line, four blanks a level, comments where they were.</summary>
public static class SourcePrinter
{
    /// <summary>A file's text. Read again it gives the same tree.</summary>
    /// <param name="file">The file.</param>
    public static string Print(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = new StringBuilder();
        PrintAll(text, file.Body, 0);
        return text.ToString();
    }

    /// <summary>A statement's text, with its line end.</summary>
    /// <param name="statement">The statement.</param>
    public static string Print(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var text = new StringBuilder();
        PrintOne(text, statement, 0);
        return text.ToString();
    }

    /// <summary>An expression's text.</summary>
    /// <param name="expression">The expression.</param>
    public static string Print(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return ExpressionPrinter.Print(expression);
    }

    private static void PrintAll(StringBuilder text, Block block, int level)
    {
        foreach (var statement in block.Statements)
            PrintOne(text, statement, level);
    }

    private static void PrintOne(StringBuilder text, Statement statement, int level)
    {
        if (statement.AfterBlankLine)
            text.Append('\n');
        if (statement is CommentStatement { Text: var comment })
        {
            // The signs of a block comment stand alone on their lines; what is between is kept as it is.
            Line(text, level, comment);
            return;
        }
        PrintBody(text, statement, level);
        if (statement.Comment is not null)
            text.Length--;
        if (statement.Comment is not null)
            text.Append(' ').Append(statement.Comment).Append('\n');
    }

    private static void PrintBody(StringBuilder text, Statement statement, int level)
    {
        void Inner(string head, Block block)
        {
            Line(text, level, block.Comment is null ? head : $"{head} {block.Comment}");
            PrintAll(text, block, level + 1);
        }

        switch (statement)
        {
            case IfStatement { Clauses: var clauses }:
                for (int i = 0; i < clauses.Count; i++)
                    Inner(clauses[i].Condition is { } condition ? $"{(i == 0 ? "if" : "elseif")} {Print(condition)}" : "else", clauses[i].Body);
                break;
            case SwitchStatement s:
                Inner($"switch {Print(s.Value)}", s.Head);
                foreach (var clause in s.Clauses)
                    Inner(clause.Label is null ? "otherwise" : $"case {Print(clause.Label)}", clause.Body);
                break;
            case WhileStatement s:
                Inner($"while {Print(s.Condition)}", s.Body);
                break;
            case ForStatement s:
                string range = $"{Print(s.Variable)} = {Print(s.Range)}";
                Inner(s.Workers is null ? $"{(s.Parallel ? "parfor" : "for")} {range}" : $"parfor ({range}, {Print(s.Workers)})", s.Body);
                break;
            case DoUntilStatement s:
                Inner("do", s.Body);
                Line(text, level, $"until {Print(s.Condition)}");
                return;
            case TryStatement s:
                Inner("try", s.Body);
                if (s.Handler is not null)
                    Inner(s.Name is null ? "catch" : $"catch {s.Name}", s.Handler);
                break;
            case UnwindStatement s:
                Inner("unwind_protect", s.Body);
                Inner("unwind_protect_cleanup", s.Cleanup);
                Line(text, level, "end_unwind_protect");
                return;
            case FunctionDefinition s:
                Inner($"function {Outputs(s)}{s.Name}{(s.Parameters.Count > 0 ? $"({string.Join(", ", s.Parameters)})" : "")}", s.Body);
                if (!s.Closed)
                    return;
                break;
            default:
                Line(text, level, Simple(statement) + (Shown(statement) ? "" : ";"));
                return;
        }
        Line(text, level, "end");
    }

    private static bool Shown(Statement statement) => statement.Display || statement is DeclarationStatement or JumpStatement;

    private static string Outputs(FunctionDefinition s) =>
        s.Brackets ? $"[{string.Join(", ", s.Outputs)}] = " : s.Outputs.Count > 0 ? $"{s.Outputs[0]} = " : "";

    private static string Simple(Statement statement) => statement switch
    {
        ExpressionStatement s => Print(s.Value),
        AssignmentStatement s => $"{Targets(s)} {s.Operator} {Print(s.Value)}",
        IncrementStatement s => Print(s.Target) + s.Operator,
        CommandStatement s => string.Join(' ', s.Arguments.Select(Quoted).Prepend(s.Name)),
        JumpStatement s => s.Keyword,
        DeclarationStatement s => string.Join(' ', s.Names.Select(n => n.Value is null ? n.Name : $"{n.Name} = {Print(n.Value)}").Prepend(s.Keyword)),
        _ => throw new ArgumentException($"{statement.GetType().Name} is no statement that can be written", nameof(statement)),
    };

    private static string Targets(AssignmentStatement s)
    {
        string targets = string.Join(", ", s.Targets.Select(Print));
        return s.Brackets ? $"[{targets}]" : targets;
    }

    // A word of a command, in quotes where it would not be one word without.
    private static string Quoted(string word, int number)
    {
        bool plain = word.Length > 0 && word.All(c => Words.IsInName(c) || c is '.' or '/' or '*' or '_' or '-') && !(number == 0 && !Words.IsInName(word[0]));
        return plain ? word : $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static void Line(StringBuilder text, int level, string line) => text.Append(' ', 4 * level).Append(line).Append('\n');
}
