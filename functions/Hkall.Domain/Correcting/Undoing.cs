using System.Diagnostics;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Correcting;

/// <summary>
/// Undoes the last step at the counter: the request stands as before it, the fees that came with it are given back, the patron hears
/// that our last mail was wrong, and so does the lender if we had told it.
/// </summary>
internal static class Undoing
{
    public static Decision<PatronRequest, RequestEvent> Undo(DecisionBuilder decision, UndoStep order)
    {
        if (decision.Request.Steps is not [.., var last])
        {
            return DecisionBuilder.Refuse(Refusal.NothingToUndo, "No step was recorded that could be undone.");
        }

        return last.Step != order.Step
            ? DecisionBuilder.Refuse(Refusal.NothingToUndo, $"The last step is {Names.Of(last.Step)}: undo that first.")
            : Undo(decision, last, order.Reason);
    }

    internal static Decision<PatronRequest, RequestEvent> Undo(DecisionBuilder decision, StepTaken last, string reason) =>
        !decision.Request.Status.IsOpen() && decision.Today.DayNumber - decision.Calendar.DateOf(last.At).DayNumber > decision.Policy.UndoDays
            ? DecisionBuilder.Refuse(
                Refusal.TooLate, FormattableString.Invariant($"The end of a request can be undone for {decision.Policy.UndoDays} days."))
            : Undone(decision, last, reason);

    private static Decided<PatronRequest, RequestEvent> Undone(DecisionBuilder decision, StepTaken last, string reason)
    {
        var tells = TellsPatron(last, decision.Request);
        if (WordToLender(last) is { } word && decision.Request.Supplier is { } lender)
        {
            decision.Message(lender.Symbol, RequestingAction.Correction, word);
        }

        // A note of damage moved nothing.
        if (last.Step == Step.Damaged)
        {
            return decision.Record(new StepUndone(last.Step, reason)).Decided();
        }

        var fees = FeesOfStep.GiveBack(decision, last);
        decision.Record(new StepUndone(last.Step, reason) { Until = NewLastDay(decision, last) });
        if (IsRecalledFromShelf(decision.Request))
        {
            decision.Record(new PickupExpired(ReasonCode.Recalled));
        }

        if (tells)
        {
            decision.Notify(Notice.Corrected, new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Undone = last.Step,
                Now = decision.Request.Status,
                Date = decision.Request.Shelf?.Until ?? (decision.Request.Status.IsWithPatron() ? decision.Request.Loan?.DueOn : null),
                LibraryUseOnly = decision.Request.Status == RequestStatus.LibraryUse,
                Fees = fees,
            });
        }

        return Wait(decision).Decided();
    }

    /// <summary>Its lender recalled the item while it counted as checked out: it waits for its patron no longer.</summary>
    private static bool IsRecalledFromShelf(PatronRequest request) =>
        request is { Status: RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.OutForDelivery, Loan.Recalled: true };

    /// <summary>What we told the lender about the step, taken back; null if we told it nothing. The lender reads it.</summary>
    private static string? WordToLender(StepTaken last) => last.Step switch
    {
        Step.Receive => "We said that we had received the item. That was a mistake: we have not received it yet.",
        Step.SendBack => "We said that we had sent the item back. That was a mistake: it is still here, and we will tell you when it leaves.",
        Step.Lost => "We said that the item was lost. That was a mistake: please disregard it.",
        Step.Damaged => "We said that the item was damaged. That was a mistake: please disregard it.",
        Step.ReceivePart or Step.CheckOut or Step.CheckIn or Step.CheckInPart or Step.PickupExpired or Step.Unwanted or Step.Completed => null,
    };

    /// <summary>Whether the step sent the patron a mail, which is wrong now.</summary>
    private static bool TellsPatron(StepTaken last, PatronRequest request) => last.Step switch
    {
        Step.Receive => !last.Unwanted,
        Step.CheckOut or Step.CheckIn or Step.PickupExpired or Step.Unwanted => true,
        Step.Lost => !last.Unwanted && last.From != RequestStatus.Returning,
        Step.Completed => last.From.IsWithPatron() || last.From == RequestStatus.Lost,
        Step.CheckInPart => request.Loan?.DueOn is not null,
        Step.ReceivePart or Step.SendBack or Step.Damaged => false,
    };

    /// <summary>An item that is on the shelf again stays there as long as one that has just arrived.</summary>
    private static DateOnly? NewLastDay(DecisionBuilder decision, StepTaken last) => last.From switch
    {
        RequestStatus.ReadyForPickup => Receiving.PickupUntil(decision),
        RequestStatus.LibraryUse => Later(last.Shelf?.Until, decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(1))),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing
            or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.OutForDelivery or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload
            or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => null,
    };

    private static DateOnly Later(DateOnly? one, DateOnly other) => one is { } first && first > other ? first : other;

    /// <summary>Waits for what the request waited for before the step.</summary>
    private static DecisionBuilder Wait(DecisionBuilder decision) => decision.Request.Status switch
    {
        RequestStatus.Sourcing => Asking.WaitForReply(decision, decision.Request.Supplier!),
        RequestStatus.Expected => Promises.WaitForIt(decision, decision.Request.Supplier!),
        RequestStatus.InTransit => decision.SetDeadline(DeadlineKind.Arrival, decision.Policy.Transit.For(decision.Request.Supplier!.Tier)),
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse => Receiving.WaitForPatron(decision),
        RequestStatus.OutForDelivery => decision.SetDeadline(DeadlineKind.OfficeDelivery, decision.Policy.OfficeDelivery),
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => OnLoanAgain.Wait(decision),
        RequestStatus.Returning when decision.Request.SentBackAt is null => decision.SetDeadline(DeadlineKind.SendingBack, decision.Policy.SendingBack),
        RequestStatus.Returning => decision.SetDeadline(
            DeadlineKind.LenderReceipt, decision.Policy.LenderReceipt.For(decision.Request.Supplier?.Tier ?? Tier.Overseas)),
        RequestStatus.Lost => decision,
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Cancelling
            or RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled =>
            throw new UnreachableException($"No step was taken from {decision.Request.Status}."),
    };
}
