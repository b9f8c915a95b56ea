using Hkall.Domain.Supplying;

namespace Hkall.Domain.Escalating;

/// <summary>The patron decides about an offer.</summary>
/// <param name="Way">The way they choose; null: none of them.</param>
/// <param name="ReplacedBy">The request placed for the other service, where the way leads there.</param>
public sealed record DecideOffer(Alternative? Way, string? ReplacedBy = null) : RequestCommand;

/// <summary>Staff add a library that no catalogue named.</summary>
public sealed record AddLibrary(RotaEntry Library) : RequestCommand;

/// <summary>Staff have looked everywhere: the request is closed as unfilled.</summary>
public sealed record GiveUpSearch : RequestCommand;
