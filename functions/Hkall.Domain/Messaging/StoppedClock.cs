using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.Domain.Messaging;

/// <summary>
/// A question to the patron stops a deadline of staff: nobody decides, or passes on to another library, what only the patron can say. The
/// answer starts it again, and so does the day until which staff wait.
/// </summary>
internal static class StoppedClock
{
    /// <summary>After the answer, or in vain, staff have at least this long to act: the time that was left may have been an hour.</summary>
    private static readonly ResponseWindow LeastAfter = new(1, 4);

    /// <summary>
    /// What staff decide themselves. The patron's own decisions have a date that the patron was told, a library's time to answer does not depend
    /// on the patron, and what has to be done with an item in hand does not wait for words.
    /// </summary>
    public static bool CanStop(DeadlineKind kind) => kind is DeadlineKind.Review or DeadlineKind.FurtherSearch or DeadlineKind.Conditions;

    /// <returns>Null if the answer can be waited for until the day.</returns>
    public static Refused<PatronRequest, RequestEvent>? Refusal(DecisionBuilder decision, DateOnly by) =>
        decision.Request.Deadline is not { } running || (!CanStop(running.For) && decision.Request.Awaited is null)
            ? DecisionBuilder.Refuse(Domain.Refusal.NothingToStop, "Nothing that staff have to decide waits for the patron's answer.")
            : by <= decision.Today || by > decision.Today.AddDays(decision.Policy.Messages.LongestWaitDays)
                ? DecisionBuilder.Refuse(
                    Domain.Refusal.DateNotPossible, $"From tomorrow, and for {decision.Policy.Messages.LongestWaitDays} days at most.")
                : null;

    /// <summary>A second question keeps what was left when the first was asked.</summary>
    /// <param name="by">Null: nothing is stopped.</param>
    public static DecisionBuilder Stop(DecisionBuilder decision, DateOnly? by)
    {
        if (by is not { } last || decision.Request.Deadline is not { } running)
        {
            return decision;
        }

        var before = decision.Request.Awaited ?? new AwaitedAnswer(last, running.For, running.At > decision.Now ? running.At - decision.Now : TimeSpan.Zero);
        return decision
            .SetDeadline(DeadlineKind.PatronAnswer, decision.Calendar.EndOf(last))
            .Record(new AnswerAwaited(last, before.Stopped, before.Left));
    }

    /// <summary>Starts what was stopped again; nothing, if nothing was.</summary>
    public static DecisionBuilder StartAgain(DecisionBuilder decision)
    {
        if (decision.Request.Awaited is not { } awaited)
        {
            return decision;
        }

        var least = decision.Calendar.WaitUntil(decision.Now, LeastAfter);
        var rest = decision.Now + awaited.Left;
        return decision.SetDeadline(awaited.Stopped, rest > least ? rest : least);
    }

    /// <summary>The patron did not answer: staff look at the request again, and what ends it without an answer runs on.</summary>
    public static Decision<PatronRequest, RequestEvent> Lapsed(DecisionBuilder decision) =>
        StartAgain(decision).Record(new StaffAlerted(ReasonCode.NoAnswer)).Decided();
}
