namespace Hkall.Domain.Lending;

/// <summary>Applies events to a lending request. The stored state is the fold of the stored events and nothing else.</summary>
public static class LendingFold
{
    public static LendingRequest Begin(string id, LendingAsked asked, DateTimeOffset at) => new()
    {
        Id = id,
        Borrower = asked.Borrower,
        AgencyId = asked.AgencyId,
        BorrowersId = asked.BorrowersId,
        Service = asked.Service,
        Item = asked.Item,
        AskedAt = at,
        Status = LendingStatus.ToAnswer,
        NeededBy = asked.NeededBy,
        Level = asked.Level,
        MaxCost = asked.MaxCost,
        DeliverTo = asked.DeliverTo,
        Note = asked.Note,
        Compliance = asked.Compliance,
        Details = asked.Details,
        KeyedIn = asked.KeyedIn,
        Holding = asked.Holding,
        Fee = asked.Fee,
        Events = 1,
    };

    /// <summary>Folds the whole history, from its first event.</summary>
    public static LendingRequest Fold(string id, IEnumerable<(LendingEvent Event, DateTimeOffset At)> history)
    {
        LendingRequest? request = null;
        foreach (var (happened, at) in history)
        {
            request = request is null ? Begin(id, (LendingAsked)happened, at) : Apply(request, happened, at);
        }

        return request ?? throw new ArgumentException("A history begins with the asking.", nameof(history));
    }

    public static LendingRequest Apply(LendingRequest request, LendingEvent happened, DateTimeOffset at)
    {
        var next = happened.ApplyTo(request, at) with { Events = request.Events + 1 };
        return next.IsOpen
            ? next.ClosedAt is null ? next : next with { ClosedAt = null, ClosedWhy = null }
            : next with { Deadline = null, ClosedAt = next.ClosedAt ?? at };
    }

    internal static LendingStatus Fetched(LendingRequest request) => request.Service switch
    {
        Model.ServiceType.Loan => LendingStatus.ToShip,
        Model.ServiceType.Copy => LendingStatus.ToScan,
    };

    internal static IReadOnlyList<Charge> With(LendingRequest request, Charge? charge) => charge is null ? request.Charges : [.. request.Charges, charge];

    /// <param name="awaitsReading">Whether the message waits for staff to read it.</param>
    internal static LendingRequest Unread(LendingRequest request, bool awaitsReading, DateTimeOffset at) =>
        awaitsReading ? request with { Unread = Model.UnreadMessages.After(request.Unread, at) } : request;

    internal static LendingRequest Marked(LendingRequest request, string symbol, string messageId) =>
        request with { Heard = RequestFold.Mark(request.Heard, symbol, messageId) };
}
