using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The worklists, for the API and the pages.</summary>
public sealed class WorklistService(OpenRequests open, ParkedMessages parked, PatronRequestProcessor processor, IRowCodes codes)
{
    /// <summary>Parked messages are work too; they are not requests, so their list has rows of its own.</summary>
    public const string Parked = "parked";

    public async Task<IReadOnlyList<WorklistCount>> CountsAsync(CancellationToken cancellation)
    {
        var all = (await open.StandingAsync(cancellation)).Select(stored => stored.Request).ToList();
        var messages = await parked.ListAsync(RowLimits.RowsPerPage, cancellation);
        return
        [
            .. Worklists.All.Select(list => all.Where(request => list.Holds(request, Today)).ToList() is var its
                ? new WorklistCount(list.Name, its.Count, list.IsWork, its.Count == 0 ? null : its.Min(request => SinceOf(list, request)))
                : throw new System.Diagnostics.UnreachableException()),
            new WorklistCount(Parked, messages.Count, true, messages.Count == 0 ? null : messages.Min(message => message.ParkedAt)),
        ];
    }

    /// <summary>A page of a list, the most urgent first unless the query says otherwise.</summary>
    /// <returns>Null if there is no such list of requests.</returns>
    /// <exception cref="BadInputException">The query, the limit or the cursor is invalid.</exception>
    public async Task<WorklistRows?> PageAsync(string name, RowQuery query, string me, string? limit, string? after, CancellationToken cancellation)
    {
        if (Worklists.Find(name) is not { } list)
        {
            return null;
        }

        var standing = (await open.StandingAsync(cancellation)).Where(stored => list.Holds(stored.Request, Today)).ToList();
        var wanted = query.Wanted(processor.Now, me);
        var some = standing.Where(stored => wanted(stored.Request)).ToList();
        var page = RowSort.Read(query.Sort) is (var key, var descending)
            ? Paging.Sorted(some, stored => key(stored.Request), stored => stored.Request.Id, descending, StaffRow.Of, limit, after)
            : PageOf(some, limit, after);
        return new WorklistRows(
            await codes.AddAsync(page with { Total = some.Count }, cancellation), standing.Count, RowFacets.Of([.. standing.Select(stored => stored.Request)]));
    }

    /// <summary>The request that follows another one in a list, in the order of the query.</summary>
    /// <returns>Null if the other one does not stand in the list, or is the last.</returns>
    public async Task<string?> AfterAsync(string name, RowQuery query, string me, string id, CancellationToken cancellation)
    {
        if (Worklists.Find(name) is not { } list)
        {
            return null;
        }

        var wanted = query.Wanted(processor.Now, me);
        var some = (await open.StandingAsync(cancellation)).Select(stored => stored.Request).Where(request => list.Holds(request, Today) && wanted(request));
        var ids = RowSort.Read(query.Sort) is (var key, var descending)
            ? Paging.Sorted(some, key, request => request.Id, descending, request => request.Id, MostInOneLook, null).Items
            : [.. some.OrderBy(PlaceOf).Select(request => request.Id)];
        return ids.SkipWhile(other => other != id).Skip(1).FirstOrDefault();
    }

    /// <summary>Whoever goes through a list one by one does not go further than its first page.</summary>
    private static string MostInOneLook { get; } = Paging.LargestPage.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Page<StaffRow> PageOf(IEnumerable<VersionedRequest<PatronRequest>> requests, string? limit, string? after) =>
        Paging.Of(requests.OrderBy(PlaceOf), PlaceOf, StaffRow.Of, limit, after);

    private static (DateTimeOffset, string) PlaceOf(VersionedRequest<PatronRequest> stored) => PlaceOf(stored.Request);

    private static (DateTimeOffset, string) PlaceOf(PatronRequest request) => (request.Deadline?.At ?? request.ClosedAt ?? request.PlacedAt, request.Id);

    private static DateTimeOffset SinceOf(Worklist list, PatronRequest request) =>
        (list.Name == Worklists.UnreadMessages ? StaffRow.UnreadSinceOf(request) : null) ?? request.StatusSince ?? request.PlacedAt;

    private DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);
}
