using Hkall.Domain.Placing;
using Hkall.Service.Partners;
using Hkall.Service.Staff.Documents;

namespace Hkall.LocalHost.Libraries;

/// <summary>A library the bench plays. <see cref="Secret"/> signs in both directions and is shown, so that a test can speak as the library.</summary>
public sealed record SimulatedLibrary(DirectoryEntry Entry, string Secret)
{
    public string Symbol => Entry.Symbol;

    public string Name => Entry.Name;

    public string AgencyId => Entry.AgencyId;

    public Tier Tier => Entry.Tier;

    /// <summary>The library as the desk's directory of partners knows it: at the bench's address, and at work.</summary>
    public Partner AsPartner(Uri bench) => (Entry with
    {
        Protocol = Protocol.Callbacks,
        Endpoint = new Uri(bench, $"/bench/libraries/{Symbol}/inbox").ToString(),
        Secrets = [Secret],
        Active = true,
    }).Check(Symbol, before: null);
}
