using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>
/// Finds the requests of an item's barcode. The index entry is added before the request stores the barcode. The request decides,
/// so an entry whose receipt was never committed leads to no request.
/// </summary>
public sealed class Barcodes(IRows rows, RequestStore<PatronRequest, RequestEvent> store)
{
    /// <summary>Library labels in Code 128 have up to 20 characters; a text three times as long is not a barcode.</summary>
    public const int Longest = 64;

    /// <summary>A lender's item comes again, and other libraries use the same numbers; entries beyond this many are not read.</summary>
    public const int MostOfOneBarcode = 50;

    private const string Partition = "barcodes";

    public Task PutUpAsync(string barcode, string requestId, string partition, CancellationToken cancellation) => rows.CommitAsync(
        RowTable.Pointers,
        Partition,
        [new RowWrite.Put(new Row(Partition, $"{Prefix(barcode.ToUpperInvariant())}:{requestId}", $"{requestId} {partition}", requestId))],
        cancellation);

    /// <summary>Adds the barcode of a command to the index, if the command has one.</summary>
    public async Task PutUpForAsync(string requestId, RequestCommand command, CancellationToken cancellation)
    {
        var barcode = command switch { ReceiveItem receive => receive.Barcode, LabelItem label => label.Barcode, _ => null };
        if (barcode is not null && await store.ReadAsync(requestId, cancellation) is { } stored)
        {
            await PutUpAsync(barcode, requestId, stored.Partition, cancellation);
        }
    }

    /// <summary>The requests whose item has the barcode, in capitals or not: open before closed, newest first.</summary>
    public async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> FindAsync(string barcode, CancellationToken cancellation)
    {
        var found = new List<VersionedRequest<PatronRequest>>();
        foreach (var prefix in Spellings(barcode).Select(Prefix))
        {
            var pointers = await rows.RangeAsync(RowTable.Pointers, Partition, $"{prefix}:", $"{prefix};", MostOfOneBarcode, openOnly: false, cancellation);
            foreach (var pointer in pointers)
            {
                if (pointer.Body.Split(' ') is [var id, var partition]
                    && found.All(other => other.Request.Id != id)
                    && await store.ReadAsync(partition, id, cancellation) is { } stored
                    && SpellingOf(stored.Request, barcode) is not null)
                {
                    found.Add(stored);
                }
            }
        }

        return [.. found.OrderByDescending(stored => stored.Request.Status.IsOpen())];
    }

    /// <returns>The barcode as the request stores it; null if its item has another.</returns>
    public static string? SpellingOf(PatronRequest request, string barcode) =>
        (request.Parts?.Here ?? []).Append(request.Barcode).FirstOrDefault(known => string.Equals(known, barcode, StringComparison.OrdinalIgnoreCase));

    /// <summary>Entries are written in capitals; builds before that wrote them as scanned.</summary>
    private static IEnumerable<string> Spellings(string barcode) =>
        new[] { barcode.ToUpperInvariant(), barcode, barcode.ToLowerInvariant() }.Distinct(StringComparer.Ordinal);

    /// <summary>Hashes the barcode, which may hold characters that a key may not.</summary>
    private static string Prefix(string barcode) => $"c:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(barcode)))[..32]}";
}
