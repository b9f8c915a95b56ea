using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.Circulation;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Sessions;
using Hkall.Service.Storage;

namespace Hkall.Service.Privacy;

/// <summary>
/// Erases data from one patron's account when its time is over. Each step can be repeated. The row that serialises placing
/// goes last, and in the version that was read: a request placed meanwhile stops the erasure, and the next visit completes one
/// that a crash interrupted.
/// </summary>
public sealed class AccountErasure(
    IRows rows, IBlobs blobs, People people, OwnAccounts accounts, SessionStore sessions, AuditTrail audit, RequestCache<PatronRequest> cache,
    PolicyInForce policy)
{
    /// <summary>Writes of one transaction. A journal that fits in one is erased completely or not at all, and only the longest do not fit.</summary>
    private const int MostAtOnce = RowLimits.WritesPerTransaction;

    /// <summary>When to visit again after a conflict with another writer.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromDays(1);

    private RetentionPolicy Kept => policy.Document.Retention;

    /// <returns>When to visit again; null if nothing is left that will ever have to be erased.</returns>
    public async Task<DateTimeOffset?> VisitAsync(string patronId, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await AllAsync(patronId, Keys.Account, Keys.RequestsTo, cancellation);
        var about = account.Where(row => string.CompareOrdinal(row.Key, Keys.RequestsFrom) < 0).ToList();
        var cards = account.Where(row => string.CompareOrdinal(row.Key, Keys.RequestsFrom) >= 0)
            .Select(row => (Row: row, Held: VersionedRequest<PatronRequest>.From(row))).ToList();

        // An open row is a request that goes on, or one with an unpaid fee, even one that exists only in our own ledger: we must
        // know who owes it.
        if (cards.Exists(stored => stored.Row.Open || IsInView(stored.Held.Request)))
        {
            return await LosingItemsAsync(patronId, about, cards, now, Kept.FirstLook(now), cancellation);
        }

        var erasedAt = LastSeen(about, cards, now)?.AddDays(Kept.PersonDays);
        return erasedAt > now
            ? await LosingItemsAsync(patronId, about, cards, now, erasedAt.Value, cancellation)
            : await ErasePersonAsync(patronId, about, cards, now, cancellation);
    }

    /// <summary>
    /// When the last request closed or was paid for, or the patron last made a choice; null if there is neither. Viewing an account does not
    /// extend its life.
    /// </summary>
    private static DateTimeOffset? LastSeen(List<Row> about, List<(Row Row, VersionedRequest<PatronRequest> Held)> cards, DateTimeOffset now) =>
        cards.Select(stored => LastOf(stored.Held.Request, now)).Cast<DateTimeOffset?>().Append(Preferences.Of(about).ChosenAt).Max();

    private static DateTimeOffset LastOf(PatronRequest request, DateTimeOffset now)
    {
        var closed = request.ClosedAt ?? now;
        return request.Fees is [.., { At: var paid }] && paid > closed ? paid : closed;
    }

    private static bool IsInView(IRequestState request) => request.IsInView;

    /// <summary>Erases the items of closed requests whose time is over, unless their patron keeps a history.</summary>
    private async Task<DateTimeOffset?> LosingItemsAsync(
        string patronId,
        List<Row> about,
        List<(Row Row, VersionedRequest<PatronRequest> Held)> cards,
        DateTimeOffset now,
        DateTimeOffset next,
        CancellationToken cancellation)
    {
        if (Preferences.Of(about).KeepHistory)
        {
            return next;
        }

        var forgotten = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, held) in cards.Where(stored => !stored.Row.Open && !Redaction.IsErased(stored.Held.Request)))
        {
            if (IsInView(held.Request))
            {
                continue;
            }

            var due = LastOf(held.Request, now).AddDays(Kept.ItemDays);
            if (due <= now)
            {
                due = await RedactAsync(row, held, cancellation) && forgotten.Add(held.Request.Id) ? DateTimeOffset.MaxValue : now + LookAgainAfter;
            }

            next = due < next ? due : next;
        }

        if (forgotten.Count > 0)
        {
            await ForgetKeysAsync(patronId, forgotten.Contains, cancellation);
        }

        return next;
    }

    private async Task<DateTimeOffset?> ErasePersonAsync(
        string patronId, List<Row> about, List<(Row Row, VersionedRequest<PatronRequest> Held)> cards, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (row, held) in cards.Where(stored => !Redaction.IsErased(stored.Held.Request)))
        {
            if (!await RedactAsync(row, held, cancellation))
            {
                return now + LookAgainAfter;
            }
        }

        await sessions.EndAllAsync(patronId, cancellation);
        await audit.ForgetPatronAsync(patronId, cancellation);
        await ForgetKeysAsync(patronId, _ => true, cancellation);
        await ForgetAsync(patronId, await AllAsync(patronId, Keys.SignaturesFrom, Keys.SignaturesTo, cancellation), cancellation);
        if (about.Count > 0 && !(await rows.CommitAsync(
            RowTable.Requests, patronId, [.. about.Select(row => new RowWrite.Delete(row.Key, row.ETag))], cancellation)).Committed)
        {
            // The patron placed a request or made a choice meanwhile: the account stays.
            return now + LookAgainAfter;
        }

        people.Forget(patronId);
        accounts.Forget(patronId);
        return null;
    }

    /// <returns>False if another process changed the request meanwhile.</returns>
    private async Task<bool> RedactAsync(Row row, VersionedRequest<PatronRequest> held, CancellationToken cancellation)
    {
        var id = held.Request.Id;
        if (held.Request.Download is { } download)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, download.Scan.Id, cancellation);
        }

        // The signature goes with the request's texts; deleting a missing row would fail.
        var signature = held.Request.Declaration is null ? null : await rows.FindAsync(RowTable.Requests, row.Partition, Keys.Signature(id), cancellation);
        var journal =
            await rows.RangeAsync(
                RowTable.Requests, row.Partition, Keys.JournalFrom(id), Keys.JournalTo(id), RowLimits.RowsPerPage, openOnly: false, cancellation);
        var redacted = journal.Select(entry => entry with { Body = Redaction.OfEntry(entry.Body) }).ToList();
        var history = redacted.Select(entry => StoredJson.Read<JournalEntry<RequestEvent>>(entry.Body))
            .SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)));
        var card = VersionedRequest<PatronRequest>.ToRow(row.Partition, held.Stored with { Request = RequestFold.Fold(id, history) }, row.Commit, row.ETag);

        // The stored request goes last: until it is written, the request is not yet redacted.
        RowWrite[] signed = signature is null ? [] : [new RowWrite.Delete(signature.Key, signature.ETag)];
        foreach (var some in signed.Concat(redacted.Append(card).Select(each => (RowWrite)new RowWrite.Replace(each))).Chunk(MostAtOnce))
        {
            if (!(await rows.CommitAsync(RowTable.Requests, row.Partition, some, cancellation)).Committed)
            {
                return false;
            }
        }

        cache.Forget(id);
        return true;
    }

    private async Task ForgetKeysAsync(string patronId, Func<string, bool> isForgotten, CancellationToken cancellation)
    {
        var keys = (await AllAsync(patronId, Keys.IdempotencyFrom, Keys.IdempotencyTo, cancellation)).Where(row => isForgotten(PlacingService.RequestOf(row)));
        await ForgetAsync(patronId, keys, cancellation);
    }

    private async Task ForgetAsync(string patronId, IEnumerable<Row> some, CancellationToken cancellation)
    {
        foreach (var writes in some.Select(row => (RowWrite)new RowWrite.Delete(row.Key)).Chunk(MostAtOnce))
        {
            await rows.CommitAsync(RowTable.Requests, patronId, writes, cancellation);
        }
    }

    private async Task<List<Row>> AllAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        var all = new List<Row>();
        while (true)
        {
            var page = await rows.RangeAsync(RowTable.Requests, partition, from, to, RowLimits.RowsPerPage, openOnly: false, cancellation);
            all.AddRange(page);
            if (page.Count < RowLimits.RowsPerPage)
            {
                return all;
            }

            from = page[^1].Key + "!";
        }
    }
}
