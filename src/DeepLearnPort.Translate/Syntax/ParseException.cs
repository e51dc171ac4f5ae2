namespace DeepLearnPort.Translate.Syntax;

/// <summary>What was expected at a place of a source file; ends the reading of a file, and does not leave <see cref="SourceReader"/>.</summary>
internal sealed class ParseException(Place place, string expected) : Exception(expected)
{
    public Place Place { get; } = place;
}
