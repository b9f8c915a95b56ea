using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Placing;

/// <summary>
/// Finds other patrons' requests for the same article or chapter (Cap. 528F: "not related to any similar requirement of another
/// person"). Each copy adds small rows, one for each way to cite it, before it looks for others, so that of two placed at the same
/// time at least one sees the other. Like every index entry, one that leads to no request is harmless.
/// </summary>
public sealed class RelatedRequests(IRows rows, RequestStore<PatronRequest, RequestEvent> store)
{
    /// <summary>The most requests for one part that are read, newest first: staff need to know that there are others, not how many hundred.</summary>
    public const int MostLookedAt = 20;

    private const string Partition = "related";

    private sealed record Pointer(string RequestId, string Patron, DateTimeOffset At);

    /// <param name="days">How many days to look back; 0 turns the search off.</param>
    /// <returns>The ids of other patrons' requests that still stand, newest first.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(
        Item item, string requestId, string patronId, DateTimeOffset now, int days, CancellationToken cancellation)
    {
        if (days == 0)
        {
            return [];
        }

        IReadOnlyList<string> parts =
            [.. Likeness.Keys(item).Select(key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]).Distinct()];
        var body = StoredJson.Write(new Pointer(requestId, patronId, now));
        var marks = parts.Select(part => new RowWrite.Put(new Row(Partition, $"{part}:{requestId}", body, store.NewCommitId())));
        await rows.CommitAsync(RowTable.Pointers, Partition, [.. marks], cancellation);
        List<string> related = [];
        foreach (var part in parts)
        {
            related.AddRange(await OfPartAsync(part, item, patronId, now, days, cancellation));
        }

        return [.. related.Distinct()];
    }

    private async Task<IReadOnlyList<string>> OfPartAsync(string part, Item item, string patronId, DateTimeOffset now, int days, CancellationToken cancellation)
    {
        List<string> related = [];
        foreach (var row in await rows.RangeAsync(RowTable.Pointers, Partition, $"{part}:", $"{part};", MostLookedAt, openOnly: false, cancellation))
        {
            var other = StoredJson.Read<Pointer>(row.Body);
            if (other.At < now.AddDays(-days))
            {
                // If another process has removed it meanwhile, the result is the same.
                await rows.CommitAsync(RowTable.Pointers, Partition, [new RowWrite.Delete(row.Key)], cancellation);
            }
            else if (other.Patron != patronId && await StandsAsync(other, item, now, cancellation))
            {
                related.Add(other.RequestId);
            }
        }

        return related;
    }

    /// <summary>A request that does not exist yet is being placed now, or never will be: it counts for as long as placing may take.</summary>
    private async Task<bool> StandsAsync(Pointer other, Item item, DateTimeOffset now, CancellationToken cancellation) =>
        await store.ReadAsync(other.Patron, other.RequestId, cancellation) is { } stored
            ? stored.Request.Status is not (RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost)
                && Likeness.MayBeAlike(stored.Request.Item, item)
            : now - other.At < RequestStore<PatronRequest, RequestEvent>.DeliveryLease;
}
