using Hkall.Domain.Model;

namespace Hkall.Domain.Reviewing;

/// <summary>Staff write to the patron about the request.</summary>
/// <param name="Words">What they add, or write; the patron reads it as it is.</param>
/// <param name="HasAddress">Whether the service knows where to write to.</param>
public sealed record WriteToPatron(PatronMessage Message, string? Words, bool HasAddress = true) : RequestCommand;

/// <summary>Staff wrote to the patron.</summary>
public sealed record PatronWrittenTo(PatronMessage Message, [PersonsWords] string? Words) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request;
}

/// <summary>A mail says nothing that the request belies.</summary>
internal static class WritingToPatrons
{
    public static Decision<PatronRequest, RequestEvent> Write(DecisionBuilder decision, WriteToPatron order) =>
        !order.HasAddress ? DecisionBuilder.Refuse(Refusal.NoAddress, "No email address of the patron is known any more.")
        : order.Message switch
        {
            PatronMessage.DetailsNeeded when !decision.Request.Status.IsOpen() => DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
            PatronMessage.CannotExtend when !decision.Request.Status.IsWithPatron() =>
                DecisionBuilder.Refuse(Refusal.NotWithPatron, "The patron does not have the item."),
            PatronMessage.ItemHere when decision.Request.Status is not (RequestStatus.ReadyForPickup or RequestStatus.LibraryUse) =>
                DecisionBuilder.Refuse(Refusal.NotOnShelf, "The item is not on the hold shelf."),
            PatronMessage.DetailsNeeded or PatronMessage.CannotExtend or PatronMessage.ItemHere or PatronMessage.Free => decision
                .Record(new PatronWrittenTo(order.Message, order.Words))
                .Notify(Notice.StaffMessage, new NoticeFacts
                {
                    Message = order.Message,
                    Reason = order.Words is { } words ? StatedReason.InWords(words) : null,
                    Date = order.Message switch
                    {
                        PatronMessage.CannotExtend => decision.Request.Loan?.DueOn,
                        PatronMessage.ItemHere => decision.Request.Shelf?.Until,
                        PatronMessage.DetailsNeeded or PatronMessage.Free => null,
                    },
                })
                .Decided(),
        };
}
