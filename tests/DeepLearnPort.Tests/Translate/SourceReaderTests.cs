using DeepLearnPort.Translate.Syntax;

namespace DeepLearnPort.Tests;

/// <summary>What a MATLAB file says, shown by how it is written again: every parenthesis and blank that means something stays.</summary>
public class SourceReaderTests
{
    [TestCase("x = a';", "x = a';")]
    [TestCase("x = [a' b'];", "x = [a', b'];")]
    [TestCase("x = [a 'b'];", "x = [a, 'b'];")]
    [TestCase("x = [a -1];", "x = [a, -1];")]
    [TestCase("x = [a - 1];", "x = [a - 1];")]
    [TestCase("x = [a-1];", "x = [a - 1];")]
    [TestCase("x = [f (1)];", "x = [f, (1)];")]
    [TestCase("x = [f(1) (2)];", "x = [f(1), (2)];")]
    [TestCase("x = [f(a -1)];", "x = [f(a - 1)];")]
    [TestCase("x = {c{i -1} 2};", "x = {c{i - 1}, 2};")]
    [TestCase("x = [1 2\n3 4];", "x = [1, 2; 3, 4];")]
    [TestCase("x = [1, 2, ...\n3];", "x = [1, 2, 3];")]
    [TestCase("x = [1 ~b !c];", "x = [1, ~b, ~c];")]
    [TestCase("x = [a ~= b];", "x = [a ~= b];")]
    [TestCase("x = {@(x) x +1, 2};", "x = {@(x) x, +1, 2};")]
    [TestCase("x = 'it''s';", "x = 'it''s';")]
    [TestCase("x = \"a\\\"b\"\"c\";", "x = \"a\\\"b\"\"c\";")]
    [TestCase("x = 1./y;", "x = 1 ./ y;")]
    [TestCase("x = 5.;", "x = 5;")]
    [TestCase("x = 1e-3i;", "x = 1e-3i;")]
    [TestCase("x = .5 + 0x1F;", "x = .5 + 0x1F;")]
    [TestCase("x = a**2 != b;", "x = a ^ 2 ~= b;")]
    [TestCase("x = s.('a b').end(end).c{end}';", "x = s.('a b').end(end).c{end}';")]
    [TestCase("x(:, end + 1) = y(:)';", "x(:, end + 1) = y(:)';")]
    [TestCase("[~, i] = max(x, [], 2);", "[~, i] = max(x, [], 2);")]
    [TestCase("[a b.c{2}] = f;", "[a, b.c{2}] = f;")]
    [TestCase("x += 1", "x += 1")]
    [TestCase("x++;", "x++;")]
    [TestCase("x = a++b;", "x = a + +b;")]
    [TestCase("x = a - -b;", "x = a - -b;")]
    [TestCase("y = @sigm;", "y = @sigm;")]
    [TestCase("f(1, ... why\n2)", "% why\nf(1, 2)")]
    [TestCase("f(1,\n2)", "f(1, 2)")]
    public void Read_Statement_MeansWhatIsWrittenAgain(string source, string again) =>
        Assert.That(Printed(source), Is.EqualTo(again + "\n"));

    [TestCase("1:n'", "1:(n')")]
    [TestCase("-2^2", "-(2 ^ 2)")]
    [TestCase("2^-1", "2 ^ (-1)")]
    [TestCase("a.^b'", "(a .^ b)'")]
    [TestCase("2^-1'", "(2 ^ (-1))'")]
    [TestCase("~a == b", "(~a) == b")]
    [TestCase("-a*b", "(-a) * b")]
    [TestCase("a < b < c", "(a < b) < c")]
    [TestCase("a || b && c | d & e", "a || (b && (c | (d & e)))")]
    [TestCase("1:n+1 == x", "(1:(n + 1)) == x")]
    [TestCase("a + b * c - d", "(a + (b * c)) - d")]
    [TestCase("a:b:c", "a:b:c")]
    [TestCase("2^3^4", "(2 ^ 3) ^ 4")]
    [TestCase("x.a(1)'", "(x.a(1))'")]
    public void Read_Operators_BindAsInMatlab(string source, string parenthesized)
    {
        var statement = (ExpressionStatement)File(source).Body.Statements[0];
        Assert.That(Parenthesized(statement.Value), Is.EqualTo(parenthesized));
    }

    [TestCase("hold on", "hold", new[] { "on" })]
    [TestCase("close all;", "close", new[] { "all" })]
    [TestCase("load 'my file.mat' x", "load", new[] { "my file.mat", "x" })]
    [TestCase("a -1", "a", new[] { "-1" })]
    [TestCase("disp don't'", "disp", new[] { "dont" })]
    [TestCase("format long % digits", "format", new[] { "long" })]
    [TestCase("cd ..", "cd", new[] { ".." })]
    public void Read_NameThenWord_IsACommand(string source, string name, string[] words)
    {
        var command = (CommandStatement)File(source).Body.Statements[0];
        Assert.That(command.Name, Is.EqualTo(name));
        Assert.That(command.Arguments, Is.EqualTo(words));
    }

    [TestCase("a = 1; a -1")]
    [TestCase("a - 1")]
    [TestCase("a == 1")]
    [TestCase("a ==1")]
    [TestCase("a (1)")]
    [TestCase("a")]
    [TestCase("a % comment")]
    [TestCase("a -1\na = 1;")]
    public void Read_VariableOrOperator_IsNoCommand(string source) =>
        Assert.That(File(source).Body.Statements, Has.None.InstanceOf<CommandStatement>());

    [Test]
    public void Read_ControlFlow_IsWrittenAgainLineByLine()
    {
        const string Source = """
            % what it is
            for i=1:3 x(i)=i; end % all
            while (x), break, end

            if a b, elseif(c) d; else, e
            end
            switch lower(s)
              % cases
              case {'a','b'} % two
                f
              otherwise
                g;
            end
            do x++; until x > 3
            try, h; catch err
              disp(err.message)
            end_try_catch
            parfor (k = 1:n, 4) f(k); endparfor
            global a b
            persistent n = 0;
            """;
        const string Again = """
            % what it is
            for i = 1:3
                x(i) = i;
            end % all
            while (x)
                break
            end

            if a
                b
            elseif (c)
                d;
            else
                e
            end
            switch lower(s)
                % cases
            case {'a', 'b'} % two
                f
            otherwise
                g;
            end
            do
                x++;
            until x > 3
            try
                h;
            catch err
                disp(err.message)
            end
            parfor (k = 1:n, 4)
                f(k);
            end
            global a b
            persistent n = 0

            """;
        Assert.That(Printed(Source), Is.EqualTo(Again));
    }

    [TestCase("function f\nx = 1;\nfunction g(a, ~)\ny = a;\n", false, 2)]
    [TestCase("function f\nx = 1;\nend\nfunction [a, b] = g(varargin)\nif 1, y = 2; end\nend\n", true, 2)]
    [TestCase("x = f(2);\nfunction y = f(x)\ny = x;\nend\n", true, 1)]
    [TestCase("1;\nfunction y = f(x)\ny = x;\nendfunction\nf(1)\n", true, 1)]
    public void Read_Functions_WithEndsOrWithout(string source, bool closed, int count)
    {
        var functions = File(source).Body.Statements.OfType<FunctionDefinition>().ToArray();
        Assert.That(functions, Has.Length.EqualTo(count));
        Assert.That(functions.All(f => f.Closed == closed));
    }

    [Test]
    public void Read_Comments_StayWithTheirStatements()
    {
        const string Source = "%{\nblock\n%}\nlayers = { % all\n  'i' % input\n  % 'c'\n  's'\n};\nif x % why\n  y; # so\nend";
        var file = File(Source);
        Assert.That(((CommentStatement)file.Body.Statements[0]).Text, Is.EqualTo("%{\nblock\n%}"));
        var cell = (MatrixExpression)((AssignmentStatement)file.Body.Statements[1]).Value;
        Assert.That(cell.Rows.Select(row => string.Join("|", row.Comments)), Is.EqualTo(new[] { "% all|% input", "% 'c'" }));
        var clause = ((IfStatement)file.Body.Statements[2]).Clauses[0];
        Assert.That(clause.Body.Comment, Is.EqualTo("% why"));
        Assert.That(clause.Body.Statements[0].Comment, Is.EqualTo("# so"));
    }

    [TestCase("x = (1;", "a.m(1,7): expected ')' to close the parenthesis, found ';'")]
    [TestCase("x = 'a\n", "a.m(1,5): expected a ' at the end of this text, found the end of the line")]
    [TestCase("if x\ny\n", "a.m(3,1): expected 'end' to close if, found the end of the file")]
    [TestCase("x = 3 4", "a.m(1,7): expected the end of the statement, found the number 4")]
    [TestCase("end", "a.m(1,1): expected a statement, found 'end'")]
    [TestCase("3 = x", "a.m(1,1): expected a variable, or a part of one, before what assigns")]
    [TestCase("classdef A\nend", "a.m(1,1): expected a script or functions, found classdef, which is not taken")]
    [TestCase("x = [1 2", "a.m(1,9): expected ']', found the end of the file")]
    [TestCase("%{\nx", "a.m(1,1): expected the %} of this block comment, found the end of the file")]
    [TestCase("x = $", "a.m(1,5): expected MATLAB, found the character '$'")]
    public void Read_UnreadableFile_SaysWhereAndWhatWasExpected(string source, string error)
    {
        Assert.That(SourceReader.Read(source, "a.m", out var told), Is.Null);
        Assert.That(told!.ToString(), Is.EqualTo(error));
    }

    [Test]
    public void Read_Places_AreThoseOfTheSource()
    {
        var place = ((AssignmentStatement)File("a = 1;\r\n\tb = f(2);").Body.Statements[1]).Value.Place;
        Assert.That((place.Line, place.Column, place.Start, place.End), Is.EqualTo((2, 6, 13, 17)));
    }

    [Test]
    public void Decode_BytesThatAreNoUtf8_AreLatin1() =>
        Assert.That(SourceReader.Decode([(byte)'%', 0xE9]), Is.EqualTo("%é"));

    internal static SourceFile File(string source)
    {
        var file = SourceReader.Read(source, "a.m", out var error);
        Assert.That(error, Is.Null);
        return file!;
    }

    internal static string Printed(string source) => SourcePrinter.Print(File(source));

    // With a parenthesis round each operand that is no leaf.
    private static string Parenthesized(Expression expression) => SourcePrinter.Print(With(expression));

    private static Expression With(Expression e) => e switch
    {
        BinaryExpression b => b with { Left = Wrapped(b.Left), Right = Wrapped(b.Right) },
        PrefixExpression p => p with { Operand = Wrapped(p.Operand) },
        PostfixExpression p => p with { Operand = Wrapped(p.Operand) },
        RangeExpression r => r with { Start = Wrapped(r.Start), Stop = Wrapped(r.Stop) },
        _ => e,
    };

    private static Expression Wrapped(Expression e) => e is NameExpression or NumberLiteral ? e : new ParenthesizedExpression(With(e));
}
