using Hkall.Domain.Model;

namespace Hkall.Domain.Reviewing;

/// <summary>Staff looked for a free copy again.</summary>
/// <param name="Copy">The best one that the sources know; null if they know none, or could not tell.</param>
public sealed record RecordFreeCopy(FreeCopy? Copy) : RequestCommand;

/// <summary>A copy that anybody may read was found after the request was placed.</summary>
public sealed record FreeCopyFound(FreeCopy Copy) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { FreeCopy = Copy, FreeCopyDeclined = false };
}

/// <summary>The patron is told of a free copy as long as they wait for the item; the request goes on until they say that the copy is enough.</summary>
internal static class FreeCopies
{
    public static Decision<PatronRequest, RequestEvent> Record(DecisionBuilder decision, RecordFreeCopy order) => decision.Request.Status.Stage() switch
    {
        RequestStage.Preparing or RequestStage.Sourcing => order.Copy is not { } copy
            ? decision.Ignored("No source knows a free copy.")

            // A source may name the version or the licence otherwise; the patron has seen the copy itself.
            : decision.Request.FreeCopy?.Address == copy.Address
            ? decision.Ignored("The patron knows this copy.")
            : decision.Record(new FreeCopyFound(copy)).Notify(Notice.FreeCopyFound, new NoticeFacts { FreeCopy = copy }).Decided(),
        RequestStage.Withdrawing => DecisionBuilder.Refuse(Refusal.TooLate, "The patron has cancelled the request."),
        RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.TooLate, "A library has already supplied it."),
        RequestStage.Closed => DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };
}
