using Hkall.Domain.Model;
using Hkall.Service.Partners;
using Hkall.Service.Staff.Documents;

namespace Hkall.LocalHost.Libraries;

/// <summary>A library that the bench simulates. <see cref="Secret"/> signs in both directions and is shown, so that a test can send as the library.</summary>
public sealed record SimulatedLibrary(DirectoryEntry Entry, string Secret)
{
    public string Symbol => Entry.Symbol;

    public string Name => Entry.Name;

    public string AgencyId => Entry.AgencyId;

    public Tier Tier => Entry.Tier;

    /// <summary>The library's entry in the service's directory of partners: at the bench's address, and active.</summary>
    public Partner AsPartner(Uri bench) => (Entry with
    {
        Protocol = Protocol.Callbacks,
        Endpoint = new Uri(bench, $"/bench/libraries/{Symbol}/inbox").ToString(),
        Secrets = [Secret],
        Active = true,
    }).Check(Symbol, before: null, BenchServices.Reach);
}
