using Hkall.Domain.Supplying;

namespace Hkall.Domain.Escalating;

/// <summary>Nobody is left to ask as far as the patron allowed; they are asked whether to go on, and how.</summary>
public sealed record OfferMade(IReadOnlyList<OfferedAlternative> Ways, DateOnly DecideBy) : RequestEvent;

public sealed record OfferReminded : RequestEvent;

/// <summary>The patron allows it. Where it leads to the other service the event that follows says under which id it goes on.</summary>
public sealed record OfferAccepted(Alternative Way) : RequestEvent;

/// <summary>The patron wants none of the ways (<c>by-patron</c>), or said nothing in time (<c>no-answer</c>).</summary>
public sealed record OfferDeclined(string Why) : RequestEvent;

/// <summary>The patron has it the other way instead: another request, <see cref="By"/>, takes this one's place.</summary>
public sealed record RequestReplaced(string By) : RequestEvent;

/// <summary>Staff found another library.</summary>
/// <param name="AwaitsConsent">Its tier is one that the patron has not allowed: they are asked before it is.</param>
public sealed record LibraryAdded(RotaEntry Library, bool AwaitsConsent) : RequestEvent;
