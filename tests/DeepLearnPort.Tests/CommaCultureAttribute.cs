using System.Globalization;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DeepLearnPort.Tests;

/// <summary>Runs tests where a number is written 1.234,5: nothing that the library reads or writes may notice.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class CommaCultureAttribute : NUnitAttribute, IApplyToContext
{
    // Made, not named: German is unknown where globalization is invariant.
    private static readonly CultureInfo Culture = Make();

    public void ApplyToContext(TestExecutionContext context) => context.CurrentCulture = Culture;

    private static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", PercentDecimalSeparator = "," };
        return CultureInfo.DefaultThreadCurrentCulture = culture;
    }
}
