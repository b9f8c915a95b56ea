using System.Security.Cryptography;
using System.Text;
using Hkall.LocalHost.Catalogue;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Staff.Documents;

namespace Hkall.LocalHost.Libraries;

/// <summary>The libraries of the bench. They have the names of real libraries; their behaviour here is invented.</summary>
public sealed class LibraryList
{
    private const int SecretBytes = 24;

    private readonly IReadOnlyDictionary<string, SimulatedLibrary> _bySymbol;

    /// <summary>Derives the secrets from one seed, which is created at the first start and saved: they stay the same in a data folder.</summary>
    /// <param name="simulated">False leaves the list empty.</param>
    public LibraryList(BenchFolder folder, bool simulated = true)
    {
        (All, AreSecretsNew) = simulated ? Simulated(folder) : ([], false);
        _bySymbol = All.ToDictionary(library => library.Symbol, StringComparer.Ordinal);
    }

    public IReadOnlyList<SimulatedLibrary> All { get; }

    /// <summary>Whether this start created the seed of the secrets; earlier secrets are then invalid.</summary>
    public bool AreSecretsNew { get; }

    public SimulatedLibrary? Find(string symbol) => _bySymbol.GetValueOrDefault(symbol);

    private static (IReadOnlyList<SimulatedLibrary> All, bool AreSecretsNew) Simulated(BenchFolder folder)
    {
        var file = new KeptFile<Kept>(folder, "libraries.json", secret: true);
        var before = file.Read();
        var kept = before ?? new Kept(RandomNumberGenerator.GetBytes(SecretBytes));
        if (before is null)
        {
            file.Write(kept);
        }

        // The document also has our own library, since it is a member of HKALL; it does not lend to itself.
        return (
            [.. SeedPartners.Read()
                .Where(entry => SeedPartners.HasSystem(entry) && entry.Symbol != SampleCatalogue.OurSymbol).Select(entry => Of(kept, entry))],
                before is null);
    }

    private static SimulatedLibrary Of(Kept kept, DirectoryEntry entry)
    {
        var secret = HMACSHA256.HashData(kept.Seed, Encoding.UTF8.GetBytes(entry.Symbol))[..SecretBytes];
        return new SimulatedLibrary(entry, $"whsec_{Convert.ToBase64String(secret)}");
    }

    private sealed record Kept(byte[] Seed);
}
