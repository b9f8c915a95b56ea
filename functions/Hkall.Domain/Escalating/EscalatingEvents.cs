using Hkall.Domain.Model;

namespace Hkall.Domain.Escalating;

/// <summary>No library is left within the limits that the patron allowed; we ask the patron whether to go on, and how.</summary>
public sealed record OfferMade(IReadOnlyList<OfferedAlternative> Ways, DateOnly DecideBy) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.InReview, Offer = new Offer(Ways, DecideBy), Estimate = null };
}

public sealed record OfferReminded : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Offer = request.Offer! with { Reminded = true } };
}

/// <summary>The patron allows it. If it leads to the other service, the next event gives the id of the new request.</summary>
public sealed record OfferAccepted(Alternative Way) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        Way.LeadsToTier() is { } tier ? Reaching(request, tier) with { Offer = null } : request with { Offer = null };

    /// <summary>The patron allows another tier: its libraries move from the reserve to the end of the rota.</summary>
    private static PatronRequest Reaching(PatronRequest request, Tier tier) => request with
    {
        AcceptTiers = [.. (request.AcceptTiers ?? []).Union([tier]).Order()],
        Rota = [.. request.Rota, .. request.Reserve.Where(entry => entry.Tier == tier)],
        Reserve = [.. request.Reserve.Where(entry => entry.Tier != tier)],
    };
}

/// <summary>The patron wants none of the alternatives (<c>by-patron</c>), or did not answer in time (<c>no-answer</c>).</summary>
public sealed record OfferDeclined(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { NotWanted = [.. request.NotWanted.Union(request.Offer!.Ways.Select(offered => offered.Way))], Offer = null };
}

/// <summary>The patron chose the other service: another request, <see cref="By"/>, replaces this one.</summary>
public sealed record RequestReplaced([Id] string By) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Cancelled, ClosedWhy = ReasonCode.Replaced, ReplacedBy = By };
}

/// <summary>Staff found another library.</summary>
/// <param name="AwaitsConsent">The patron has not allowed its tier: we ask the patron first.</param>
public sealed record LibraryAdded(RotaEntry Library, bool AwaitsConsent) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => AwaitsConsent
        ? request with { Reserve = [.. request.Reserve, Library], NotWanted = [.. request.NotWanted.Where(way => way != Alternatives.To(Library.Tier))] }
        : request with { Rota = [.. request.Rota, Library] };
}

/// <summary>No library is left to ask.</summary>
public sealed record RotaExhausted : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Unfilled, ClosedWhy = ReasonCode.NoLibraryLeft, Estimate = null };
}
