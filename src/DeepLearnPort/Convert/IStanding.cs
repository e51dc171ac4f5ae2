namespace DeepLearnPort;

/// <summary>A value that may know whether it is a column or a row in MATLAB.</summary>
internal interface IStanding
{
    /// <summary>Whether it is a column, or a row; null where nothing has said so.</summary>
    bool? IsColumn { get; }
}
