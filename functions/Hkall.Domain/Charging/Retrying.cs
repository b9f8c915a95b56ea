using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Charging;

/// <summary>
/// The library invites us to ask again: for a charge, which we handle like any charge, or from a date on. We wait for a date only if
/// no other library is left.
/// </summary>
internal static class Retrying
{
    /// <summary>How often we ask one library again for one request, so that its system and ours cannot go on for ever.</summary>
    public const int MostRetries = 2;

    /// <summary>The longest wait for one library's date, in days; after that staff can help the patron better.</summary>
    public const int LongestWaitDays = 30;

    public static Decision<PatronRequest, RequestEvent> Offered(DecisionBuilder decision, RetryOffered news, RotaEntry sender) =>
        decision.Request.Status.Stage() switch
        {
            RequestStage.Sourcing => sender.Retries >= MostRetries
                ? Promises.Decline(decision, news, ReasonCode.AskedAgainInVain)
                : news.Others.Count > 0 ? Conditions.NamedForRetry(decision, news, sender)
                : news.Cost is { } cost ? ChargingRules.Quoted(decision, news, cost, retry: true)
                : news is { LibraryUseOnly: true, After: null } ? Again(decision.MarkReceived(news), sender).Decided()
                : Later(decision, news),

            // A library that wants another request is not sending the item.
            RequestStage.Withdrawing => CancelAnswers.Confirmed(decision, news),
            RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                decision.Discard(news, $"{news.Symbol} has already supplied it."),
            RequestStage.Closed => decision.Discard(news, "The request is closed."),
        };

    /// <summary>The date to ask again has come.</summary>
    public static Decided<PatronRequest, RequestEvent> Due(DecisionBuilder decision)
    {
        var supplier = decision.Request.Supplier!;
        return Again(decision, supplier).Decided();
    }

    /// <param name="note">What the request says to the library's staff; null if it speaks for itself.</param>
    public static DecisionBuilder Again(DecisionBuilder decision, RotaEntry supplier, string? note = null) => decision
        .Record(new RetryAsked(supplier.Symbol))
        .Message(supplier.Symbol, RequestingAction.Retry, note)
        .SetDeadline(DeadlineKind.SupplierReply, decision.Policy.Reply.For(supplier.Tier));

    private static Decision<PatronRequest, RequestEvent> Later(DecisionBuilder decision, RetryOffered news)
    {
        var why = news.Reason ?? ReasonCode.RetryPossible;
        if (news.After is not { } after || after > decision.Today.AddDays(LongestWaitDays)
            || decision.Request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting))
        {
            return Promises.Decline(decision, news, why);
        }

        var tomorrow = decision.Today.AddDays(1);
        var on = decision.Calendar.WorkingDayOnOrAfter(after > tomorrow ? after : tomorrow);
        if (on > news.Before || on >= decision.Request.NeededBy)
        {
            return Promises.Decline(decision, news, why);
        }

        return decision
            .MarkReceived(news)
            .Record(new RetryPlanned(news.Symbol, on, why))
            .SetDeadline(DeadlineKind.Retry, decision.Calendar.StartOf(on))
            .Decided();
    }
}
