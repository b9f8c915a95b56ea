using Hkall.Domain.Model;

namespace Hkall.Domain.Reviewing;

/// <param name="To">Null: nobody in particular.</param>
public sealed record AssignRequest(Assignee? To) : RequestCommand;

/// <param name="Tags">All the tags that it has from now on, by the names of the policy.</param>
public sealed record TagRequest(IReadOnlyList<string> Tags) : RequestCommand;

/// <param name="By">The member of staff.</param>
/// <param name="Text">Null: nothing is pinned any more.</param>
public sealed record PinNote(string By, string? Text) : RequestCommand;

/// <summary>Somebody takes care of the request, or nobody does any more.</summary>
public sealed record RequestAssigned(Assignee? To) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { AssignedTo = To };
}

/// <summary>The request has these tags, and no others.</summary>
public sealed record RequestTagged([Code] IReadOnlyList<string> Tags) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Tags = Tags.Count > 0 ? Tags : null };
}

/// <summary>A note stands above everything else that staff see of the request, or none does any more.</summary>
public sealed record NotePinned([Trace] string By, [PersonsWords] string? Text) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Pinned = Text };
}

/// <summary>How staff divide the work among themselves. It changes nothing that the patron or a library sees.</summary>
internal static class Handling
{
    public static Decision<PatronRequest, RequestEvent> Assign(DecisionBuilder decision, AssignRequest order) =>
        decision.Request.AssignedTo?.Staff == order.To?.Staff ? decision.Ignored("It is so already.")
        : order.To is not null && !decision.Request.Status.IsOpen() ? DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed.")
        : decision.Record(new RequestAssigned(order.To)).Decided();

    public static Decision<PatronRequest, RequestEvent> Tag(DecisionBuilder decision, TagRequest order)
    {
        string[] tags = [.. order.Tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return tags.SequenceEqual(decision.Request.Tags ?? [])
            ? decision.Ignored("It is so already.")
            : decision.Record(new RequestTagged(tags)).Decided();
    }

    public static Decision<PatronRequest, RequestEvent> Pin(DecisionBuilder decision, PinNote order) =>
        decision.Request.Pinned == order.Text ? decision.Ignored("It is so already.") : decision.Record(new NotePinned(order.By, order.Text)).Decided();
}
