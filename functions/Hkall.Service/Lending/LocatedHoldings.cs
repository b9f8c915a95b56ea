using Hkall.Domain.Lending;
using Hkall.Domain.Placing;
using Hkall.Service.Placing;

namespace Hkall.Service.Lending;

/// <summary>Our holdings as the union catalogue knows them: whether, and no more. Where it stands and whether it is in, staff find out.</summary>
public sealed class LocatedHoldings(ILocator locator) : IOwnHoldings
{
    public async Task<Holding> FindAsync(Item item, CancellationToken cancellation)
    {
        // Without an identifier a catalogue finds other editions, and misses what is spelt otherwise.
        var sure = item is { Isbn: not null } or { Issn: not null } or { Doi: not null } or { OclcNumber: not null };
        return sure ? new Holding(Sure: true, (await locator.LocateAsync(item, cancellation)).HeldHere) : Holding.Unknown;
    }
}
