using Hkall.Domain.Placing;

namespace Hkall.Service.Partners;

/// <summary>One supply that was measured. The request is told by the end of its id: enough to know a repetition, and nothing of whose it was.</summary>
/// <param name="Request">The last characters of the request's id.</param>
/// <param name="Days">Our working days from asking to having it.</param>
/// <param name="Kept">Whether it came by the latest day that was told when the library was asked.</param>
public sealed record Supply(string Request, int Days, bool Kept);

/// <summary>What was counted of the exchange with one partner: the last of each kind, so that the row stays small and old habits are forgotten.</summary>
public sealed record PartnerFigures
{
    /// <summary>Supplies remembered by service: enough for the tenth that is late to be six.</summary>
    public const int MostSupplies = 60;

    /// <summary>Requests of its that we supplied, remembered.</summary>
    public const int MostLent = 120;

    public IReadOnlyList<Supply> Loans { get; init; } = [];

    public IReadOnlyList<Supply> Copies { get; init; } = [];

    /// <summary>The ends of the ids of what we supplied to it.</summary>
    public IReadOnlyList<string> Lent { get; init; } = [];

    /// <summary>All supplies ever counted, and how many of them came by the day that was told.</summary>
    public int Promised { get; init; }

    public int PromisesKept { get; init; }

    /// <summary>Items it supplied to us less those we supplied to it, of those remembered.</summary>
    public int Balance => Loans.Count + Copies.Count - Lent.Count;

    public IReadOnlyList<Supply> Of(ServiceType service) => service switch
    {
        ServiceType.Loan => Loans,
        ServiceType.Copy => Copies,
    };

    /// <summary>With one supply more; the same where it was counted before.</summary>
    public PartnerFigures With(ServiceType service, Supply supply)
    {
        var before = Of(service);
        if (before.Any(known => known.Request == supply.Request))
        {
            return this;
        }

        IReadOnlyList<Supply> after = [.. before.Skip(Math.Max(0, before.Count + 1 - MostSupplies)), supply];
        var counted = this with { Promised = Promised + 1, PromisesKept = PromisesKept + (supply.Kept ? 1 : 0) };
        return service switch
        {
            ServiceType.Loan => counted with { Loans = after },
            ServiceType.Copy => counted with { Copies = after },
        };
    }

    /// <summary>With one item more that we supplied to it; the same where it was counted before.</summary>
    public PartnerFigures WithLent(string request) => Lent.Contains(request)
        ? this
        : this with { Lent = [.. Lent.Skip(Math.Max(0, Lent.Count + 1 - MostLent)), request] };
}
