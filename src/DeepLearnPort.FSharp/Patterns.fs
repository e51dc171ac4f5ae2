namespace DeepLearnPort.FSharp

open DeepLearnPort

/// All outputs of the functions that have several, where MATLAB writes `[nn, L] = nntrain(...)`.
[<AutoOpen>]
module Patterns =
    /// `let (Trained (nn, L)) = nntrain(nn, x, y, opts)`
    let (|Trained|) (result: NnTrainResult) = result.nn, result.L

    /// `let (Tested (er, bad)) = nntest(nn, x, y)`
    let (|Tested|) (result: TestResult) = result.er, result.bad

    /// `let (CnnTested (er, bad)) = cnntest(cnn, x, y)`
    let (|CnnTested|) (result: CnnTestResult) = result.er, result.bad

    /// `let (Mapped (Y, PS)) = mapminmax(X, 0.0, 1.0)`
    let (|Mapped|) (result: MapminmaxResult) = result.Y, result.PS

    /// `let (Scaled (x, mu, sigma)) = zscore x`
    let (|Scaled|) (result: ZscoreResult) = result.x, result.mu, result.sigma

    /// `let (Extreme (m, i)) = Matlab.max(x, [], 2)`
    let (|Extreme|) (result: ExtremeResult) = result.m, result.i
