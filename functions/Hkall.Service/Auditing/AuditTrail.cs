using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Auditing;

/// <summary>
/// Who of the staff looked at what and changed what. Entries are added and never changed; only retention, and the erasure of a patron's
/// account, remove some.
/// </summary>
public sealed class AuditTrail(IRows rows, IRandom random, RuleBook book, TimeProvider clock, PolicyInForce policy)
{
    private const int ApartBytes = 10;

    private DateOnly? _knownDay;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The Library's day.</summary>
    public DateOnly Today => book.Calendar.DateOf(Now);

    /// <exception cref="StorageUnavailableException">It is not recorded.</exception>
    public async Task RecordAsync(AuditEntry entry, CancellationToken cancellation)
    {
        var day = book.Calendar.DateOf(entry.At);
        await NameDayAsync(day, cancellation);
        var commit = RequestIds.Base32(random.Bytes(ApartBytes));
        var key = AuditRows.KeyOf(entry, entry.What.IsLook() ? string.Empty : commit);
        var body = StoredJson.Write(entry);

        // A conflict says that the entry of this minute is there.
        await Task.WhenAll(AuditRows.PartitionsOf(entry, day).Select(partition => rows.CommitAsync(
            RowTable.Audit, partition, [new RowWrite.Insert(new Row(partition, key, body, commit))], cancellation)));
    }

    public Task<Page<AuditEntry>> OfDayAsync(DateOnly day, string? limit, string? after, CancellationToken cancellation) =>
        PageAsync(AuditRows.Day(day), _ => true, limit, after, cancellation);

    /// <param name="request">Only what was done about this request; null: all.</param>
    public Task<Page<AuditEntry>> OfPatronAsync(string patron, string? request, string? limit, string? after, CancellationToken cancellation) =>
        PageAsync(AuditRows.Patron(patron), entry => request is null || entry.Of == request, limit, after, cancellation);

    public Task<Page<AuditEntry>> ByAsync(string staff, string? limit, string? after, CancellationToken cancellation) =>
        PageAsync(AuditRows.Staff(staff), _ => true, limit, after, cancellation);

    /// <summary>
    /// Removes the list of the patron's account, which is being erased. The entries of the day and of the member of staff stay for their time:
    /// the key in them leads to nobody any more.
    /// </summary>
    public async Task ForgetPatronAsync(string patron, CancellationToken cancellation)
    {
        var partition = AuditRows.Patron(patron);
        await RemoveAsync(partition, (await AllAsync(partition, cancellation)).Select(row => row.Key), cancellation);
    }

    /// <summary>Removes what is older than the policy keeps it.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var before = AuditRows.NameOf(Today.AddDays(-policy.Document.Audit.KeepDays));
        var days = await rows.RangeAsync(RowTable.Audit, AuditRows.Days, "0", before, RowLimits.RowsPerPage, openOnly: false, cancellation);
        foreach (var day in days)
        {
            var partition = AuditRows.Day(DateOnly.ParseExact(day.Key, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            var entries = (await AllAsync(partition, cancellation)).Select(row => (row.Key, Entry: StoredJson.Read<AuditEntry>(row.Body))).ToList();
            foreach (var some in entries.GroupBy(entry => AuditRows.Staff(entry.Entry.By)))
            {
                await RemoveAsync(some.Key, some.Select(entry => entry.Key), cancellation);
            }

            foreach (var some in entries.Where(entry => entry.Entry.Patron is not null).GroupBy(entry => AuditRows.Patron(entry.Entry.Patron!)))
            {
                await RemoveAsync(some.Key, some.Select(entry => entry.Key), cancellation);
            }

            // The day goes last: until then, an interrupted run finds its entries again.
            await RemoveAsync(partition, entries.Select(entry => entry.Key), cancellation);
            await RemoveAsync(AuditRows.Days, [day.Key], cancellation);
        }
    }

    private async Task NameDayAsync(DateOnly day, CancellationToken cancellation)
    {
        if (_knownDay == day)
        {
            return;
        }

        var row = new Row(AuditRows.Days, AuditRows.NameOf(day), "{}", RequestIds.Base32(random.Bytes(ApartBytes)));
        await rows.CommitAsync(RowTable.Audit, AuditRows.Days, [new RowWrite.Insert(row)], cancellation);
        _knownDay = day;
    }

    private async Task<Page<AuditEntry>> PageAsync(
        string partition, Func<AuditEntry, bool> belongs, string? limit, string? after, CancellationToken cancellation)
    {
        var take = Paging.LimitOf(limit);
        if (after is not null && !AuditRows.IsKey(after))
        {
            throw BadInputException.Field("after", "bad-query", "The cursor is that of the page before.");
        }

        var found = new List<(string Key, AuditEntry Entry)>();
        for (var from = after is null ? "0" : after + "!"; found.Count <= take;)
        {
            var page = await rows.RangeAsync(RowTable.Audit, partition, from, "~", RowLimits.RowsPerPage, openOnly: false, cancellation);
            found.AddRange(page.Select(row => (row.Key, Entry: StoredJson.Read<AuditEntry>(row.Body))).Where(row => belongs(row.Entry)));
            if (page.Count < RowLimits.RowsPerPage)
            {
                break;
            }

            from = page[^1].Key + "!";
        }

        return new Page<AuditEntry>([.. found.Take(take).Select(row => row.Entry)], found.Count > take ? found[take - 1].Key : null);
    }

    private async Task<List<Row>> AllAsync(string partition, CancellationToken cancellation)
    {
        var all = new List<Row>();
        for (var from = "0"; ;)
        {
            var page = await rows.RangeAsync(RowTable.Audit, partition, from, "~", RowLimits.RowsPerPage, openOnly: false, cancellation);
            all.AddRange(page);
            if (page.Count < RowLimits.RowsPerPage)
            {
                return all;
            }

            from = page[^1].Key + "!";
        }
    }

    /// <summary>One by one if they cannot go together: another run has removed some of them.</summary>
    private async Task RemoveAsync(string partition, IEnumerable<string> keys, CancellationToken cancellation)
    {
        foreach (var some in keys.Chunk(RowLimits.WritesPerTransaction))
        {
            if ((await rows.CommitAsync(RowTable.Audit, partition, [.. some.Select(key => new RowWrite.Delete(key))], cancellation)).Committed)
            {
                continue;
            }

            foreach (var key in some)
            {
                await rows.CommitAsync(RowTable.Audit, partition, [new RowWrite.Delete(key)], cancellation);
            }
        }
    }
}
