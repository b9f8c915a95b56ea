using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.MyRequests;

/// <summary>Reads a patron's own requests: one range of their partition, and never another patron's.</summary>
public sealed class MyRequestsService(IRows rows, RequestStore<PatronRequest, RequestEvent> store)
{
    /// <summary>The patron's own stored request, or null: another patron's request does not exist for them.</summary>
    public Task<VersionedRequest<PatronRequest>?> FindAsync(Patron patron, string requestId, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(requestId) ? store.ReadAsync(patron.Id, requestId, cancellation) : Task.FromResult<VersionedRequest<PatronRequest>?>(null);

    /// <summary>The journal up to the version of the stored request: later entries belong to the next version.</summary>
    public async Task<IReadOnlyList<JournalEntry<RequestEvent>>> JournalAsync(VersionedRequest<PatronRequest> stored, CancellationToken cancellation) =>
        [.. (await store.JournalAsync(stored.Partition, stored.Request.Id, cancellation)).TakeWhile(entry => entry.Number <= stored.Stored.Journal)];

    /// <summary>The patron's requests that are open, or on which they owe something.</summary>
    public async Task<IReadOnlyList<PatronRequest>> StandingAsync(string patronId, CancellationToken cancellation) =>
        [.. (await rows.RangeAsync(RowTable.Requests, patronId, Keys.RequestsFrom, Keys.RequestsTo, RowLimits.RowsPerPage, openOnly: true, cancellation))
            .Select(row => VersionedRequest<PatronRequest>.From(row).Request)];

    /// <summary>A page, newest first. The cursor is the last id of the previous page.</summary>
    public async Task<(IReadOnlyList<VersionedRequest<PatronRequest>> Cards, string? Next)> ListAsync(
        Patron patron, bool? open, int limit, string? after, CancellationToken cancellation)
    {
        var from = after is null ? Keys.RequestsFrom : Keys.Request(after) + "!";
        var storedRequests = new List<VersionedRequest<PatronRequest>>();
        while (true)
        {
            // One row more than the limit shows whether there is a next page.
            var page = await rows.RangeAsync(RowTable.Requests, patron.Id, from, Keys.RequestsTo, limit + 1, openOnly: open == true, cancellation);
            storedRequests.AddRange(page.Select(VersionedRequest<PatronRequest>.From).Where(stored => open is null || stored.Request.Status.IsOpen() == open));
            if (page.Count <= limit || storedRequests.Count > limit)
            {
                break;
            }

            from = page[^1].Key + "!";
        }

        return storedRequests.Count > limit
            ? ([.. storedRequests.Take(limit)], storedRequests[limit - 1].Request.Id)
            : (storedRequests, null);
    }
}
