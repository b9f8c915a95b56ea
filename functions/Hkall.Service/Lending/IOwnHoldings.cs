using Hkall.Domain.Lending;
using Hkall.Domain.Model;

namespace Hkall.Service.Lending;

/// <summary>Our own holdings: whether we have an item, its location, whether it is on the shelf and may be lent.</summary>
public interface IOwnHoldings
{
    /// <returns><see cref="Holding.Unknown"/> if the catalogue cannot say or is out of reach: then staff look.</returns>
    Task<Holding> FindAsync(Item item, CancellationToken cancellation);
}
