using System.Text.Encodings.Web;

namespace Hkall.Service.Storage;

/// <summary>How large a transaction is once it is written out for the service, where much of our JSON takes six bytes a character.</summary>
internal static class TransactionPayload
{
    /// <summary>What the service takes in one transaction, in bytes as sent.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Headings, property names, version and commit id of one write; measured at about 900.</summary>
    private const int BytesAroundAWrite = 2048;

    /// <summary>A key is sent twice: in the address (nine bytes for a Chinese character) and in the entity (six).</summary>
    private const int BytesOfAKeyCharacter = 15;

    /// <summary>What is not plain ASCII, and the quotes that JSON is full of, are sent as <c>\u0022</c>.</summary>
    private const int BytesOfAnEscape = 6;

    public static void Check(string partition, IReadOnlyList<RowWrite> writes)
    {
        var around = writes.Sum(write => BytesAroundAWrite + (BytesOfAKeyCharacter * ((long)partition.Length + write.Key.Length)));
        var most = writes.Sum(write => BytesOfAnEscape * (long)(write.RowLeft?.Body.Length ?? 0));

        // Counting what will be escaped takes a walk over every character: only a transaction that might be too large pays for it.
        if (around + most > MostBytes && around + writes.Sum(write => Escaped(write.RowLeft?.Body ?? "")) is var bytes and > MostBytes)
        {
            throw new ArgumentException($"A transaction of about {bytes} bytes as it is sent; the most is {MostBytes}.");
        }
    }

    private static long Escaped(string body)
    {
        long bytes = body.Length;
        foreach (var character in body)
        {
            bytes += JavaScriptEncoder.Default.WillEncode(character) ? BytesOfAnEscape - 1 : 0;
        }

        return bytes;
    }
}
