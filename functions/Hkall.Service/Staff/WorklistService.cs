using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The worklists, for the API and the pages.</summary>
public sealed class WorklistService(OpenRequests open, ParkedMessages parked, PatronRequestProcessor processor)
{
    /// <summary>Parked messages are work too; they are not requests, so their list has rows of its own.</summary>
    public const string Parked = "parked";

    public async Task<IReadOnlyList<WorklistCount>> CountsAsync(CancellationToken cancellation)
    {
        var all = await open.AllAsync(cancellation);
        var messages = await parked.ListAsync(RowLimits.RowsPerPage, cancellation);
        return
        [
            .. Worklists.All.Select(list => all.Where(request => list.Holds(request, Today)).ToList() is var its
                ? new WorklistCount(list.Name, its.Count, list.IsWork, its.Count == 0 ? null : its.Min(SinceOf))
                : throw new System.Diagnostics.UnreachableException()),
            new WorklistCount(Parked, messages.Count, true, messages.Count == 0 ? null : messages.Min(message => message.ParkedAt)),
        ];
    }

    /// <summary>A page of a list, the most urgent first.</summary>
    /// <returns>Null if there is no such list of requests.</returns>
    public async Task<Page<StaffRow>?> PageAsync(string name, string? limit, string? after, CancellationToken cancellation) =>
        Worklists.Find(name) is { } list
            ? PageOf((await open.StoredAsync(cancellation)).Where(stored => list.Holds(stored.Request, Today)), limit, after)
            : null;

    public static Page<StaffRow> PageOf(IEnumerable<VersionedRequest<PatronRequest>> requests, string? limit, string? after) =>
        Paging.Of(requests.OrderBy(PlaceOf), PlaceOf, StaffRow.Of, limit, after);

    private static (DateTimeOffset, string) PlaceOf(VersionedRequest<PatronRequest> stored) =>
        (stored.Request.Deadline?.At ?? stored.Request.ClosedAt ?? stored.Request.PlacedAt, stored.Request.Id);

    private static DateTimeOffset SinceOf(PatronRequest request) => request.StatusSince ?? request.PlacedAt;

    private DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);
}
