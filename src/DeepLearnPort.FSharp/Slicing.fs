namespace DeepLearnPort.FSharp

open System
open System.Runtime.CompilerServices
open DeepLearnPort

/// Slices of matrices. Positions and ranges count from 0 as everywhere in .NET: `x[..99, *]` is MATLAB's `x(1:100,:)`.
/// An index vector holds numbers from 1, as `randperm` and `find` return them: `x[index[..99], *]` is `x(index(1:100),:)`.
/// Every slice is a matrix and a copy; one row is 1×n, as `x(1,:)` is.
[<AutoOpen; Extension>]
type Slicing =
    static member private Between(first: int option, last: int option) =
        let beyond =
            match last with
            | Some last -> Index(last + 1)
            | None -> Index.End

        Range(Index(defaultArg first 0), beyond)

    /// <summary>Rows and columns by ranges, <c>x[..99, 1..]</c>.</summary>
    [<Extension>]
    static member GetSlice(x: Mat, firstRow, lastRow, firstColumn, lastColumn) : Mat =
        x.Slice(Slicing.Between(firstRow, lastRow), Slicing.Between(firstColumn, lastColumn))

    /// <summary>One row, <c>x[0, *]</c>: 1×n.</summary>
    [<Extension>]
    static member GetSlice(x: Mat, row: int, firstColumn, lastColumn) : Mat =
        Slicing.GetSlice(x, Some row, Some row, firstColumn, lastColumn)

    /// <summary>One column, <c>x[*, 0]</c>: m×1.</summary>
    [<Extension>]
    static member GetSlice(x: Mat, firstRow, lastRow, column: int) : Mat =
        Slicing.GetSlice(x, firstRow, lastRow, Some column, Some column)

    /// <summary>Rows by an index vector, <c>x[index, *]</c>.</summary>
    [<Extension>]
    static member GetSlice(x: Mat, rows: int[], firstColumn, lastColumn) : Mat =
        x.Rows(rows).Columns(Slicing.Between(firstColumn, lastColumn))

    /// <summary>Columns by an index vector, <c>x[*, index]</c>.</summary>
    [<Extension>]
    static member GetSlice(x: Mat, firstRow, lastRow, columns: int[]) : Mat =
        x.Rows(Slicing.Between(firstRow, lastRow)).Columns(columns)
