namespace Hkall.Service.Scans;

/// <summary>
/// Looks for the names of what runs or starts something in a file that could not be read: a reader's program may mend it and then do what it
/// says. Names in compressed parts are not seen.
/// </summary>
internal static class ActiveNames
{
    private static readonly byte[][] Names = ["/JavaScript"u8.ToArray(), "/Launch"u8.ToArray(), "/EmbeddedFile"u8.ToArray(), "/RichMedia"u8.ToArray()];

    /// <param name="content">The file, which can be read again from its beginning.</param>
    public static async Task<bool> AreInAsync(Stream content, CancellationToken cancellation)
    {
        // The end of each piece is looked at again with the next, so that no name falls between two.
        const int Overlap = 16;
        var piece = new byte[64 * 1024];
        var kept = 0;
        content.Position = 0;
        int read;
        var found = false;
        while (!found && (read = await content.ReadAsync(piece.AsMemory(kept), cancellation)) > 0)
        {
            var length = kept + read;
            found = Array.Exists(Names, name => piece.AsSpan(0, length).IndexOf(name) >= 0);
            kept = Math.Min(Overlap, length);
            piece.AsSpan(length - kept, kept).CopyTo(piece);
        }

        content.Position = 0;
        return found;
    }
}
