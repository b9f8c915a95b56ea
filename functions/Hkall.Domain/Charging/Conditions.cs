using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Charging;

/// <summary>
/// Conditions such as "no copying" or "a signature for it" bind the Library, so staff accept them and not the patron. Until then
/// nothing is ordered; if staff do not decide in time, we ask the next library.
/// </summary>
internal static class Conditions
{
    /// <summary>The stored condition of a library that gave no reason.</summary>
    private const ReasonCode Unnamed = ReasonCode.Conditions;

    public static Decision<PatronRequest, RequestEvent> Named(DecisionBuilder decision, Conditional news, RotaEntry sender) =>
        Named(decision, news, new NamedConditions(sender.Symbol, news.Others.Count > 0 ? news.Others : [news.Reason ?? Unnamed]) { Cost = news.Cost });

    /// <summary>The library has closed the request, and invites us to ask again on conditions: staff decide as if it were still open.</summary>
    public static Decision<PatronRequest, RequestEvent> NamedForRetry(DecisionBuilder decision, RetryOffered news, RotaEntry sender) =>
        Named(decision, news, new NamedConditions(sender.Symbol, news.Others) { Cost = news.Cost, Retry = true });

    private static Decision<PatronRequest, RequestEvent> Named(DecisionBuilder decision, SupplierNews news, NamedConditions named) =>
        decision.Request.Status.Stage() switch
        {
            // Repeated conditions are not new ones: the days to decide do not start again.
            RequestStage.Sourcing when decision.Request.Status == RequestStatus.Sourcing && Same(decision.Request.Conditions, named) =>
                decision.Discard(news, "Staff are looking at these conditions."),
            RequestStage.Sourcing => decision
                .MarkReceived(news)
                .Record(new ConditionsNamed(named.Symbol, named.Conditions, named.Cost) { Retry = named.Retry })
                .SetDeadline(DeadlineKind.Conditions, decision.Policy.Conditions)
                .Decided(),

            // A library that still makes conditions is not sending the item.
            RequestStage.Withdrawing => CancelAnswers.Confirmed(decision, news),
            RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                decision.Discard(news, $"{news.Symbol} has already supplied it; its conditions are for staff to read."),
            RequestStage.Closed => decision.Discard(news, "The request is closed."),
        };

    public static Decision<PatronRequest, RequestEvent> Decide(DecisionBuilder decision, DecideConditions order)
    {
        if (decision.Request is not { Conditions: { } conditions, Supplier: { } supplier })
        {
            // Conditions bind the Library, a charge binds the patron: staff accept a charge only on the patron's word.
            return DecisionBuilder.Refuse(
                Refusal.NothingToDecide,
                decision.Request.Quote is null
                    ? "No library's conditions are waiting for a decision."
                    : "The charge is for the patron to decide on. If the patron told you what to do, record it (cost-accept, cost-decline).");
        }

        if (!order.Accept)
        {
            return Declined(decision, ReasonCode.ByStaff);
        }

        var wasPromised = supplier.Standing == RotaStatus.Promised;
        decision.Record(new ConditionsAccepted(supplier.Symbol));
        if (conditions.Cost is { } cost)
        {
            // The charge stood before staff with the conditions: what their library's tier does not ask the patron, they have decided.
            return StatedCharges.IsLibrarysTier(decision, supplier.Symbol)
                ? ChargingRules.Borne(decision, supplier.Symbol, cost, conditions.Retry, byPolicy: false).Decided()
                : ChargingRules.Considered(decision, supplier.Symbol, cost, conditions.Retry, afterConditions: true);
        }

        if (conditions.Retry)
        {
            return Retrying.Again(decision, supplier, Accepting(conditions)).Decided();
        }

        decision.Message(supplier.Symbol, RequestingAction.AcceptCondition);
        return wasPromised
            ? Promises.WaitForIt(decision.Record(new SupplierPromised(supplier.Symbol, Asking.EstimateFrom(decision, supplier))), supplier).Decided()
            : Promises.Expect(decision, supplier).Decided();
    }

    /// <summary>Staff did not decide: silence accepts nothing, and the patron need not wait any longer.</summary>
    public static Decided<PatronRequest, RequestEvent> Lapsed(DecisionBuilder decision) => Declined(decision, ReasonCode.NoAnswer);

    private static Decided<PatronRequest, RequestEvent> Declined(DecisionBuilder decision, StatedReason why)
    {
        var supplier = decision.Request.Supplier!;

        // A library that has closed the request waits for no answer.
        RequestingAction? farewell = decision.Request.Conditions is { Retry: true } ? null : RequestingAction.Cancel;
        return Asking.AskAnother(decision.Record(new ConditionsDeclined(supplier.Symbol, why)), ReasonCode.ConditionsDeclined, farewell);
    }

    /// <summary>What a request made again says of the conditions, for the library's staff: the standard of 2017 has no element for it.</summary>
    private static string Accepting(NamedConditions conditions) => $"We accept: {string.Join(", ", conditions.Conditions.Select(why => why.Text))}.";

    private static bool Same(NamedConditions? known, NamedConditions named) =>
        known is not null && known.Symbol == named.Symbol && known.Cost == named.Cost && known.Retry == named.Retry
        && known.Conditions.SequenceEqual(named.Conditions);
}
