using Hkall.Requests.Placing;

namespace Hkall.Requests.Supplying;

/// <summary>Asking one library after another, until one can supply or none is left.</summary>
internal static class Asking
{
    /// <summary>Asks the first library on the rota that has not been asked; with none left the patron is told that it is unfilled.</summary>
    public static Draft AskNext(Draft draft)
    {
        if (draft.Request.Rota.FirstOrDefault(entry => entry.Standing == Standing.Waiting) is not { } next)
        {
            return draft
                .Then(new RotaExhausted())
                .Tell(Notice.Unfilled, new NoticeFacts { Reason = "no-library-left" });
        }

        return draft
            .Then(new SupplierAsked(next.Symbol, EstimateFrom(draft, next.Tier)))
            .Tell(next.Symbol, Word.Request)
            .WaitFor(Awaited.SupplierReply, draft.Policy.Reply.For(next.Tier));
    }

    public static Estimate EstimateFrom(Draft draft, Tier tier)
    {
        var range = draft.Request.Service switch
        {
            ServiceType.Loan => draft.Policy.LoanDelivery.For(tier),
            ServiceType.Copy => draft.Policy.CopyDelivery.For(tier),
        };
        return new Estimate(
            draft.Calendar.AddWorkingDays(draft.Today, range.EarliestWorkingDays),
            draft.Calendar.AddWorkingDays(draft.Today, range.LatestWorkingDays));
    }

    /// <summary>Staff pass over the library asked now.</summary>
    public static Decision PassOver(Draft draft, AskNextSupplier order) => draft.Request.Status switch
    {
        RequestStatus.Sourcing or RequestStatus.Expected => GiveUpOnSupplier(draft, order.Why),
        RequestStatus.Cancelling => new Refused(Refusal.NoSupplierAsked, "The request is being cancelled; no other library will be asked."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.TooLate, "A library has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>The library asked now is told that we no longer wait for it, and the next one is asked.</summary>
    public static Decision GiveUpOnSupplier(Draft draft, string why)
    {
        if (draft.Request.Supplier is { Symbol: var symbol })
        {
            draft.Then(new SupplierPassedOver(symbol, why)).Tell(symbol, Word.Cancel);
        }

        return AskNext(draft).Decided();
    }
}
