namespace DeepLearnPort;

/// <summary>
/// MATLAB built-ins whose names F# has itself, kept out of <see cref="Toolbox"/> so that <c>open type DeepLearnPort.Toolbox</c>
/// hides nothing: C# scripts say <c>using static DeepLearnPort.Matlab;</c>, F# scripts <c>Matlab.max(x, [], 2)</c>.
/// </summary>
public static partial class Matlab;

/// <summary>What <c>max</c> and <c>min</c> return: the values alone, or <c>var (m, i) = max(x)</c>.</summary>
/// <param name="m">The values.</param>
/// <param name="i">Where each is along the dimension, counted from 1 as in MATLAB; of equal values the first.</param>
public readonly record struct ExtremeResult(Mat m, [MatForm(EitherWay = true)] int[] i)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">Both outputs.</param>
    public static implicit operator Mat(ExtremeResult result) => result.m;
}
