using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Locating;

namespace Hkall.Service.Lending;

/// <summary>Our holdings from the union catalogue: only whether we have the item. Staff find out its location and whether it is on the shelf.</summary>
public sealed class LocatedHoldings(ILocator locator) : IOwnHoldings
{
    public async Task<Holding> FindAsync(Item item, CancellationToken cancellation)
    {
        // Without an identifier a catalogue finds other editions, and misses other spellings.
        var sure = item is { Isbn: not null } or { Issn: not null } or { Doi: not null } or { OclcNumber: not null };
        return sure ? new Holding(Sure: true, (await locator.LocateAsync(item, cancellation)).HeldHere) : Holding.Unknown;
    }
}
