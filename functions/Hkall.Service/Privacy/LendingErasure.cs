using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage;

namespace Hkall.Service.Privacy;

/// <summary>
/// Erases persons from a request to lend that closed long enough ago: contact addresses, the delivery address, and free text.
/// What we lent to which library, when and for how much stays, for the reports and the invoices. Repeating it changes nothing.
/// </summary>
public sealed class LendingErasure(IRows rows, RequestCache<LendingRequest> cache, PolicyInForce policy)
{
    /// <summary>When to visit again after a conflict with another writer.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromDays(1);

    private RetentionPolicy Kept => policy.Document.Retention;

    /// <returns>When to visit again; null if nothing is left to erase.</returns>
    public async Task<DateTimeOffset?> VisitAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        // The index entry is added first: the request may never have been stored.
        if (await rows.FindAsync(RowTable.Requests, id, Keys.Request(id), cancellation) is not { } row)
        {
            return null;
        }

        var held = VersionedRequest<LendingRequest>.From(row);
        if (held.Request.IsOpen)
        {
            return now.AddDays(Kept.PersonDays);
        }

        var due = (held.Request.ClosedAt ?? now).AddDays(Kept.PersonDays);
        return due > now ? due : await RedactAsync(row, held, cancellation) ? null : now + LookAgainAfter;
    }

    /// <returns>False if another process changed the request meanwhile.</returns>
    private async Task<bool> RedactAsync(Row row, VersionedRequest<LendingRequest> held, CancellationToken cancellation)
    {
        var id = held.Request.Id;
        var journal =
            await rows.RangeAsync(RowTable.Requests, id, Keys.JournalFrom(id), Keys.JournalTo(id), RowLimits.RowsPerPage, openOnly: false, cancellation);
        var redacted = journal.Select(entry => entry with { Body = LendingRedaction.OfEntry(entry.Body) }).ToList();
        var history = redacted.Select(entry => StoredJson.Read<JournalEntry<LendingEvent>>(entry.Body))
            .SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)));
        var card = VersionedRequest<LendingRequest>.ToRow(row.Partition, held.Stored with { Request = LendingFold.Fold(id, history) }, row.Commit, row.ETag);

        // The stored request goes last, as with patrons' requests.
        foreach (var some in redacted.Append(card).Select(each => (RowWrite)new RowWrite.Replace(each)).Chunk(RowLimits.WritesPerTransaction))
        {
            if (!(await rows.CommitAsync(RowTable.Requests, id, some, cancellation)).Committed)
            {
                return false;
            }
        }

        cache.Forget(id);
        return true;
    }
}
