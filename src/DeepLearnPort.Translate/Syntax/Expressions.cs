namespace DeepLearnPort.Translate.Syntax;

/// <summary>What has a value in MATLAB.</summary>
public abstract record Expression
{
    /// <summary>Where it stands.</summary>
    public Place Place { get; init; }
}

/// <summary>A number as it was written, e.g. <c>1e3</c> or <c>0x1F</c>.</summary>
/// <param name="Text">As written, without the <c>i</c> of an imaginary one.</param>
/// <param name="Imaginary">Whether it ends in <c>i</c> or <c>j</c>.</param>
public sealed record NumberLiteral(string Text, bool Imaginary = false) : Expression;

/// <summary>A text; MATLAB's char row for <c>'…'</c>.</summary>
/// <param name="Value">What it says; of a double-quoted one as written between the quotes, for its escapes are Octave's only.</param>
/// <param name="DoubleQuoted">Whether it was written in double quotes.</param>
public sealed record TextLiteral(string Value, bool DoubleQuoted = false) : Expression;

/// <summary>A name: a variable or a function called without arguments.</summary>
/// <param name="Text">The name.</param>
public sealed record NameExpression(string Text) : Expression;

/// <summary>A colon on its own as an index: all of a dimension.</summary>
public sealed record AllExpression : Expression;

/// <summary><c>end</c> within an index.</summary>
public sealed record EndExpression : Expression;

/// <summary>Two operands and what stands between, <c>a .* b</c>.</summary>
/// <param name="Operator">As MATLAB writes it: <c>~=</c> for Octave's <c>!=</c>, <c>^</c> for its <c>**</c>.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
public sealed record BinaryExpression(string Operator, Expression Left, Expression Right) : Expression;

/// <summary>An operator before its operand: <c>-</c>, <c>+</c>, <c>~</c>, or Octave's <c>++</c> and <c>--</c>.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">What it stands before.</param>
public sealed record PrefixExpression(string Operator, Expression Operand) : Expression;

/// <summary>A transpose, <c>'</c> or <c>.'</c>.</summary>
/// <param name="Operand">What is transposed.</param>
/// <param name="Operator">The operator.</param>
public sealed record PostfixExpression(Expression Operand, string Operator) : Expression;

/// <summary>A range, <c>start:stop</c> or <c>start:step:stop</c>.</summary>
/// <param name="Start">Its first value.</param>
/// <param name="Step">The step, null for 1.</param>
/// <param name="Stop">The value it does not pass.</param>
public sealed record RangeExpression(Expression Start, Expression? Step, Expression Stop) : Expression;

/// <summary>What follows in parentheses or braces: an index, or the arguments of a call, which only the program tells apart.</summary>
/// <param name="Target">What is indexed or called.</param>
/// <param name="Arguments">What stands between, in order.</param>
/// <param name="Braces">Whether it is <c>{…}</c>.</param>
public sealed record IndexExpression(Expression Target, Nodes<Expression> Arguments, bool Braces = false) : Expression;

/// <summary>A field by its name, <c>nn.W</c>.</summary>
/// <param name="Target">The struct.</param>
/// <param name="Name">The field.</param>
public sealed record FieldExpression(Expression Target, string Name) : Expression;

/// <summary>A field whose name is computed, <c>s.(name)</c>.</summary>
/// <param name="Target">The struct.</param>
/// <param name="Name">What gives the name.</param>
public sealed record DynamicFieldExpression(Expression Target, Expression Name) : Expression;

/// <summary>A matrix <c>[…]</c> or a cell <c>{…}</c> written out.</summary>
/// <param name="Rows">Its rows, in order.</param>
/// <param name="Braces">Whether it is a cell.</param>
public sealed record MatrixExpression(Nodes<MatrixRow> Rows, bool Braces = false) : Expression;

/// <summary>A row of a matrix written out.</summary>
/// <param name="Elements">Its elements, in order.</param>
/// <param name="Comments">Comments on its line or on those before it.</param>
public sealed record MatrixRow(Nodes<Expression> Elements, Nodes<string> Comments);

/// <summary>A parenthesized expression. Kept, for parentheses say what a reader needs, and <c>(c{:})</c> differs from <c>c{:}</c>.</summary>
/// <param name="Inner">What stands within.</param>
public sealed record ParenthesizedExpression(Expression Inner) : Expression;

/// <summary>An anonymous function, <c>@(x) x + 1</c>.</summary>
/// <param name="Parameters">Its parameters; <c>~</c> for one that is not used.</param>
/// <param name="Body">What it returns.</param>
public sealed record AnonymousFunction(Nodes<string> Parameters, Expression Body) : Expression;

/// <summary>A handle of a function with a name, <c>@sigm</c>.</summary>
/// <param name="Name">The function.</param>
public sealed record FunctionHandle(string Name) : Expression;
