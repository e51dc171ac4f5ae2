using System.Collections.Immutable;

namespace DeepLearnPort;

/// <summary>A char array: UTF-16 code units, column by column as in MATLAB.</summary>
public sealed class MatChar : MatValue
{
    /// <summary>A char row vector, 1×n for n code units; 0×0 when the text is empty, as MATLAB's <c>''</c> is.</summary>
    /// <param name="text">The text.</param>
    public MatChar(string text)
        : this(text ?? throw new ArgumentNullException(nameof(text)), text.Length == 0 ? Shape.Empty : [1, text.Length]) { }

    internal MatChar(string units, ImmutableArray<int> dimensions)
        : base(MatClass.Char, dimensions) => Units = units;

    /// <summary>
    /// The code units column by column. Some files hold char arrays whose text is missing: it is empty then, whatever the size.
    /// </summary>
    public string Units { get; }

    /// <inheritdoc/>
    public override string AsString() => Rows <= 1 && Dimensions.Length == 2
        ? Units
        : throw Not("one row of text (AsStrings gives the rows)");

    /// <summary>The rows of a char matrix, each with its trailing blanks.</summary>
    /// <returns>One string a row.</returns>
    /// <exception cref="InvalidCastException">There are more than two dimensions.</exception>
    public string[] AsStrings()
    {
        if (Dimensions.Length != 2) throw Not("a char matrix");
        var (rows, columns) = (Rows, Units.Length == 0 ? 0 : Columns);
        var result = new string[rows];
        for (var r = 0; r < rows; r++)
            result[r] = string.Create(columns, (Units, rows, r), static (span, s) =>
            {
                for (var c = 0; c < span.Length; c++) span[c] = s.Units[c * s.rows + s.r];
            });
        return result;
    }

    /// <summary>A char matrix of the given rows, blanks added at the end of the shorter ones as MATLAB's <c>char</c> does.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>The matrix, as wide as the longest row.</returns>
    public static MatChar FromRows(params ReadOnlySpan<string> rows)
    {
        var columns = 0;
        foreach (var row in rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
            columns = Math.Max(columns, row.Length);
        }
        if ((long)rows.Length * columns > MatAllowance.MostLetters)
            throw new ArgumentException($"{rows.Length} rows of {columns} letters are more than one text can hold", nameof(rows));
        var units = new char[rows.Length * columns];
        units.AsSpan().Fill(' ');
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++) units[c * rows.Length + r] = rows[r][c];
        }
        return new(new string(units), [rows.Length, columns]);
    }
}
