namespace DeepLearnPort;

/// <summary>What a GAN is to imitate: samples that can be asked for by number.</summary>
public abstract class RealData
{
    /// <summary>Digits that a label can stand for.</summary>
    public const int Classes = 10;

    /// <summary>Number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>Numbers in a sample, for images its pixels.</summary>
    public abstract int Pixels { get; }

    /// <summary>Rows of pixels of an image; 0: there is no square number of pixels, and nothing else says.</summary>
    public virtual int ImageHeight => ImageGrid.SideOf(Pixels);

    /// <summary>Whether samples have labels.</summary>
    public virtual bool IsLabelled => false;

    /// <summary>Some of the samples.</summary>
    /// <param name="index">Samples counted from 1.</param>
    /// <returns>index.Length × <see cref="Pixels"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public abstract Mat Rows(ReadOnlySpan<int> index);

    /// <summary>Some of the samples, each mapped to 0 … 1 by <c>mapminmax</c>, into the first rows and columns of result.</summary>
    internal virtual void CopyMapped(ReadOnlySpan<int> index, Mat result) =>
        result.SetSubMatrix(0, 0, Toolbox.mapminmax(Rows(index), 0, 1).Y);

    /// <summary>The labels of some of the samples.</summary>
    /// <param name="index">Samples counted from 1.</param>
    /// <returns>index.Length × <see cref="Classes"/>, one-hot.</returns>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public virtual Mat Labels(ReadOnlySpan<int> index) => throw new InvalidOperationException("these data have no labels");

    /// <summary>Labels as columns of 0 and 1.</summary>
    /// <param name="digits">A digit, from 0, for each row.</param>
    /// <returns>digits.Length × <see cref="Classes"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A digit is not from 0 to 9.</exception>
    public static Mat OneHot(ReadOnlySpan<int> digits)
    {
        if (digits.IndexOfAnyExceptInRange(0, Classes - 1) is >= 0 and var wrong)
            throw new ArgumentOutOfRangeException(
                nameof(digits), $"digits must be from 0 to {Classes - 1}; number {wrong + 1} is {digits[wrong]}");
        var label = Mat.Build.Dense(digits.Length, Classes);
        for (int i = 0; i < digits.Length; i++)
            label[i, digits[i]] = 1;
        return label;
    }
}
