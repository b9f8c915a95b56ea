using Hkall.Domain.Downloading;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Supplying;

public sealed record SupplierAsked(string Symbol, Estimate Estimate) : RequestEvent;

public sealed record SupplierPromised(string Symbol, Estimate Estimate) : RequestEvent;

/// <summary>The library said no, did not answer, broke its promise or was passed over by staff; <see cref="Why"/> says which.</summary>
public sealed record SupplierPassedOver(string Symbol, string Why) : RequestEvent;

/// <summary>The library expects to supply, but makes no promise.</summary>
public sealed record SupplierExpects(string Symbol) : RequestEvent;

/// <summary>We will ask the library again on that day.</summary>
public sealed record RetryPlanned(string Symbol, DateOnly On, string Why) : RequestEvent;

/// <summary>We asked the library again, on the terms it had named.</summary>
public sealed record RetryAsked(string Symbol) : RequestEvent;

/// <summary>No library is left to ask.</summary>
public sealed record RotaExhausted : RequestEvent;

/// <summary>The library shipped the item. If the patron has cancelled meanwhile, it goes straight back (<see cref="Unwanted"/>).</summary>
public sealed record ItemShipped(string Symbol, DateOnly? LenderDueOn, bool LibraryUseOnly, bool Unwanted) : RequestEvent;

public sealed record ScanSupplied(string Symbol, Scan Scan, int Allowed, DateOnly Until) : RequestEvent;
