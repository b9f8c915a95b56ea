using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Partners;

namespace Hkall.Service.Locating;

/// <summary>
/// The locator when there is no catalogue: any partner library may hold the item, so the service asks one after another until
/// one supplies it. It does not know our own holdings either.
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
