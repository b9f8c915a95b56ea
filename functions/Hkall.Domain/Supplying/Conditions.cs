using Hkall.Domain.Charging;

namespace Hkall.Domain.Supplying;

/// <summary>What a library would have accepted before it supplies, beside a charge and the use here.</summary>
public sealed record NamedConditions(string Symbol, IReadOnlyList<string> Conditions)
{
    /// <summary>The charge it named with them; the patron is asked about it once staff have accepted them.</summary>
    public Money? Cost { get; init; }
}

/// <summary>Staff accept the conditions of the library asked now, or would have the item from another one.</summary>
public sealed record DecideConditions(bool Accept) : RequestCommand;

/// <summary>The library would supply on conditions that staff decide on.</summary>
public sealed record ConditionsNamed(string Symbol, IReadOnlyList<string> Conditions, Money? Cost = null) : RequestEvent;

public sealed record ConditionsAccepted(string Symbol) : RequestEvent;

/// <summary>They are not accepted: <c>by-staff</c>, or nobody decided in time (<c>no-answer</c>).</summary>
public sealed record ConditionsDeclined(string Symbol, string Why) : RequestEvent;

/// <summary>
/// Conditions such as "no copying" or "a signature for it" bind the Library at its desk, so staff accept them and not the patron. Until
/// then nothing is ordered; where nobody decides in time the next library is asked.
/// </summary>
internal static class Conditions
{
    /// <summary>What a library is said to have named where it gave no reason.</summary>
    private const string Unnamed = "conditions";

    public static Decision Named(DecisionBuilder decision, Conditional news, RotaEntry sender)
    {
        var named = new NamedConditions(sender.Symbol, news.Others.Count > 0 ? news.Others : [news.Reason ?? Unnamed]) { Cost = news.Cost };
        return decision.Request.Status switch
        {
            // Said again they are no new conditions: the days to decide do not begin anew.
            RequestStatus.Sourcing when Same(decision.Request.Conditions, named) => decision.Discard(news, "Staff are looking at these conditions."),
            RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.AwaitingCostDecision => decision
                .MarkReceived(news)
                .Record(new ConditionsNamed(named.Symbol, named.Conditions, named.Cost))
                .SetDeadline(DeadlineKind.Conditions, decision.Policy.Conditions)
                .Decided(),

            // Whoever still makes conditions is not sending it.
            RequestStatus.Cancelling => Cancelling.Withdrawing.Confirmed(decision, news),
            RequestStatus.InReview or RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
                decision.Discard(news, $"{news.Symbol} has already supplied it; its conditions are for staff to read."),
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => decision.Discard(news, "The request is closed."),
        };
    }

    public static Decision Decide(DecisionBuilder decision, DecideConditions order)
    {
        if (decision.Request is not { Conditions: { } conditions, Supplier: { } supplier })
        {
            // A charge alone staff may decide on, on the patron's word. Pressed twice, the button that accepts conditions accepts no charge.
            return decision.Request.Quote is { AfterConditions: true }
                ? new Refused(Refusal.NothingToDecide, "The conditions are accepted; the charge is for the patron to decide on.")
                : ChargingRules.Decide(decision, new DecideCost(order.Accept));
        }

        if (!order.Accept)
        {
            return Declined(decision, "by-staff");
        }

        var wasPromised = supplier.Standing == RotaStatus.Promised;
        decision.Record(new ConditionsAccepted(supplier.Symbol));
        if (conditions.Cost is { } cost)
        {
            return ChargingRules.Considered(decision, supplier.Symbol, cost, retry: false, afterConditions: true);
        }

        decision.Message(supplier.Symbol, RequestingAction.AcceptCondition);
        return wasPromised
            ? Promises.WaitForIt(decision.Record(new SupplierPromised(supplier.Symbol, Asking.EstimateFrom(decision, supplier))), supplier).Decided()
            : Promises.Expect(decision, supplier).Decided();
    }

    /// <summary>Nobody decided: nothing is accepted by silence, and the patron waits no longer for it.</summary>
    public static Decided Lapsed(DecisionBuilder decision) => Declined(decision, "no-answer");

    private static Decided Declined(DecisionBuilder decision, string why)
    {
        var supplier = decision.Request.Supplier!;
        return Asking.AskAnother(decision.Record(new ConditionsDeclined(supplier.Symbol, why)), "conditions-declined", RequestingAction.Cancel);
    }

    private static bool Same(NamedConditions? known, NamedConditions named) =>
        known is not null && known.Symbol == named.Symbol && known.Cost == named.Cost && known.Conditions.SequenceEqual(named.Conditions, StringComparer.Ordinal);
}
