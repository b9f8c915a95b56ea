using System.Security.Cryptography;
using System.Text;
using Hkall.LocalHost.Keeping;
using Hkall.Requests.Placing;

namespace Hkall.LocalHost.Libraries;

/// <summary>The libraries of the bench, under the names of real ones; what they do here is made up.</summary>
public sealed class LibraryList
{
    private const int SecretBytes = 24;

    private readonly IReadOnlyDictionary<string, SimulatedLibrary> _bySymbol;

    /// <summary>The secrets are derived from one seed, made at the first start and kept: they stay the same in a data folder.</summary>
    /// <param name="simulated">With false there is none of them.</param>
    public LibraryList(BenchFolder folder, bool simulated = true)
    {
        All = simulated ? Simulated(folder) : [];
        _bySymbol = All.ToDictionary(library => library.Symbol, StringComparer.Ordinal);
    }

    public IReadOnlyList<SimulatedLibrary> All { get; }

    public SimulatedLibrary? Find(string symbol) => _bySymbol.GetValueOrDefault(symbol);

    private static IReadOnlyList<SimulatedLibrary> Simulated(BenchFolder folder)
    {
        var file = new KeptFile<Kept>(folder, "libraries.json", secret: true);
        var kept = file.Read();
        if (kept is null)
        {
            kept = new Kept(RandomNumberGenerator.GetBytes(SecretBytes));
            file.Write(kept);
        }

        return
        [
            Of(kept, "CUHK", "The Chinese University of Hong Kong", Tier.Hkall),
            Of(kept, "HKU", "The University of Hong Kong", Tier.Hkall),
            Of(kept, "HKUST", "The Hong Kong University of Science and Technology", Tier.Hkall),
            Of(kept, "POLYU", "The Hong Kong Polytechnic University", Tier.Hkall),
            Of(kept, "CITYU", "City University of Hong Kong", Tier.Hkall),
            Of(kept, "HKBU", "Hong Kong Baptist University", Tier.Hkall),
            Of(kept, "EDUHK", "The Education University of Hong Kong", Tier.Hkall),
            Of(kept, "HKMU", "Hong Kong Metropolitan University", Tier.Local),
            Of(kept, "HSUHK", "The Hang Seng University of Hong Kong", Tier.Local),
            Of(kept, "HKPL", "Hong Kong Public Libraries", Tier.Local),
            Of(kept, "SYU", "Hong Kong Shue Yan University", Tier.Local),
            Of(kept, "NUS", "National University of Singapore", Tier.Overseas),
            Of(kept, "BL", "British Library", Tier.Overseas),
            Of(kept, "NLA", "National Library of Australia", Tier.Overseas),
            Of(kept, "TORONTO", "University of Toronto", Tier.Overseas),
        ];
    }

    private static SimulatedLibrary Of(Kept kept, string symbol, string name, Tier tier)
    {
        var agency = tier switch
        {
            Tier.Hkall => $"JULAC:{symbol}",
            Tier.Local or Tier.Overseas => $"SIM:{symbol}",
        };
        var secret = HMACSHA256.HashData(kept.Seed, Encoding.UTF8.GetBytes(symbol))[..SecretBytes];
        return new SimulatedLibrary(symbol, name, agency, tier, $"whsec_{Convert.ToBase64String(secret)}");
    }

    private sealed record Kept(byte[] Seed);
}
