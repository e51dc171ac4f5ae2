using System.Text.RegularExpressions;

namespace DeepLearnPort;

/// <summary>The names of what a run leaves in its folder.</summary>
internal static partial class RunFiles
{
    public const string Log = "log.csv", Losses = "losses.png", Nearest = "nearest.png", Moments = "gaussian.png",
        Networks = "networks.mat", Report = "report.html", Checkpoint = "checkpoint.mat";

    /// <summary>The samples after an alternation.</summary>
    public static string Samples(int iteration) => $"samples-{iteration:D5}.png";

    /// <summary>Whether a run leaves files of this name.</summary>
    public static bool IsOne(string name) =>
        name is Log or Losses or Nearest or Moments or Networks or Report or Checkpoint || SamplesForm().IsMatch(name);

    [GeneratedRegex("^samples-[0-9]{5,10}[.]png$", RegexOptions.CultureInvariant)]
    private static partial Regex SamplesForm();
}
