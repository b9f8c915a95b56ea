using Hkall.Requests.Placing;
using Hkall.Service.Placing;

namespace Hkall.Service.Partners;

/// <summary>
/// Where no union catalogue can be asked: any partner library may hold the item, so each is asked in its turn until one does.
/// What our own library holds is not known either.
/// </summary>
public sealed class WholeDirectory(PartnerDirectory directory) : ILocator
{
    public async Task<Holdings> LocateAsync(Item item, CancellationToken cancellation) =>
        new(HeldHere: false, [.. (await directory.AllAsync(cancellation)).Keys.Order(StringComparer.Ordinal)]);
}
