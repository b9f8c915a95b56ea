namespace Hkall.Domain;

/// <summary>The item is back with us and has to go to its lender.</summary>
public sealed record ItemCheckedIn(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with
        {
            Status = RequestStatus.Returning,
            Shelf = null,
            SentBackAt = null,
            Parts = request.Parts is { } parts ? parts with { Back = [] } : null
        };
}

/// <summary>Staff have to review the request, before we ask any library or when none is left; <see cref="Why"/> gives the reason.</summary>
public sealed record SentToReview(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.InReview, Offer = null, Estimate = null };
}
