using System.Globalization;

namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>A number as MATLAB's <c>num2str</c> prints it: whole numbers in full, others to four decimals or so.</summary>
    /// <param name="x">The number.</param>
    /// <returns>E.g. <c>3</c>, <c>0.10332</c>, <c>123.4568</c>, <c>1.2346e-05</c>, <c>NaN</c>, <c>-Inf</c>.</returns>
    public static string num2str(double x)
    {
        if (!double.IsFinite(x))
            return double.IsNaN(x) ? "NaN" : x > 0 ? "Inf" : "-Inf";
        if (x == Math.Truncate(x) && Math.Abs(x) < 1e15)
            return x.ToString("F0", CultureInfo.InvariantCulture);
        int digits = Math.Clamp((int)Math.Floor(Math.Log10(Math.Abs(x))) + 5, 5, 16);
        return General(x, digits);
    }

    /// <summary>C's <c>%.{digits}g</c>.</summary>
    private static string General(double x, int digits)
    {
        // The exponent after rounding decides between fixed and scientific form.
        string scientific = x.ToString("e" + (digits - 1), CultureInfo.InvariantCulture);
        int mark = scientific.IndexOf('e');
        int exponent = int.Parse(scientific.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        if (exponent >= -4 && exponent < digits)
            return TrimZeros(x.ToString("F" + (digits - 1 - exponent), CultureInfo.InvariantCulture));
        return TrimZeros(scientific[..mark]) + "e" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
    }

    private static string TrimZeros(string number) => number.Contains('.') ? number.TrimEnd('0').TrimEnd('.') : number;
}
