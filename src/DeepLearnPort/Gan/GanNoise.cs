namespace DeepLearnPort;

/// <summary>Where the generator's inputs are drawn from.</summary>
public enum GanNoise
{
    /// <summary>Normal, then each row mapped to [0, 1], so that every row holds one 0 and one 1: the article's.</summary>
    Mapped,

    /// <summary>Standard normal.</summary>
    Normal,

    /// <summary>Uniform within ±√3, so that the variance is 1.</summary>
    Uniform,
}
