using Hkall.Requests.Escalating;
using Hkall.Requests.Placing;

namespace Hkall.Requests.Supplying;

/// <summary>Asking one library after another, until one can supply or none is left.</summary>
internal static class Asking
{
    /// <summary>Asks the first library on the rota that has not been asked; with none left the patron, and then staff, decide how it goes on.</summary>
    public static Draft AskNext(Draft draft)
    {
        if (draft.Request.Rota.FirstOrDefault(entry => entry.Standing == Standing.Waiting) is not { } next)
        {
            return Offering.NobodyLeft(draft);
        }

        return draft
            .Then(new SupplierAsked(next.Symbol, EstimateFrom(draft, next.Tier)))
            .Tell(next.Symbol, Word.Request)
            .WaitFor(Awaited.SupplierReply, draft.Policy.Reply.For(next.Tier));
    }

    public static Estimate EstimateFrom(Draft draft, Tier tier, ServiceType? service = null)
    {
        var range = (service ?? draft.Request.Service) switch
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
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected => GiveUpOnSupplier(draft, order.Why),
        RequestStatus.Cancelling => new Refused(Refusal.NoSupplierAsked, "The request is being cancelled; no other library will be asked."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => new Refused(Refusal.NoSupplierAsked, "No library is being asked."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.TooLate, "A library has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>The library asked now is told that we no longer wait for it, and the next one is asked.</summary>
    public static Decided GiveUpOnSupplier(Draft draft, string why) => AskAnother(draft, why, Word.Cancel);

    /// <summary>
    /// The library asked now is passed over, with a last word where it still waits for one, and the next one is asked. A patron
    /// who was told to expect the item, or was asked about its charge, hears that it will take longer.
    /// </summary>
    public static Decided AskAnother(Draft draft, string why, Word? farewell)
    {
        var supplier = draft.Request.Supplier!;
        var patronExpectsIt = draft.Request is { Status: RequestStatus.Expected or RequestStatus.InTransit } or { Quote: not null };
        draft.Then(new SupplierPassedOver(supplier.Symbol, why));
        if (farewell is { } word)
        {
            draft.Tell(supplier.Symbol, word);
        }

        AskNext(draft);
        // Where nobody is left the patron hears that instead.
        if (patronExpectsIt && draft.Request.Status == RequestStatus.Sourcing)
        {
            draft.Tell(Notice.Delayed, new NoticeFacts { Library = supplier.Name, Estimate = draft.Request.Estimate, Reason = "another-library-asked" });
        }

        return draft.Decided();
    }
}
