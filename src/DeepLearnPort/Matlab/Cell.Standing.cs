namespace DeepLearnPort;

public partial struct Cell<T> : IStanding
{
    readonly bool? IStanding.IsColumn => _isColumn;
}
