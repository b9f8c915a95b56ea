using Hkall.Domain.Model;

namespace Hkall.Domain.Moving;

/// <summary>Dates of the request moved, because the Library is closed on the days on which they would have ended.</summary>
/// <param name="Cause">The closure or the list of holidays.</param>
public sealed record DatesMoved([Id] string Cause, IReadOnlyList<MovedDate> Dates) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => Dates.Aggregate(request, Moved) with
    {
        Moved = [.. (request.Moved ?? []).TakeLast(MovedFor.MostKept - 1), new MovedFor(Cause, Dates)],
    };

    private static PatronRequest Moved(PatronRequest request, MovedDate date) => date.What switch
    {
        PatronDate.Pickup or PatronDate.LibraryUse => request with { Shelf = RequestFold.ShelfOf(request) with { Until = date.To } },
        PatronDate.Due => request with { Loan = RequestFold.LoanOf(request) with { DueOn = date.To } },
        PatronDate.RenewBy => request with
        {
            Loan = request.Loan is { DueOn: { } dueOn } loan ? loan with { RenewalPromise = new RenewalPromise(dueOn, date.To) } : request.Loan,
        },
        PatronDate.CostDecision => request with { Quote = request.Quote is { } quote ? quote with { DecideBy = date.To } : null },
        PatronDate.OfferDecision => request with { Offer = request.Offer is { } offer ? offer with { DecideBy = date.To } : null },
        PatronDate.Declaration => request with { Declaring = request.Declaring is { } awaited ? awaited with { Until = date.To } : null },
        PatronDate.Download => request with { Download = RequestFold.DownloadOf(request) with { Until = date.To } },
    };
}

/// <summary>The patron was told of all their dates that moved for the change: this request carries the mail.</summary>
public sealed record MovedDatesTold([Id] string Cause) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        MovesTold = [.. (request.MovesTold ?? []).TakeLast(MovedFor.MostKept - 1), Cause],
    };
}
