using Hkall.Domain.Calendar;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Asks one library after another, until one can supply or none is left.</summary>
internal static class Asking
{
    /// <summary>Asks the first library on the rota that has not been asked; if none is left, the patron and then staff decide how to go on.</summary>
    public static DecisionBuilder AskNext(DecisionBuilder decision)
    {
        if (Next(decision) is not { } next)
        {
            return Offering.NobodyLeft(decision);
        }

        // A library that was asked before, and whose request was closed meanwhile, knows the request: it is asked again.
        var word = next.WasAsked ? RequestingAction.Retry : RequestingAction.Request;
        return next.ByHand ? ByHand.Begin(decision, next.Symbol) : Ask(decision, next, how: null).Message(next.Symbol, word);
    }

    /// <param name="how">How staff asked it; null if the service does.</param>
    internal static DecisionBuilder Ask(DecisionBuilder decision, RotaEntry library, HandAsking? how) =>
        WaitForReply(decision.Record(new SupplierAsked(library.Symbol, EstimateFrom(decision, library)) { How = how }), library);

    public static DecisionBuilder WaitForReply(DecisionBuilder decision, RotaEntry asked) =>
        WaitUntil(decision, ReplyUntil(decision, asked, decision.Now));

    /// <summary>The library has not answered in time, or the patron has to be told in between that the search takes longer.</summary>
    public static Decided<PatronRequest, RequestEvent> ReplyDue(DecisionBuilder decision)
    {
        var supplier = decision.Request.Supplier!;
        return supplier.AskedAt is { } askedAt && ReplyUntil(decision, supplier, askedAt) is var until && until > decision.Now
            ? WaitUntil(LongSearch.Tell(decision), until).Decided()
            : GiveUpOnSupplier(decision, ReasonCode.Silent);
    }

    private static DecisionBuilder WaitUntil(DecisionBuilder decision, DateTimeOffset until) =>
        decision.SetDeadline(DeadlineKind.SupplierReply, LongSearch.Next(decision) is { } sooner && sooner < until ? sooner : until);

    private static DateTimeOffset ReplyUntil(DecisionBuilder decision, RotaEntry entry, DateTimeOffset askedAt) =>
        (entry.Works?.Calendar(decision.Calendar) ?? decision.Calendar).WaitUntil(askedAt, ReplyOf(decision, entry));

    /// <summary>The first library that has not been asked and is not closed for long; if all that are left are closed, the first of them.</summary>
    private static RotaEntry? Next(DecisionBuilder decision)
    {
        var waiting = decision.Request.Rota.Where(entry => entry.Standing == RotaStatus.Waiting).ToList();
        return waiting.FirstOrDefault(entry => !IsClosedForLong(decision, entry)) ?? waiting.FirstOrDefault();
    }

    private static bool IsClosedForLong(DecisionBuilder decision, RotaEntry entry)
    {
        if (entry.Works is not { } works)
        {
            return false;
        }

        var calendar = works.Calendar(decision.Calendar);
        var today = calendar.DateOf(decision.Now);
        return calendar.OpensOnOrAfter(today) is not { } opens || opens.DayNumber - today.DayNumber > decision.Policy.Routing.ClosedAtMostDays.For(entry.Tier);
    }

    /// <summary>A library that states a longer reply time gets it, up to the cap of its tier.</summary>
    private static ResponseWindow ReplyOf(DecisionBuilder decision, RotaEntry entry)
    {
        var usual = decision.Policy.Reply.For(entry.Tier);
        return entry.ReplyDays is { } days && days > usual.WorkingDays ? usual with { WorkingDays = days } : usual;
    }

    public static Estimate EstimateFrom(DecisionBuilder decision, RotaEntry entry) =>
        Estimates.Of(entry, decision.Request.Service, decision.Now, new RuleBook(decision.Policy, decision.Calendar));

    /// <summary>Staff pass over the library asked now.</summary>
    public static Decision<PatronRequest, RequestEvent> PassOver(DecisionBuilder decision, AskNextSupplier order) => decision.Request.Status.Stage() switch
    {
        RequestStage.Sourcing when decision.Request.Supplier is null => decision.Request.ToAskByHand is null
            ? DecisionBuilder.Refuse(Refusal.NoSupplierAsked, "No library is being asked.")
            : ByHand.PassOver(decision, order.Why),
        RequestStage.Sourcing => GiveUpOnSupplier(decision, order.Why),
        RequestStage.Withdrawing => DecisionBuilder.Refuse(Refusal.NoSupplierAsked, "The request is being cancelled; no other library will be asked."),
        RequestStage.Preparing => DecisionBuilder.Refuse(Refusal.NoSupplierAsked, "No library is being asked."),
        RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.TooLate, "A library has already supplied it."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>Tells the library asked now that we no longer wait, and asks the next one.</summary>
    public static Decided<PatronRequest, RequestEvent> GiveUpOnSupplier(DecisionBuilder decision, StatedReason why) =>
        AskAnother(decision, why, RequestingAction.Cancel);

    /// <summary>Whether the patron still waits for the item and a library is left that has not been asked.</summary>
    public static bool CanAskAnother(PatronRequest request) =>
        request.Supplier is { WouldNotCancel: false } && request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting);

    /// <summary>
    /// Passes over the library asked now, with a last message if it still waits for one, and asks the next one. We tell a patron who
    /// expected the item, or had a charge to decide, that it will take longer.
    /// </summary>
    public static Decided<PatronRequest, RequestEvent> AskAnother(DecisionBuilder decision, StatedReason why, RequestingAction? farewell)
    {
        var supplier = decision.Request.Supplier!;
        var patronExpectsIt = decision.Request.Status.Stage() is RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.Returning
            || decision.Request is { Status: RequestStatus.Expected } or { Quote: not null }
            || (decision.Request.Conditions is not null && supplier.Standing == RotaStatus.Promised);

        // A scan that could not be used was charged for when it came.
        SupplyCharges.GiveBack(decision).Record(new SupplierPassedOver(supplier.Symbol, why));
        if (farewell is { } word)
        {
            decision.Message(supplier.Symbol, word);
        }

        if (supplier.WouldNotCancel)
        {
            return Withdrawing.AfterAll(decision);
        }

        AskNext(decision);

        // Another library would look for the same citation: staff check it while the next one is asked.
        if (why == ReasonCode.NotFoundAsCited && decision.Request is { Status: RequestStatus.Sourcing, Alert: null })
        {
            decision.Record(new StaffAlerted(ReasonCode.NotFoundAsCited));
        }

        // If no library is left, the patron gets that mail instead.
        if (patronExpectsIt && decision.Request.Status == RequestStatus.Sourcing)
        {
            decision.Notify(
                Notice.Delayed, new NoticeFacts { Library = supplier.Name, Estimate = decision.Request.Estimate, Reason = DelayedBy(why) });
        }
        else if (decision.Request.Status == RequestStatus.Sourcing && !decision.Has<SendNotice>())
        {
            LongSearch.Tell(decision);
        }

        return decision.Decided();
    }

    /// <summary>What a patron who expected the item is told: that it was wanted back or lost, or only that its library does not supply it.</summary>
    private static ReasonCode DelayedBy(StatedReason why) =>
        why.Code is ReasonCode.Recalled or ReasonCode.LostHere or ReasonCode.LostInTransit ? why.Code.Value : ReasonCode.AnotherLibraryAsked;
}
