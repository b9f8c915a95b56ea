using Hkall.Domain;
using Hkall.Service.Circulation;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Storage;

namespace Hkall.Service.Privacy;

/// <summary>
/// Erases what has had its time from one patron's account. Each step can be done again, and the row that makes placing one at
/// a time goes last and in the version that was read: a request that is placed meanwhile stops it, and a crash half-way is made
/// good by whoever looks next.
/// </summary>
public sealed class AccountErasure(IRows rows, IBlobs blobs, People people, OwnAccounts accounts, RequestCache cache, PolicyDocument policy)
{
    /// <summary>Writes of one transaction: what fits in one is done whole or not at all, and that is every journal but the longest.</summary>
    private const int MostAtOnce = RowLimits.WritesPerTransaction;

    /// <summary>After a request that others were changing at that moment.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromDays(1);

    private readonly RetentionPolicy _policy = policy.Retention;

    /// <returns>When to look again; null where nothing is left that ever has to be erased.</returns>
    public async Task<DateTimeOffset?> VisitAsync(string patronId, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await AllAsync(patronId, Keys.Account, Keys.RequestsTo, cancellation);
        var about = account.Where(row => string.CompareOrdinal(row.Key, Keys.RequestsFrom) < 0).ToList();
        var cards = account.Where(row => string.CompareOrdinal(row.Key, Keys.RequestsFrom) >= 0).Select(row => (Row: row, Held: VersionedRequest.From(row))).ToList();

        // A row that is open is a request that goes on, or one for which something is still to be paid, if by our own ledger alone: who
        // owes it must be known.
        if (cards.Exists(stored => stored.Row.Open || IsInView(stored.Held.Request)))
        {
            return await LosingItemsAsync(patronId, about, cards, now, _policy.FirstLook(now), cancellation);
        }

        var erasedAt = LastSeen(about, cards, now)?.AddDays(_policy.PersonDays);
        return erasedAt > now
            ? await LosingItemsAsync(patronId, about, cards, now, erasedAt.Value, cancellation)
            : await ErasePersonAsync(patronId, about, cards, now, cancellation);
    }

    /// <summary>When the last request closed or was paid for, or a choice was made; null where there is neither. Looking at an account does not keep it.</summary>
    private static DateTimeOffset? LastSeen(List<Row> about, List<(Row Row, VersionedRequest Held)> cards, DateTimeOffset now) =>
        cards.Select(stored => LastOf(stored.Held.Request, now)).Cast<DateTimeOffset?>().Append(Preferences.Of(about).ChosenAt).Max();

    private static DateTimeOffset LastOf(PatronRequest request, DateTimeOffset now)
    {
        var closed = request.ClosedAt ?? now;
        return request.Fees is [.., { At: var paid }] && paid > closed ? paid : closed;
    }

    private static bool IsInView(IRequestState request) => request.IsInView;

    /// <summary>Closed requests whose time is over lose what they were about, unless their patron keeps a history.</summary>
    private async Task<DateTimeOffset?> LosingItemsAsync(
        string patronId, List<Row> about, List<(Row Row, VersionedRequest Held)> cards, DateTimeOffset now, DateTimeOffset next, CancellationToken cancellation)
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

            var due = LastOf(held.Request, now).AddDays(_policy.ItemDays);
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
        string patronId, List<Row> about, List<(Row Row, VersionedRequest Held)> cards, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (row, held) in cards.Where(stored => !Redaction.IsErased(stored.Held.Request)))
        {
            if (!await RedactAsync(row, held, cancellation))
            {
                return now + LookAgainAfter;
            }
        }

        await ForgetKeysAsync(patronId, _ => true, cancellation);
        await ForgetAsync(patronId, await AllAsync(patronId, Keys.SignaturesFrom, Keys.SignaturesTo, cancellation), cancellation);
        if (about.Count > 0 && !(await rows.CommitAsync(
            RowTable.Requests, patronId, [.. about.Select(row => new RowWrite.Delete(row.Key, row.ETag))], cancellation)).Committed)
        {
            // A request came in between, or a choice: the account lives on.
            return now + LookAgainAfter;
        }

        people.Forget(patronId);
        accounts.Forget(patronId);
        return null;
    }

    /// <returns>False where somebody changed the request meanwhile.</returns>
    private async Task<bool> RedactAsync(Row row, VersionedRequest held, CancellationToken cancellation)
    {
        var id = held.Request.Id;
        if (held.Request.Download is { } download)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, download.Scan.Id, cancellation);
        }

        // Its words go with the request's; a row that is not there is not deleted.
        var signature = held.Request.Declaration is null ? null : await rows.FindAsync(RowTable.Requests, row.Partition, Keys.Signature(id), cancellation);
        var journal = await rows.RangeAsync(RowTable.Requests, row.Partition, Keys.JournalFrom(id), Keys.JournalTo(id), RowLimits.RowsPerPage, openOnly: false, cancellation);
        var redacted = journal.Select(entry => entry with { Body = Redaction.OfEntry(entry.Body) }).ToList();
        var history = redacted.Select(entry => StoredJson.Read<JournalEntry>(entry.Body)).SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)));
        var card = VersionedRequest.ToRow(row.Partition, held.Stored with { Request = RequestFold.Fold(id, history) }, row.Commit, row.ETag);

        // The card goes last: until it is written the request is not yet redacted.
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
