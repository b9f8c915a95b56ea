using System.Text.Encodings.Web;

namespace Hkall.Service.Storage;

/// <summary>How large rows are once they are written out for the service, where much of our text takes six or nine bytes a character.</summary>
internal static class TransactionPayload
{
    /// <summary>What the service takes in one transaction, in bytes as sent.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Both keys as they stand in an address. The answer to a transaction repeats it in one line, and the client gives up at a
    /// line of 4,096 characters when everything has been committed already; the rest is for the account and the table.
    /// </summary>
    public const int MostAddressCharacters = 3500;

    /// <summary>Headings, property names, dates and version of one write; measured at up to 570.</summary>
    private const int BytesAroundAWrite = 1024;

    /// <summary>In JSON, what is not plain ASCII, and the quotes that ours is full of, are sent as <c>\u0022</c>.</summary>
    private const int BytesOfAnEscape = 6;

    public static void Check(string partition, IReadOnlyList<RowWrite> writes)
    {
        // Looking at every character of every body takes time: only a transaction that might be too large is given it.
        if (BytesOf(partition, writes, text => BytesOfAnEscape * (long)text.Length) > MostBytes
            && BytesOf(partition, writes) is var bytes and > MostBytes)
        {
            throw new ArgumentException($"A transaction of about {bytes} bytes as it is sent; the most is {MostBytes}.");
        }
    }

    /// <summary>At least what is sent.</summary>
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
            // Either half of a pair is escaped by itself, and the encoder can be asked about neither.
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
