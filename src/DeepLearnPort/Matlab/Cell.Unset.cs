namespace DeepLearnPort;

public partial struct Cell<T> : IUnset
{
    readonly bool IUnset.IsUnset => _items is null;
}
