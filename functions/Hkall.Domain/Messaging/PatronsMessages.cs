namespace Hkall.Domain.Messaging;

/// <summary>What a patron writes to staff about a request.</summary>
internal static class PatronsMessages
{
    public static Decision<PatronRequest, RequestEvent> Write(DecisionBuilder decision, WriteToStaff order) =>
        !IsOpenTo(decision.Request, decision.Now, decision.Policy.Messages)
            ? DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request was closed long ago. Please write to the Library.")
            : (decision.Request.PatronWroteAt ?? []).Count(at => decision.Calendar.DateOf(at) == decision.Today) >= decision.Policy.Messages.PatronPerDay
                ? DecisionBuilder.Refuse(
                    Refusal.TooManyMessages, $"You can write {decision.Policy.Messages.PatronPerDay} messages a day about a request. Please try again tomorrow.")
                : StoppedClock.StartAgain(decision.Record(new PatronWrote(order.Words))).Decided();

    /// <summary>Whether a patron may still write about the request.</summary>
    private static bool IsOpenTo(PatronRequest request, DateTimeOffset now, MessagePolicy policy) =>
        request.Status.IsOpen() || request.ClosedAt is not { } closed || now < closed.AddDays(policy.DaysAfterClose);
}
