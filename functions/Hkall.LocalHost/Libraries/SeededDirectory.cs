using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// Adds the bench's libraries to the service's directory. Staff may have changed an existing entry, so it stays. Only the address
/// of the bench and the secrets of a new folder are updated in it, because without them no library could be reached.
/// </summary>
public sealed class SeededDirectory(PartnerDirectory directory, LibraryList libraries, LibrarySpeech speech, BenchAddress address)
{
    public async Task PutAsync(CancellationToken cancellation)
    {
        if (libraries.All.Count == 0)
        {
            return;
        }

        var known = (await directory.ReadAgainAsync(cancellation)).Partners;
        var seeds = libraries.All.Select(library => speech.AsPartner(library, address.Url)).Concat(SeedPartners.WrittenToByMail());
        await directory.PutAsync(
            [.. seeds.Select(seed => known.GetValueOrDefault(seed.Symbol) is { } kept ? Following(kept, seed) : seed).OfType<Partner>()], cancellation);
    }

    /// <summary>The updated entry; null where the entry is right as it is.</summary>
    private Partner? Following(Partner kept, Partner seed)
    {
        var anew = libraries.AreSecretsNew && seed.Secrets.Count > 0 && !kept.Secrets.SequenceEqual(seed.Secrets);
        var follows = kept with
        {
            Endpoint = IsAtABench(kept, seed) ? seed.Endpoint : kept.Endpoint,
            Secrets = anew ? seed.Secrets : kept.Secrets,
            UnreadableSecrets = anew ? [] : kept.UnreadableSecrets,
        };
        return follows == kept ? null : follows;
    }

    /// <summary>Whether the address belongs to a bench that listened elsewhere; an address set by staff has another path.</summary>
    private static bool IsAtABench(Partner kept, Partner seed) =>
        kept.Endpoint is { IsLoopback: true } before && seed.Endpoint is { } now && before.AbsolutePath == now.AbsolutePath;
}
