using Hkall.Domain.Model;

namespace Hkall.Domain.Messaging;

/// <summary>A mail says nothing that the request belies.</summary>
internal static class WritingToPatrons
{
    public static Decision<PatronRequest, RequestEvent> Write(DecisionBuilder decision, WriteToPatron order) =>
        !order.HasAddress ? DecisionBuilder.Refuse(Refusal.NoAddress, "No email address of the patron is known any more.")
        : order.AnswerBy is { } by && StoppedClock.Refusal(decision, by) is { } refused ? refused
        : order.Message switch
        {
            PatronMessage.DetailsNeeded when !decision.Request.Status.IsOpen() => DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
            PatronMessage.CannotExtend when !decision.Request.Status.IsWithPatron() =>
                DecisionBuilder.Refuse(Refusal.NotWithPatron, "The patron does not have the item."),
            PatronMessage.ItemHere when decision.Request.Status is not (RequestStatus.ReadyForPickup or RequestStatus.LibraryUse) =>
                DecisionBuilder.Refuse(Refusal.NotOnShelf, "The item is not on the hold shelf."),
            PatronMessage.DetailsNeeded or PatronMessage.CannotExtend or PatronMessage.ItemHere or PatronMessage.Free =>
                StoppedClock.Stop(Written(decision, order), order.AnswerBy).Decided(),
        };

    private static DecisionBuilder Written(DecisionBuilder decision, WriteToPatron order) => decision
        .Record(new PatronWrittenTo(order.Message, order.Words) { AnswerBy = order.AnswerBy })
        .Notify(Notice.StaffMessage, new NoticeFacts
        {
            Message = order.Message,
            Reason = order.Words is { } words ? StatedReason.InWords(words) : null,
            AnswerBy = order.AnswerBy,
            Date = order.Message switch
            {
                PatronMessage.CannotExtend => decision.Request.Loan?.DueOn,
                PatronMessage.ItemHere => decision.Request.Shelf?.Until,
                PatronMessage.DetailsNeeded or PatronMessage.Free => null,
            },
        });
}
