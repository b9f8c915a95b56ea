using Hkall.Domain.Model;
using Hkall.Domain.Placing;

namespace Hkall.Domain;

/// <summary>Applies events to a request. The stored state is the fold of the stored events and nothing else.</summary>
public static class RequestFold
{
    /// <summary>The most inbox marks that a request keeps; partners repeat a message within days, and no exchange is longer.</summary>
    public const int MarksKept = 100;

    public static PatronRequest Begin(string id, RequestPlaced placed, DateTimeOffset at) => new()
    {
        Id = id,
        PatronId = placed.PatronId,
        Group = placed.Group,
        Service = placed.Service,
        Item = placed.Item,
        PlacedAt = at,
        Status = RequestStatus.Sourcing,
        NeededBy = placed.NeededBy,
        Note = placed.Note,
        Rota = placed.Rota,
        Reserve = placed.Reserve ?? [],
        AcceptTiers = placed.AcceptTiers,
        Replaces = placed.Replaces,
        Related = placed.Related ?? [],
        MaxCost = placed.MaxCost,
        Declaration = placed.Declaration,
        Office = placed.Office,
        FreeCopy = placed.FreeCopy,
        FreeCopyDeclined = placed.FreeCopyDeclined,
        Events = 1,
    };

    /// <summary>Folds the whole history, from its first event.</summary>
    public static PatronRequest Fold(string id, IEnumerable<(RequestEvent Event, DateTimeOffset At)> history)
    {
        PatronRequest? request = null;
        foreach (var (happened, at) in history)
        {
            request = request is null
                ? Begin(id, (RequestPlaced)happened, at)
                : Apply(request, happened, at);
        }

        return request ?? throw new ArgumentException("A history begins with the placing.", nameof(history));
    }

    public static PatronRequest Apply(PatronRequest request, RequestEvent happened, DateTimeOffset at)
    {
        var next = happened.ApplyTo(request, at) with { Events = request.Events + 1 };
        next = next with { Steps = StepsTaken.After(request, happened, next, at) };

        if (next.Status != request.Status)
        {
            next = next with { StatusSince = at, Alert = null };
        }

        // A question to the patron exists only in the status that waits for its answer.
        if (next is { Quote: not null, Status: not RequestStatus.AwaitingCostDecision })
        {
            next = next with { Quote = null };
        }

        if (next is { Offer: not null, Status: not RequestStatus.InReview })
        {
            next = next with { Offer = null };
        }

        if (next is { Conditions: not null, Status: not RequestStatus.Sourcing })
        {
            next = next with { Conditions = null };
        }

        if (next is { ToAskByHand: not null } && (next.Status != RequestStatus.Sourcing || next.Supplier is not null))
        {
            next = next with { ToAskByHand = null };
        }

        if (next is { Declaring: not null, Status: not RequestStatus.AwaitingDeclaration })
        {
            next = next with { Declaring = null };
        }

        // What was stopped runs again as soon as anything else is waited for.
        if (next is { Awaited: not null, Deadline.For: not DeadlineKind.PatronAnswer })
        {
            next = next with { Awaited = null };
        }

        if (next.Status.IsOpen())
        {
            return next.ClosedAt is null ? next : next with { ClosedAt = null, ClosedWhy = null };
        }

        return next with { Deadline = null, Awaited = null, Scanned = null, Held = null, ClosedAt = next.ClosedAt ?? at, Rota = RotaChanges.Rest(next.Rota) };
    }

    /// <summary>The mark of a received message. It includes the partner's symbol, since two partners may use the same message id.</summary>
    public static string MarkOf(string symbol, string messageId) => $"{symbol}/{messageId}";

    /// <param name="lendersNumber">The library's own number of the request; its latest one counts. Null if it names none.</param>
    internal static PatronRequest Marked(PatronRequest request, string symbol, string messageId, string? lendersNumber) => request with
    {
        Heard = Mark(request.Heard, symbol, messageId),
        Rota = lendersNumber is null
            ? request.Rota
            : RotaChanges.ChangeEntry(request.Rota, symbol, entry => entry.WasAsked ? entry with { LendersNumber = lendersNumber } : entry),
    };

    /// <param name="awaitsReading">Whether the message waits for staff to read it.</param>
    internal static PatronRequest Unread(PatronRequest request, bool awaitsReading, DateTimeOffset at) =>
        awaitsReading ? request with { UnreadFromLibraries = UnreadMessages.After(request.UnreadFromLibraries, at) } : request;

    internal static IReadOnlyList<string> Mark(IReadOnlyList<string> heard, string symbol, string messageId) =>
        [.. heard.Skip(Math.Max(0, heard.Count + 1 - MarksKept)), MarkOf(symbol, messageId)];

    internal static Parts PartsOf(PatronRequest request) => request.Parts ?? new Parts(0);

    internal static Loan LoanOf(PatronRequest request) => request.Loan ?? new Loan();

    internal static HoldShelf ShelfOf(PatronRequest request) => request.Shelf ?? throw Missing(request, "hold shelf");

    internal static Download DownloadOf(PatronRequest request) => request.Download ?? throw Missing(request, "file");

    private static InvalidOperationException Missing(PatronRequest request, string what) => new($"Request {request.Id} is {request.Status} and has no {what}.");
}
