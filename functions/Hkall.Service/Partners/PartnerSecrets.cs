using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Partners;

/// <summary>
/// The keys that encrypt partners' secrets in storage: the current one encrypts, either decrypts. There are two while one replaces the
/// other.
/// </summary>
public sealed class PartnerSecretKeys
{
    /// <summary>The setting that holds the current key.</summary>
    public const string Setting = "Service:PartnerSecretsKey";

    /// <summary>The setting that holds the key before it.</summary>
    public const string PreviousSetting = "Service:PartnerSecretsKeyPrevious";

    /// <summary>In bytes: AES-256 can be no stronger than what its key is made of.</summary>
    public const int Shortest = 32;

    public PartnerSecretKeys(byte[] current, byte[]? previous)
    {
        Current = StorageKey.Of(current);
        All = previous is null ? [Current] : [Current, StorageKey.Of(previous)];
    }

    internal StorageKey Current { get; }

    internal IReadOnlyList<StorageKey> All { get; }
}

/// <summary>A key as derived from its setting, with the id by which stored values name it.</summary>
internal sealed record StorageKey(string Id, byte[] Bytes)
{
    private const int KeyBytes = 32;
    private const int IdBytes = 4;

    /// <summary>Derives both from the setting, so that nobody has to number keys, and so that the id tells nothing about the key.</summary>
    public static StorageKey Of(byte[] setting) => new(
        Convert.ToHexStringLower(Derived(setting, IdBytes, "hkall partner secrets: id of the key")),
        Derived(setting, KeyBytes, "hkall partner secrets: key"));

    private static byte[] Derived(byte[] setting, int bytes, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, setting, bytes, salt: null, info: Encoding.ASCII.GetBytes(purpose));
}

/// <summary>
/// Encrypts partners' secrets for their rows and decrypts them, with AES-GCM. A stored secret is <c>sealed:1:</c>, the id of its key, a
/// colon, and nonce, ciphertext and tag in base64url. The partner's symbol is authenticated with it, so a value that is copied to another
/// partner's row does not decrypt. Rows from before hold secrets in clear; they are read as they are.
/// </summary>
public sealed partial class PartnerSecrets(PartnerSecretKeys keys, IRandom random, ILogger<PartnerSecrets> log)
{
    private const string Mark = "sealed:1:";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>The partner as its row holds it.</summary>
    public Partner Seal(Partner partner) => partner with
    {
        Secrets = [.. partner.Secrets.Select(secret => Seal(partner.Symbol, secret)), .. partner.UnreadableSecrets],
        UnreadableSecrets = [],
    };

    /// <summary>The partner from its row. A secret that no key decrypts is set aside: the partner is as if it had none, and nothing is lost.</summary>
    public Partner Open(Partner stored)
    {
        var read = stored.Secrets.Select(value => (Value: value, Secret: Open(stored.Symbol, value))).ToList();
        return stored with
        {
            Secrets = [.. read.Select(one => one.Secret).OfType<string>()],
            UnreadableSecrets = [.. read.Where(one => one.Secret is null).Select(one => one.Value)],
        };
    }

    /// <summary>Whether the current key encrypts every secret that a key here decrypts.</summary>
    public bool IsCurrent(Partner stored) =>
        stored.Secrets.All(value => value.StartsWith($"{Mark}{keys.Current.Id}:", StringComparison.Ordinal) || Open(stored.Symbol, value) is null);

    private static byte[] Bound(string symbol) => Encoding.UTF8.GetBytes($"partner:{symbol}");

    private string Seal(string symbol, string secret)
    {
        var (plain, nonce) = (Encoding.UTF8.GetBytes(secret), random.Bytes(NonceBytes));
        var (cipher, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var aes = new AesGcm(keys.Current.Bytes, TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, Bound(symbol));
        return $"{Mark}{keys.Current.Id}:{Base64Url.EncodeToString([.. nonce, .. cipher, .. tag])}";
    }

    /// <returns>The secret; null if no key decrypts it.</returns>
    private string? Open(string symbol, string value)
    {
        if (!value.StartsWith(Mark, StringComparison.Ordinal))
        {
            return value;
        }

        var rest = value[Mark.Length..].Split(':');
        if (rest is [var id, var content] && keys.All.FirstOrDefault(key => key.Id == id) is { } key && Decrypted(symbol, content, key) is { } secret)
        {
            return secret;
        }

        if (_told.TryAdd(value, true))
        {
            Unreadable(log, symbol, rest[0]);
        }

        return null;
    }

    private static string? Decrypted(string symbol, string content, StorageKey key)
    {
        if (!Base64Url.IsValid(content) || Base64Url.DecodeFromChars(content) is not { Length: > NonceBytes + TagBytes } bytes)
        {
            return null;
        }

        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key.Bytes, TagBytes);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length), plain, Bound(symbol));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    [LoggerMessage(3571, LogLevel.Error, "A secret of {Symbol} cannot be read: it was encrypted under key {KeyId}, or changed in storage")]
    private static partial void Unreadable(ILogger log, string symbol, string keyId);
}
