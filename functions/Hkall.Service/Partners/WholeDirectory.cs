using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;
using Hkall.Service.Placing;

namespace Hkall.Service.Partners;

/// <summary>
/// Where no catalogue can be asked: any partner library may hold the item, so each is asked in its turn until one does. What
/// our own library holds is not known either.
/// </summary>
public sealed class WholeDirectory(PartnerDirectory directory) : ILocator
{
    public async Task<Holdings> LocateAsync(Item item, CancellationToken cancellation)
    {
        string[] symbols = [.. (await directory.AllAsync(cancellation)).Keys.Order(StringComparer.Ordinal)];
        return new Holdings(HeldHere: false, symbols)
        {
            Known = symbols.ToDictionary(symbol => symbol, _ => new KnownHolding(Certainty.Unknown, null)),
            Found = "No catalogue is set up: any library may have it.",
        };
    }
}
