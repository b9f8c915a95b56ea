using Hkall.Requests.Calendar;
using Hkall.Requests.Cancelling;
using Hkall.Requests.Escalating;
using Hkall.Requests.Placing;

namespace Hkall.Requests.Supplying;

/// <summary>Asking one library after another, until one can supply or none is left.</summary>
internal static class Asking
{
    /// <summary>Asks the first library on the rota that has not been asked; with none left the patron, and then staff, decide how it goes on.</summary>
    public static Draft AskNext(Draft draft)
    {
        if (Next(draft) is not { } next)
        {
            return Offering.NobodyLeft(draft);
        }

        return draft
            .Then(new SupplierAsked(next.Symbol, EstimateFrom(draft, next)))
            .Tell(next.Symbol, Word.Request)
            .WaitFor(Awaited.SupplierReply, ReplyOf(draft, next), next);
    }

    /// <summary>The first that has not been asked and is not closed for long; where all that are left are closed, the first of them.</summary>
    private static RotaEntry? Next(Draft draft)
    {
        var waiting = draft.Request.Rota.Where(entry => entry.Standing == Standing.Waiting).ToList();
        return waiting.FirstOrDefault(entry => !IsClosedForLong(draft, entry)) ?? waiting.FirstOrDefault();
    }

    private static bool IsClosedForLong(Draft draft, RotaEntry entry)
    {
        if (entry.Works is not { } works)
        {
            return false;
        }

        var calendar = works.Calendar(draft.Calendar);
        var today = calendar.DateOf(draft.Now);
        return calendar.OpensOnOrAfter(today) is not { } opens || opens.DayNumber - today.DayNumber > draft.Policy.Routing.ClosedAtMostDays.For(entry.Tier);
    }

    /// <summary>A library that says it needs longer is given as long, up to the cap of its tier.</summary>
    private static Patience ReplyOf(Draft draft, RotaEntry entry)
    {
        var usual = draft.Policy.Reply.For(entry.Tier);
        return entry.ReplyDays is { } days && days > usual.WorkingDays ? usual with { WorkingDays = days } : usual;
    }

    public static Estimate EstimateFrom(Draft draft, RotaEntry entry) =>
        Estimates.Of(entry, draft.Request.Service, draft.Now, new RuleBook(draft.Policy, draft.Calendar));

    /// <summary>From any library of the tier, by the published range.</summary>
    public static Estimate EstimateFrom(Draft draft, Tier tier, ServiceType? service = null) =>
        Estimates.Of(new RotaEntry(Names.Of(tier), Names.Of(tier), tier), service ?? draft.Request.Service, draft.Now, new RuleBook(draft.Policy, draft.Calendar));

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
        var patronExpectsIt = draft.Request is { Status: RequestStatus.Expected or RequestStatus.InTransit } or { Quote: not null } || (draft.Request.Conditions is not null && supplier.Standing == Standing.Promised);
        draft.Then(new SupplierPassedOver(supplier.Symbol, why));
        if (farewell is { } word)
        {
            draft.Tell(supplier.Symbol, word);
        }

        if (supplier.WouldNotCancel)
        {
            return Withdrawing.AfterAll(draft);
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
