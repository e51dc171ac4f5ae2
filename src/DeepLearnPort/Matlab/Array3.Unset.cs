namespace DeepLearnPort;

public readonly partial struct Array3 : IUnset
{
    bool IUnset.IsUnset => _values is null;
}
