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

/// <summary>Staff have to look at the request as it stands; <see cref="Why"/> gives the reason. It holds until the status changes.</summary>
public sealed record StaffAlerted(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Alert = Why };
}

/// <summary>Staff have to review the request, before we ask any library or when none is left; <see cref="Why"/> gives the reason.</summary>
public sealed record SentToReview(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.InReview, Offer = null, Estimate = null };
}
