using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Locating;

namespace Hkall.Service.Lending;

/// <summary>
/// Our holdings from the catalogues: whether we have the item, and the call number, the place and whether a copy is in, where our own says so.
/// What it does not say, staff find out.
/// </summary>
public sealed class LocatedHoldings(ILocator locator) : IOwnHoldings
{
    public async Task<Holding> FindAsync(Item item, CancellationToken cancellation)
    {
        // Without an identifier a catalogue finds other editions, and misses other spellings.
        var sure = item is { Isbn: not null } or { Issn: not null } or { Doi: not null } or { OclcNumber: not null };
        if (!sure)
        {
            return Holding.Unknown;
        }

        var found = await locator.LocateAsync(item, cancellation);
        var copies = found.Own.Where(copy => copy.Address is null).ToList();
        return new Holding(
            Sure: true,
            found.HeldHere,
            copies.FirstOrDefault()?.CallNumber,
            copies.FirstOrDefault()?.Location,
            Available: copies.Count == 0 || copies.Any(copy => copy.Available != false));
    }
}
