namespace DeepLearnPort;

/// <summary>
/// The functions of DeepLearnToolbox under their MATLAB names, and the MATLAB built-ins that its users lean on.
/// Meant for <c>using static DeepLearnPort.Toolbox;</c> (C#) and <c>open type DeepLearnPort.Toolbox</c> (F#).
/// </summary>
public static partial class Toolbox;
