using PureHDF;
using PureHDF.Filters;

namespace DeepLearnPort;

/// <summary>Goes through the variables of a v7.3 file, which is an HDF5 file behind a MAT header.</summary>
internal static class Hdf5File
{
    static Hdf5File() => H5Filter.Register(new BoundedDeflate());

    /// <summary>The variables, in the order that HDF5 keeps them in. Each can be read until the next one is asked for.</summary>
    /// <param name="stream">The file or stream, with <paramref name="source"/> over it.</param>
    /// <param name="source">The bytes from the MAT header on.</param>
    /// <param name="options">Limits.</param>
    /// <param name="allowance">Counts what is taken of the limits.</param>
    public static IEnumerable<MatEntry> Entries(Stream stream, ByteSource source, MatReadOptions options, MatAllowance allowance)
    {
        var errors = source.Errors;
        var whole = stream.CanSeek && stream.Length == source.Length ? stream : source.CopyRest();
        whole.Position = 0;
        using var file = Guarded(errors, () => H5File.Open(new GuardedStream(whole), leaveOpen: true));
        var values = new Hdf5Values(file, errors, whole.Length, options, allowance);
        using var children = Guarded(errors, () => file.Children().GetEnumerator());
        while (Guarded(errors, children.MoveNext))
        {
            var item = children.Current;
            errors.Variable = item.Name;
            if (item.Name.StartsWith('#')) continue; // what cells refer to, and the insides of objects
            allowance.BeginVariable();
            var variable = Guarded(errors, () => values.Describe(item));
            allowance.Header(item.Name.Length, variable.Dimensions.Length);
            yield return new(variable, () => Guarded(errors, () => values.Read(item)));
        }
    }

    /// <summary>PureHDF reports damage by exceptions of any type.</summary>
    private static T Guarded<T>(MatErrors errors, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not MatFileException)
        {
            throw errors.Error($"damaged v7.3 (HDF5) file: {e.Message}", inner: e);
        }
    }
}
