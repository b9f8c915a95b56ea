using Hkall.Domain.Supplying;

namespace Hkall.Domain.Escalating;

/// <summary>No library is left within the limits that the patron allowed; we ask the patron whether to go on, and how.</summary>
public sealed record OfferMade(IReadOnlyList<OfferedAlternative> Ways, DateOnly DecideBy) : RequestEvent;

public sealed record OfferReminded : RequestEvent;

/// <summary>The patron allows it. If it leads to the other service, the next event gives the id of the new request.</summary>
public sealed record OfferAccepted(Alternative Way) : RequestEvent;

/// <summary>The patron wants none of the alternatives (<c>by-patron</c>), or did not answer in time (<c>no-answer</c>).</summary>
public sealed record OfferDeclined(string Why) : RequestEvent;

/// <summary>The patron chose the other service: another request, <see cref="By"/>, replaces this one.</summary>
public sealed record RequestReplaced(string By) : RequestEvent;

/// <summary>Staff found another library.</summary>
/// <param name="AwaitsConsent">The patron has not allowed its tier: we ask the patron first.</param>
public sealed record LibraryAdded(RotaEntry Library, bool AwaitsConsent) : RequestEvent;
