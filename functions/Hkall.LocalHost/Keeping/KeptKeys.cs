using System.Security.Cryptography;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Keeping;

/// <summary>The bench's own keys. Each is created at the first start and saved, so that what it signed or encrypted stays valid after a restart.</summary>
public static class KeptKeys
{
    private const int KeyBytes = 32;

    /// <summary>Without a folder several benches of one process may share their rows, so they share the key that encrypts in them.</summary>
    private static readonly byte[] OfThisProcess = RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>Signs the links in mails.</summary>
    public static byte[] OfDownloads(BenchFolder folder) => Read(folder, "download-key.json", () => RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Encrypts partners' secrets in storage.</summary>
    public static PartnerSecretKeys OfPartnerSecrets(BenchFolder folder) => new(Read(folder, "partner-secrets-key.json", () => OfThisProcess), null);

    private static byte[] Read(BenchFolder folder, string name, Func<byte[]> make)
    {
        var file = new KeptFile<Kept>(folder, name, secret: true);
        if (file.Read() is { } kept)
        {
            return kept.Key;
        }

        var made = new Kept(make());
        file.Write(made);
        return made.Key;
    }

    private sealed record Kept(byte[] Key);
}
