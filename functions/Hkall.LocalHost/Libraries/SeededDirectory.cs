using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// Puts the libraries of the bench into the desk's directory. What is there already was perhaps changed by staff, and stays: of it
/// only that follows the bench without which nobody could be reached, the address at which it listens and the secrets of a new folder.
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
        await directory.PutAsync([.. seeds.Select(seed => known.GetValueOrDefault(seed.Symbol) is { } kept ? Following(kept, seed) : seed).OfType<Partner>()], cancellation);
    }

    /// <summary>Null where the entry is right as it is.</summary>
    private Partner? Following(Partner kept, Partner seed)
    {
        var follows = kept with
        {
            Endpoint = IsAtABench(kept, seed) ? seed.Endpoint : kept.Endpoint,
            Secrets = libraries.AreSecretsNew && seed.Secrets.Count > 0 && !kept.Secrets.SequenceEqual(seed.Secrets) ? seed.Secrets : kept.Secrets,
        };
        return follows == kept ? null : follows;
    }

    /// <summary>Whether it is the address of a bench that listened elsewhere; one that staff gave it leads to something else.</summary>
    private static bool IsAtABench(Partner kept, Partner seed) =>
        kept.Endpoint is { IsLoopback: true } before && seed.Endpoint is { } now && before.AbsolutePath == now.AbsolutePath;
}
