using Hkall.Domain.Cancelling;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>Keeps how the request stood before each of the last steps, so that staff can undo them, the last one first.</summary>
internal static class StepsTaken
{
    /// <summary>As many as a loan has from its arrival to its end; of an item in parts, those of the last parts.</summary>
    public const int Kept = 6;

    /// <summary>The steps after the event. What leads to another stage without being a step ends them: nothing before it can be undone.</summary>
    public static IReadOnlyList<StepTaken> After(PatronRequest before, RequestEvent happened, PatronRequest after, DateTimeOffset at) =>
        happened is StepUndone ? after.Steps
        : Of(before, happened) is { } step ? Pushed(before, happened, step, at)
        : happened is SupplierAsked || after.Status.Stage() != before.Status.Stage() ? []
        : before.Steps;

    private static Step? Of(PatronRequest before, RequestEvent happened) => happened switch
    {
        ItemReceived when before.Status == RequestStatus.OutForDelivery => Step.CheckIn,
        ItemReceived when before.Status.Stage() != RequestStage.AtLibrary => Step.Receive,
        PartReceived => Step.ReceivePart,
        ItemCheckedOut => Step.CheckOut,
        PartReturned => Step.CheckInPart,

        // An item that nobody wants any more is received and goes straight back.
        ItemCheckedIn when before.Status.Stage() == RequestStage.InTransit => Step.Receive,
        ItemCheckedIn => Step.CheckIn,
        PickupExpired { Why.Code: ReasonCode.NotCollected } => Step.PickupExpired,
        ItemUnwanted => Step.Unwanted,
        ItemSentBack => Step.SendBack,
        ItemLost => Step.Lost,
        ItemDamaged => Step.Damaged,
        LoanCompleted => Step.Completed,
        _ => null,
    };

    private static IReadOnlyList<StepTaken> Pushed(PatronRequest before, RequestEvent happened, Step step, DateTimeOffset at)
    {
        // The last part was received by the same order that made the item complete.
        if (step == Step.Receive && before.Steps is [.., { Step: Step.ReceivePart } part] && part.At == at)
        {
            return [.. before.Steps.SkipLast(1), part with { Step = Step.Receive }];
        }

        var taken = new StepTaken(step, at, before.Status)
        {
            Shelf = before.Shelf,
            Loan = before.Loan,
            Parts = before.Parts,
            Barcode = before.Barcode,
            Unwanted = before.Unwanted,
            ArrivedAt = before.ArrivedAt,
            SentBackAt = before.SentBackAt,
            FeeLines = before.Fees.Count,
            ClosedWhy = before.ClosedWhy,
        };
        return
        [
            .. before.Steps.Skip(Math.Max(0, before.Steps.Count + 1 - Kept)),
            happened is ItemReceived { Overtook: { } announced } ? taken with { From = announced, Loan = null } : taken,
        ];
    }
}
