using Hkall.Requests.Placing;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>A library the bench plays. <see cref="Secret"/> signs in both directions and is shown, so that a test can speak as the library.</summary>
public sealed record SimulatedLibrary(string Symbol, string Name, string AgencyId, Tier Tier, string Secret)
{
    /// <summary>The library as the desk's directory of partners knows it.</summary>
    public Partner AsPartner(Uri bench) => new()
    {
        Symbol = Symbol,
        Name = Name,
        Tier = Tier,
        AgencyId = AgencyId,
        Endpoint = new Uri(bench, $"/bench/libraries/{Symbol}/inbox"),
        Secrets = [Secret],
    };
}
