using Hkall.Domain.Model;

namespace Hkall.Domain.Escalating;

/// <summary>The patron decides about an offer.</summary>
/// <param name="Way">The alternative they choose; null: none of them.</param>
/// <param name="ReplacedBy">The request placed for the other service, if the alternative leads there.</param>
public sealed record DecideOffer(Alternative? Way, string? ReplacedBy = null) : RequestCommand;

/// <summary>Staff add a library that no catalogue listed.</summary>
public sealed record AddLibrary(RotaEntry Library) : RequestCommand;

/// <summary>Staff found no other way: the request closes as unfilled.</summary>
public sealed record GiveUpSearch : RequestCommand;
