namespace Hkall.Service.Storage;

/// <summary>What both stores of files refuse before they touch anything.</summary>
internal static class BlobChecks
{
    /// <summary>Characters of a name. Ours are ids; the service would take 1,024.</summary>
    public const int NameCharacters = 256;

    /// <summary>
    /// A file is sent in pieces of this size, so this is all of it that is in memory at a time. A shorter file is one request;
    /// a longer one is a request for each piece and one that puts them together.
    /// </summary>
    public const int PieceBytes = 4 * 1024 * 1024;

    /// <summary>A name goes into an address, so it holds nothing that would have to be escaped or that climbs out of the container.</summary>
    public static void Name(string name)
    {
        if (name.Length is 0 or > NameCharacters || name.Any(character => !char.IsAsciiLetterOrDigit(character) && character != '-'))
        {
            throw new ArgumentException($"A file's name is 1 to {NameCharacters} letters, digits and hyphens.");
        }
    }

    /// <summary>How many requests a file of this length takes to write.</summary>
    public static long RequestsFor(long bytes) => bytes < PieceBytes ? 1 : ((bytes + PieceBytes - 1) / PieceBytes) + 1;
}
