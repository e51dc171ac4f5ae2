using SkiaSharp;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>What the original shows on the screen and the port writes to files.</summary>
public class PictureTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("pictures").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private string File(string name) => Path.Combine(_folder, name);

    [Test]
    public void Visualize_ToAFile_ShowsEachNumberAsGrey()
    {
        var X = Mat.Build.DenseOfArray(new double[,] { { 0, 3 }, { 1, 3 }, { 2, 3 }, { 3, 3 } }); // two images of 2×2
        visualize(X, File("a.png"));

        using var picture = SKBitmap.Decode(File("a.png"));
        var a = visualize(X);
        int zoom = picture.Width / a.ColumnCount;
        Assert.That((a.RowCount, a.ColumnCount, picture.Height), Is.EqualTo((5, 5, 5 * zoom)));
        for (int i = 0; i < 5; i++)
            for (int j = 0; j < 5; j++)
                Assert.That(picture.GetPixel(j * zoom + zoom - 1, i * zoom).Red, Is.EqualTo(a[i, j] * 85), $"at {i},{j}");
        Assert.That((a[0, 1], a[1, 0]), Is.EqualTo((1, 2)), "images lie row by row in X");
    }

    [Test]
    public void Visualize_ArgumentsThatDoNotFit_Throw()
    {
        Assert.That(() => visualize(Mat.Build.Dense(6, 2), s1: 2, s2: 2),
            Throws.ArgumentException.With.Message.Contains("6 numbers"));
        Assert.That(() => visualize(Mat.Build.Dense(4, 2), [1]), Throws.ArgumentException.With.Message.Contains("1 given"));
    }

    [Test]
    public void Flicker_Film_WritesAFileForEachFrame()
    {
        var film = Array3.Create(3, 4, 2, (frame, i, j) => frame == 2 ? 5 : frame + i + 10 * j);
        flicker(film, File("film"));

        Assert.That(Directory.GetFiles(File("film")).Select(Path.GetFileName).Order(),
            Is.EqualTo(new[] { "frame-00001.png", "frame-00002.png", "frame-00003.png" }));
        using var picture = SKBitmap.Decode(Path.Combine(File("film"), "frame-00002.png"));
        Assert.That((picture.GetPixel(0, 0).Red, picture.GetPixel(picture.Width - 1, picture.Height - 1).Red, picture.Height / picture.Width), Is.EqualTo((0, 255, 2)));
    }

    [Test]
    public void Visualize_WhatIsNotFinite_IsBlackOrWhiteAndLeavesTheRest()
    {
        const double Inf = double.PositiveInfinity;
        visualize(Mat.Build.Dense(9, 1, [double.NaN, -Inf, 1, 3, 2, Inf, 1, 3, 2]), File("a.png"));
        using var picture = SKBitmap.Decode(File("a.png"));
        int zoom = picture.Width / 3;
        Assert.That(Enumerable.Range(0, 9).Select(p => picture.GetPixel(p % 3 * zoom, p / 3 * zoom).Red),
            Is.EqualTo(new[] { 0, 0, 0, 255, 128, 255, 0, 255, 128 }));
        foreach (double constant in new[] { 5, double.NaN, double.MaxValue })
            Assert.That(() => visualize(Mat.Build.Dense(4, 2, constant), File("b.png")), Throws.Nothing);
        Assert.That(() => visualize(Mat.Build.Dense(1, 2, [-double.MaxValue, double.MaxValue]), File("b.png")), Throws.Nothing);
        Assert.That(() => visualize(Mat.Build.Dense(3, 0), File("c.png")),
            Throws.ArgumentException.With.Message.Contains("must have pixels"));
        Assert.That(System.IO.File.Exists(File("c.png")), Is.False);
    }

    [Test]
    public void Flicker_FramesWithoutPixels_AreRefused() =>
        Assert.That(() => flicker(new Array3(2, 0, 3, []), File("film")),
            Throws.ArgumentException.With.Message.Contains("frames with pixels"));

    [TestCase("sigm", false)]
    [TestCase("softmax", false)]
    [TestCase("softmax", true)]
    public void Nntrain_WithPlot_DrawsTheCurves(string output, bool validate)
    {
        var stream = new OctaveStream(0);
        var (x, y) = (rand(20, 3, stream), Mat.Build.Dense(20, 2, (i, j) => i % 2 == j ? 1 : 0));
        var nn = nnsetup([3, 4, 2], stream);
        nn.output = output;
        Display.Writer = TextWriter.Null;
        nntrain(nn, x, y, new Opts { numepochs = 3, batchsize = 10, plot = 1, PlotFile = File("loss.png") }, validate ? x : null, validate ? y : null, stream);

        using var picture = SKBitmap.Decode(File("loss.png"));
        Assert.That(picture.Width, Is.EqualTo(output == "softmax" ? 1000 : 600));
        Assert.That(picture.Pixels.Distinct().Count(), Is.GreaterThan(20), "lines and text");
    }

    [Test]
    public void Nnupdatefigures_FirstEpoch_DrawsNothing()
    {
        nnupdatefigures(default, File("none.png"), default, default, 1);
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }
}
