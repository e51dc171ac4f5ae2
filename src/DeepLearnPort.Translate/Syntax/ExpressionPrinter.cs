using System.Text;

namespace DeepLearnPort.Translate.Syntax;

/// <summary>Writes expressions as MATLAB.</summary>
internal static class ExpressionPrinter
{
    public static string Print(Expression expression) => expression switch
    {
        NumberLiteral e => e.Imaginary ? e.Text + "i" : e.Text,
        TextLiteral { DoubleQuoted: true } e => $"\"{e.Value}\"",
        TextLiteral e => $"'{e.Value.Replace("'", "''", StringComparison.Ordinal)}'",
        NameExpression e => e.Text,
        AllExpression => ":",
        EndExpression => "end",
        BinaryExpression e => $"{Print(e.Left)} {e.Operator} {Print(e.Right)}",
        // A second sign is kept apart from the first, or the two would be one.
        PrefixExpression e => e.Operand is PrefixExpression ? $"{e.Operator} {Print(e.Operand)}" : e.Operator + Print(e.Operand),
        PostfixExpression e => Print(e.Operand) + e.Operator,
        RangeExpression { Step: null } e => $"{Print(e.Start)}:{Print(e.Stop)}",
        RangeExpression e => $"{Print(e.Start)}:{Print(e.Step!)}:{Print(e.Stop)}",
        IndexExpression e => Print(e.Target) + (e.Braces ? "{" : "(") + string.Join(", ", e.Arguments.Select(Print)) + (e.Braces ? "}" : ")"),
        FieldExpression e => $"{Print(e.Target)}.{e.Name}",
        DynamicFieldExpression e => $"{Print(e.Target)}.({Print(e.Name)})",
        ParenthesizedExpression e => $"({Print(e.Inner)})",
        AnonymousFunction e => $"@({string.Join(", ", e.Parameters)}) {Print(e.Body)}",
        FunctionHandle e => "@" + e.Name,
        MatrixExpression e => Matrix(e),
        _ => throw new ArgumentException($"{expression.GetType().Name} is no expression that can be written", nameof(expression)),
    };

    private static string Matrix(MatrixExpression matrix)
    {
        var (open, close) = matrix.Braces ? ('{', '}') : ('[', ']');
        if (matrix.Rows.All(row => row.Comments.Count == 0))
            return open + string.Join("; ", matrix.Rows.Select(Row)) + close;
        // With comments: a row a line, the last of its comments behind it, the others and blocks on lines before.
        var text = new StringBuilder().Append(open).Append('\n');
        foreach (var row in matrix.Rows)
        {
            string? behind = row.Comments.LastOrDefault() is { } last && !last.Contains('\n', StringComparison.Ordinal) ? last : null;
            foreach (string comment in row.Comments.Take(row.Comments.Count - (behind is null ? 0 : 1)))
                text.Append(comment).Append('\n');
            text.Append(Row(row)).Append(behind is null ? "" : " " + behind).Append('\n');
        }
        return text.Append(close).ToString();
    }

    private static string Row(MatrixRow row) => string.Join(", ", row.Elements.Select(Print));
}
