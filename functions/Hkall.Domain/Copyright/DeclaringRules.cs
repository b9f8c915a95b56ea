using Hkall.Domain.Cancelling;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Copyright;

/// <summary>We ask no library for a copy before the patron signs the declaration: the library copies on the strength of it.</summary>
internal static class DeclaringRules
{
    public static DecisionBuilder Await(DecisionBuilder decision)
    {
        var until = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.DeclarationDays));
        decision.Record(new DeclarationAwaited(CopyrightLaw.On(decision.Today).TextVersion, until))
            .Notify(Notice.DeclarationNeeded, new NoticeFacts { Date = until });
        return Wait(decision);
    }

    internal static DecisionBuilder Wait(DecisionBuilder decision)
    {
        var awaited = decision.Request.Declaring!;
        var reminder = decision.Calendar.StartOf(decision.Calendar.AddWorkingDays(awaited.Until, -decision.Policy.DeclarationReminderWorkingDays));
        return !awaited.Reminded && reminder > decision.Now
            ? decision.SetDeadline(DeadlineKind.DeclarationReminder, reminder)
            : decision.SetDeadline(DeadlineKind.Declaration, decision.Calendar.EndOf(awaited.Until));
    }

    public static Decision<PatronRequest, RequestEvent> Sign(DecisionBuilder decision, SignDeclaration order)
    {
        if (decision.Request.Status != RequestStatus.AwaitingDeclaration)
        {
            return decision.Request.Declaration is null
                ? DecisionBuilder.Refuse(Refusal.NothingToDeclare, "No declaration is waiting to be signed.")
                : decision.Ignored("The declaration has been signed.");
        }

        if (!order.Declaration.IsSignedBy(order.SignedBy))
        {
            return Unsigned(CopyrightLaw.On(decision.Today));
        }

        return Asking.AskNext(decision.Record(new DeclarationSigned(order.Declaration))).Decided();
    }

    /// <summary>The refusal when a part is not declared or the name is missing.</summary>
    public static Refused<PatronRequest, RequestEvent> Unsigned(CopyrightRules law) =>
        new(Refusal.DeclarationRequired, $"A copy can be supplied only on the whole declaration with your name under it ({law.Clause}).");

    public static Decision<PatronRequest, RequestEvent> Remind(DecisionBuilder decision)
    {
        var awaited = decision.Request.Declaring!;
        if (decision.Now >= decision.Calendar.EndOf(awaited.Until))
        {
            return Lapse(decision);
        }

        decision.Record(new DeclarationReminded()).Notify(Notice.DeclarationReminder, new NoticeFacts { Date = awaited.Until });
        return Wait(decision).Decided();
    }

    public static Decision<PatronRequest, RequestEvent> Lapse(DecisionBuilder decision) => decision
        .Record(new RequestCancelled(ReasonCode.NoDeclaration))
        .Notify(Notice.Cancelled, new NoticeFacts { Reason = ReasonCode.NoDeclaration })
        .Decided();
}
