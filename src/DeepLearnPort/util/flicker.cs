namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Writes a film's frames as grey PNG files, where the original shows them on the screen without end.</summary>
    /// <param name="X">n × h × w: frame i is X(i,:,:), each stretched to its own extremes.</param>
    /// <param name="folder">Receives frame-00001.png and so on; made if it does not exist.</param>
    /// <remarks>
    /// A frame's rate belongs to what plays the files, so there is no fps. No frames make no files. Source: util/flicker.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The folder is null.</exception>
    /// <exception cref="ArgumentException">The frames have no pixels.</exception>
    [NotReplayed]
    public static void flicker(Array3 X, string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (X.PageCount == 0 || X.ColumnCount == 0)
            throw new ArgumentException($"X must hold frames with pixels, n × h × w; is {X}", nameof(X));
        Directory.CreateDirectory(folder);
        var frames = permute(X, [2, 3, 1]);
        for (int i = 0; i < frames.PageCount; i++)
        {
            var frame = frames.Page(i);
            var (low, high) = GrayImage.Range(frame.Values());
            GrayImage.Write(Path.Combine(folder, $"frame-{i + 1:D5}.png"), frame, low, high);
        }
    }
}
