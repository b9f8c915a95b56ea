using Hkall.Domain.Lending;
using Hkall.Domain.Placing;

namespace Hkall.Service.Lending;

/// <summary>Our own shelves: whether we hold an item, where it stands, whether it is in and may leave the house.</summary>
public interface IOwnHoldings
{
    /// <returns><see cref="Holding.Unknown"/> where the catalogue cannot say or cannot be reached: then staff look.</returns>
    Task<Holding> FindAsync(Item item, CancellationToken cancellation);
}
