namespace DeepLearnPort;

/// <summary>Whose random streams a run draws from.</summary>
public enum RandEngine
{
    /// <summary>MATLAB's legacy generators, as <c>rand('state', seed)</c> selects them.</summary>
    Matlab,

    /// <summary>GNU Octave's, after <c>rand('state', seed); randn('state', seed)</c>.</summary>
    Octave,
}
