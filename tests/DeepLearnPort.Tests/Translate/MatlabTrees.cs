using CsCheck;
using DeepLearnPort.Translate.Syntax;

namespace DeepLearnPort.Tests;

/// <summary>Generates trees as a reader would make them: what binds less strongly than what it stands in is in parentheses.</summary>
internal static class MatlabTrees
{
    private static readonly Gen<string> Names = Gen.OneOf("x", "y", "nn", "train_x", "a1", "W");
    private static readonly Gen<Expression> Leaves = Gen.OneOf(
        Names.Select(n => (Expression)new NameExpression(n)),
        Gen.OneOf("0", "1", "42", "1e-3", ".5", "0x1F").Select(n => (Expression)new NumberLiteral(n)),
        Gen.Const((Expression)new NumberLiteral("2", true)),
        Gen.OneOf("", "it's", "a b", "%d\\n").Select(t => (Expression)new TextLiteral(t)),
        Gen.Const((Expression)new TextLiteral("a\\n", true)),
        Names.Select(n => (Expression)new FunctionHandle(n)));

    private static readonly Gen<Expression> Expressions = Gen.Recursive<Expression>((depth, inner) => depth > 4 ? Leaves : Gen.OneOf(Leaves, Compound(inner)));

    private static readonly Gen<Expression> Targets = Gen.OneOf(
        Names.Select(n => (Expression)new NameExpression(n)),
        Gen.Select(Names, Expressions).Select((n, i) => (Expression)new IndexExpression(new NameExpression(n), [i, new AllExpression()])),
        Gen.Select(Names, Names).Select((n, f) => (Expression)new FieldExpression(new NameExpression(n), f)));

    private static readonly Gen<Statement> Simple = Gen.OneOf(
        Gen.Select(Expressions, Gen.Bool).Select((e, d) => (Statement)new ExpressionStatement(e) { Display = d }),
        Gen.Select(Targets, Gen.OneOf("=", "+=", "*="), Expressions, Gen.Bool)
            .Select((t, o, e, d) => (Statement)new AssignmentStatement([t], o, e) { Display = d }),
        Gen.Select(Targets, Expressions).Select((t, e) => (Statement)new AssignmentStatement([t, new NameExpression("~")], "=", e) { Brackets = true }),
        Gen.OneOf("break", "return").Select(k => (Statement)new JumpStatement(k)),
        Gen.OneOf("% a comment", "%% another").Select(c => (Statement)new CommentStatement(c)),
        Names.Select(n => (Statement)new DeclarationStatement("global", [new(n, null)])));

    private static readonly Gen<Statement> Statements = Gen.Recursive<Statement>((depth, inner) => depth > 2 ? Simple : Gen.OneOf(Simple, Blocks(inner)));

    /// <summary>Whole files.</summary>
    public static Gen<SourceFile> Files { get; } = Body(Statements).Select(b => new SourceFile(b));

    private static Gen<Block> Body(Gen<Statement> statements) =>
        Gen.Select(statements, Gen.Bool).Select((s, blank) => s with { AfterBlankLine = blank }).Array[0, 4].Select(s => new Block([.. s]));

    private static Gen<Statement> Blocks(Gen<Statement> inner) => Gen.OneOf(
        Gen.Select(Expressions, Body(inner), Body(inner)).Select((c, a, b) => (Statement)new IfStatement([new(c, a), new(null, b)])),
        Gen.Select(Names, Expressions, Body(inner)).Select((n, r, b) => (Statement)new ForStatement(new NameExpression(n), r, b)),
        Gen.Select(Expressions, Body(inner)).Select((c, b) => (Statement)new WhileStatement(c, b)),
        Gen.Select(Body(inner), Body(inner)).Select((a, b) => (Statement)new TryStatement(a, "err", b)),
        Gen.Select(Body(inner), Expressions).Select((b, c) => (Statement)new DoUntilStatement(b, c)),
        Gen.Select(Expressions, Body(inner)).Select((e, b) => (Statement)new SwitchStatement(e, new([]), [new(e, b), new(null, b)])));

    private static Gen<Expression> Compound(Gen<Expression> inner)
    {
        var operand = inner.Select(Closed);
        return Gen.OneOf(
            Gen.Select(operand, Gen.OneOf("+", "-", ".*", "/", "==", "~=", "&&", "|", "^", ".^"), operand)
                .Select((a, o, b) => (Expression)new BinaryExpression(o, a, b)),
            Gen.Select(Gen.OneOf("-", "~", "+"), operand).Select((o, a) => (Expression)new PrefixExpression(o, a)),
            Gen.Select(operand, Gen.OneOf("'", ".'")).Select((a, o) => (Expression)new PostfixExpression(a, o)),
            Gen.Select(operand, operand).Select((a, b) => (Expression)new RangeExpression(a, null, b)),
            Gen.Select(operand, operand, operand).Select((a, b, c) => (Expression)new RangeExpression(a, b, c)),
            Gen.Select(Names, inner.Array[0, 3], Gen.Bool).Select((n, a, b) => (Expression)new IndexExpression(new NameExpression(n), [.. a], b)),
            Gen.Select(Names, Names).Select((n, f) => (Expression)new FieldExpression(new NameExpression(n), f)),
            Gen.Select(Names, inner).Select((n, f) => (Expression)new DynamicFieldExpression(new NameExpression(n), f)),
            inner.Select(e => (Expression)new ParenthesizedExpression(e)),
            inner.Select(e => (Expression)new AnonymousFunction(["x", "~"], e)),
            Gen.Select(Rows(inner), Gen.Bool).Select((r, b) => (Expression)new MatrixExpression([.. r], b)));
    }

    private static Gen<MatrixRow[]> Rows(Gen<Expression> inner) =>
        Gen.Select(inner.Array[1, 3], Gen.OneOf("", "% a", "% b").Array[0, 1])
            .Select((e, c) => new MatrixRow([.. e], [.. c.Where(comment => comment != "")])).Array[0, 3];

    private static Expression Closed(Expression e) =>
        e is NameExpression or NumberLiteral or IndexExpression or FieldExpression or ParenthesizedExpression or MatrixExpression
            ? e
            : new ParenthesizedExpression(e);
}
