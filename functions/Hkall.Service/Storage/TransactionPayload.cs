using System.Text.Encodings.Web;

namespace Hkall.Service.Storage;

/// <summary>The encoded size of rows as sent to the service, where many of our characters take six or nine bytes.</summary>
internal static class TransactionPayload
{
    /// <summary>The largest transaction the service accepts, in bytes as sent.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Both keys as they appear in an address, in characters. The answer to a transaction repeats the address in one line, and the
    /// client fails at a line of 4,096 characters when everything has been committed already; the rest is for the account and the table.
    /// </summary>
    public const int MostAddressCharacters = 3500;

    /// <summary>Headers, property names, dates and version of one write; we measured up to 570 bytes.</summary>
    private const int BytesAroundAWrite = 1024;

    /// <summary>JSON sends non-ASCII characters, and the many quotes in our bodies, as <c>\u0022</c>.</summary>
    private const int BytesOfAnEscape = 6;

    public static void Check(string partition, IReadOnlyList<RowWrite> writes)
    {
        // Checking every character of every body takes time, so we do it only for a transaction that might be too large.
        if (BytesOf(partition, writes, text => BytesOfAnEscape * (long)text.Length) > MostBytes
            && BytesOf(partition, writes) is var bytes and > MostBytes)
        {
            throw new ArgumentException($"A transaction of about {bytes} bytes as it is sent; the most is {MostBytes}.");
        }
    }

    /// <summary>An upper bound of the bytes sent.</summary>
    public static long BytesOf(string partition, IReadOnlyList<RowWrite> writes) => BytesOf(partition, writes, Escaped);

    public static int AddressCharacters(string partition, string key) => InAddress(partition) + InAddress(key);

    private static long BytesOf(string partition, IReadOnlyList<RowWrite> writes, Func<string, long> written) =>
        writes.Sum(write => BytesAroundAWrite + AddressCharacters(partition, write.Key) + written(partition) + written(write.Key)
            + (write.RowLeft is { } row ? written(row.Body) + written(row.Commit) : 0));

    private static long Escaped(string text)
    {
        long bytes = text.Length;
        foreach (var character in text)
        {
            // Each half of a surrogate pair is escaped by itself, and the encoder can answer for neither.
            bytes += char.IsSurrogate(character) || JavaScriptEncoder.Default.WillEncode(character) ? BytesOfAnEscape - 1 : 0;
        }

        return bytes;
    }

    private static int InAddress(string key)
    {
        var characters = 0;
        foreach (var character in key)
        {
            characters += character switch
            {
                '\'' => 6, // Written twice.
                '-' or '.' or '_' or '~' => 1,
                _ when char.IsAsciiLetterOrDigit(character) => 1,
                <= '\u007f' => 3,
                <= '\u07ff' => 6,
                _ => 9,
            };
        }

        return characters;
    }
}
