using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage;

namespace Hkall.Service.Privacy;

/// <summary>
/// Takes persons out of a request to lend that closed long enough ago: contact addresses, where it went, and the words of people.
/// What was lent to which library, when and for how much stays, for the reports and the invoices. Doing it again changes nothing.
/// </summary>
public sealed class LendingErasure(IRows rows, RequestCache<LendingRequest> cache, PolicyDocument policy)
{
    /// <summary>After a request that others were changing at that moment.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromDays(1);

    private readonly RetentionPolicy _policy = policy.Retention;

    /// <returns>When to look again; null where nothing is left to erase.</returns>
    public async Task<DateTimeOffset?> VisitAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        // The pointer is put up first: the request may never have come.
        if (await rows.FindAsync(RowTable.Requests, id, Keys.Request(id), cancellation) is not { } row)
        {
            return null;
        }

        var held = VersionedRequest<LendingRequest>.From(row);
        if (held.Request.IsOpen)
        {
            return now.AddDays(_policy.PersonDays);
        }

        var due = (held.Request.ClosedAt ?? now).AddDays(_policy.PersonDays);
        return due > now ? due : await RedactAsync(row, held, cancellation) ? null : now + LookAgainAfter;
    }

    /// <returns>False where somebody changed the request meanwhile.</returns>
    private async Task<bool> RedactAsync(Row row, VersionedRequest<LendingRequest> held, CancellationToken cancellation)
    {
        var id = held.Request.Id;
        var journal = await rows.RangeAsync(RowTable.Requests, id, Keys.JournalFrom(id), Keys.JournalTo(id), RowLimits.RowsPerPage, openOnly: false, cancellation);
        var redacted = journal.Select(entry => entry with { Body = LendingRedaction.OfEntry(entry.Body) }).ToList();
        var history = redacted.Select(entry => StoredJson.Read<JournalEntry<LendingEvent>>(entry.Body)).SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)));
        var card = VersionedRequest<LendingRequest>.ToRow(row.Partition, held.Stored with { Request = LendingFold.Fold(id, history) }, row.Commit, row.ETag);

        // The card goes last, as with patrons' requests.
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
