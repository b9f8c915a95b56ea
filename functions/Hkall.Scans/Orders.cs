namespace Hkall.Scans;

/// <summary>How large a line of the cover is.</summary>
public enum CoverSize
{
    Title,
    Normal,
    Small,
}

/// <summary>A paragraph of the cover.</summary>
public sealed record CoverLine(string Text, CoverSize Size = CoverSize.Normal);

/// <summary>What to write on a file.</summary>
/// <param name="Stamp">The line under each page.</param>
/// <param name="Cover">The page in front; empty: none.</param>
/// <param name="Title">The title of the document, if it has none.</param>
/// <param name="Language">The language of the cover (BCP 47).</param>
/// <param name="MostPages">A file of more pages is not stamped.</param>
public sealed record StampOrder(string Stamp, IReadOnlyList<CoverLine> Cover, string Title, string Language, int MostPages);

/// <param name="Hindrance">Why nothing was written; null if the stamped file is there.</param>
public sealed record StampAnswer(Hindrance? Hindrance);

/// <summary>Why a file is not stamped.</summary>
public enum Hindrance
{
    CannotBeRead,
    Encrypted,

    /// <summary>A stamp would break the signature.</summary>
    Signed,
    TooManyPages,

    /// <summary>This machine has no font for the text.</summary>
    NoFont,

    /// <summary>It is a picture of a kind that does not become a PDF here.</summary>
    NoPdf,
}

/// <summary>What was seen in a file.</summary>
public sealed record InspectAnswer
{
    /// <summary>Null if the file cannot be read.</summary>
    public int? Pages { get; init; }

    public bool Encrypted { get; init; }

    /// <summary>It starts something, runs script or carries other files.</summary>
    public bool Active { get; init; }

    public bool Signed { get; init; }

    /// <summary>Pages with nothing on them; those of a picture so even that it shows nothing.</summary>
    public IReadOnlyList<int> Blank { get; init; } = [];

    /// <summary>Pages that lie across while most stand, or the other way round.</summary>
    public IReadOnlyList<int> Turned { get; init; } = [];

    /// <summary>Pages whose picture ends before its end.</summary>
    public IReadOnlyList<int> CutOff { get; init; } = [];
}
