namespace Hkall.Service.Storage;

/// <summary>What both file stores refuse before they change anything.</summary>
internal static class BlobChecks
{
    /// <summary>The most characters of a name. Ours are ids; the service accepts 1,024.</summary>
    public const int NameCharacters = 256;

    /// <summary>
    /// The size of the pieces a file is sent in, and so the most of it that is in memory at a time. A shorter file is one request;
    /// a longer one is a request for each piece and one that combines them.
    /// </summary>
    public const int PieceBytes = 4 * 1024 * 1024;

    /// <summary>A name becomes part of an address, so it contains nothing that needs escaping or leads out of the container.</summary>
    public static void Name(string name)
    {
        if (name.Length is 0 or > NameCharacters || name.Any(character => !char.IsAsciiLetterOrDigit(character) && character != '-'))
        {
            throw new ArgumentException($"A file's name is 1 to {NameCharacters} letters, digits and hyphens.");
        }
    }

    /// <summary>How many requests it takes to write a file of this length.</summary>
    public static long RequestsFor(long bytes) => bytes < PieceBytes ? 1 : ((bytes + PieceBytes - 1) / PieceBytes) + 1;
}
