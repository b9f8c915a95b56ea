using Hkall.Requests.Cancelling;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Copyright;

/// <summary>No library is asked for a copy before the declaration is signed: the library copies on the strength of it.</summary>
internal static class DeclaringRules
{
    public static Draft Await(Draft draft)
    {
        var until = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.DeclarationDays));
        draft.Then(new DeclarationAwaited(CopyrightLaw.On(draft.Today).TextVersion, until))
            .Tell(Notice.DeclarationNeeded, new NoticeFacts { Date = until });
        return Wait(draft);
    }

    private static Draft Wait(Draft draft)
    {
        var awaited = draft.Request.Declaring!;
        var reminder = draft.Calendar.StartOf(draft.Calendar.AddWorkingDays(awaited.Until, -draft.Policy.DeclarationReminderWorkingDays));
        return !awaited.Reminded && reminder > draft.Now
            ? draft.WaitFor(Awaited.DeclarationReminder, reminder)
            : draft.WaitFor(Awaited.Declaration, draft.Calendar.EndOf(awaited.Until));
    }

    public static Decision Sign(Draft draft, SignDeclaration order)
    {
        if (draft.Request.Status != RequestStatus.AwaitingDeclaration)
        {
            return draft.Request.Declaration is null
                ? new Refused(Refusal.NothingToDeclare, "No declaration is waiting to be signed.")
                : draft.Ignored("The declaration has been signed.");
        }

        if (!order.Declaration.IsSignedBy(order.SignedBy))
        {
            return Unsigned(CopyrightLaw.On(draft.Today));
        }

        return Asking.AskNext(draft.Then(new DeclarationSigned(order.Declaration))).Decided();
    }

    /// <summary>A part of it is not declared, or no name stands under it.</summary>
    public static Refused Unsigned(CopyrightRules law) =>
        new(Refusal.DeclarationRequired, $"A copy can be supplied only on the whole declaration with your name under it ({law.Clause}).");

    public static Decision Remind(Draft draft)
    {
        var awaited = draft.Request.Declaring!;
        if (draft.Now >= draft.Calendar.EndOf(awaited.Until))
        {
            return Lapse(draft);
        }

        draft.Then(new DeclarationReminded()).Tell(Notice.DeclarationReminder, new NoticeFacts { Date = awaited.Until });
        return Wait(draft).Decided();
    }

    public static Decision Lapse(Draft draft) => draft
        .Then(new RequestCancelled("no-declaration"))
        .Tell(Notice.Cancelled, new NoticeFacts { Reason = "no-declaration" })
        .Decided();
}
