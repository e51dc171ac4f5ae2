namespace DeepLearnPort.FSharp.Tests

open System
open MathNet.Numerics.LinearAlgebra
open NUnit.Framework
open DeepLearnPort.FSharp

[<TestFixture>]
type SlicingTests() =
    let x = Matrix<float>.Build.DenseOfArray (array2D [ [ 11.0; 12.0 ]; [ 21.0; 22.0 ]; [ 31.0; 32.0 ] ])
    let rows (m: Mat) = [ for row in m.EnumerateRows() -> List.ofSeq row ]

    [<Test>]
    member _.Slice_Ranges_TakeTheBlock() =
        Assert.Multiple(fun () ->
            rows x[..1, *] |> equals [ [ 11.0; 12.0 ]; [ 21.0; 22.0 ] ]
            rows x[1.., 1..] |> equals [ [ 22.0 ]; [ 32.0 ] ]
            rows x[1..1, *] |> equals [ [ 21.0; 22.0 ] ]
            x[3.., *].RowCount |> equals 0)

    [<Test>]
    member _.Slice_OneRowOrColumn_IsAMatrix() =
        rows x[2, *] |> equals [ [ 31.0; 32.0 ] ]
        rows x[*, 1] |> equals [ [ 12.0 ]; [ 22.0 ]; [ 32.0 ] ]

    [<Test>]
    member _.Slice_IndexVector_CountsFromOne() =
        let index = [| 3; 1; 2 |]

        Assert.Multiple(fun () ->
            rows x[index[..1], *] |> equals [ [ 31.0; 32.0 ]; [ 11.0; 12.0 ] ]
            rows x[index, 1..] |> equals [ [ 32.0 ]; [ 12.0 ]; [ 22.0 ] ]
            rows x[..0, [| 2; 1 |]] |> equals [ [ 12.0; 11.0 ] ])

    [<Test>]
    member _.Slice_OutsideTheMatrix_SaysHowLargeItIs() =
        throws<ArgumentOutOfRangeException> "rows 0..4 are not all there: there are 3" (fun () -> x[..3, *] |> ignore)
        throws<ArgumentOutOfRangeException> "an index vector counts from 1 to 3" (fun () -> x[[| 0 |], *] |> ignore)
