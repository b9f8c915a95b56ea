using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hkall.Service.Partners;

/// <summary>
/// Signatures as in Standard Webhooks 1.0: HMAC-SHA256 over <c>id.timestamp.body</c>, base64, marked <c>v1,</c>. Our own version <c>v1p,</c>
/// signs where the content goes as well: <c>id.timestamp.METHOD.path.hash</c>, with the SHA-256 of the content in lower-case hexadecimal. The
/// header may hold both; a receiver skips versions that it does not know.
/// </summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How far the sender's clock may differ, and how long a recorded message can be replayed (the standard's own figure).</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";
    private const string BoundVersion = "v1p,";

    /// <summary>A hash of 32 bytes in base64.</summary>
    private const int HashCharacters = 44;

    /// <summary>The most signatures read in one header: one for each secret in use, and a few to spare.</summary>
    private const int MostSignatures = 10;

    /// <summary>The value of the signature header.</summary>
    public static string Sign(string secret, string id, long timestamp, ReadOnlySpan<byte> body) =>
        Version + Convert.ToBase64String(Hash(secret, id, timestamp, body));

    /// <summary>The value of the signature header for a signature that is bound to the call.</summary>
    public static string SignBound(string secret, string id, long timestamp, string method, string path, string sha256) =>
        BoundVersion + Convert.ToBase64String(Hash(secret, id, timestamp, Call(method, path, sha256)));

    /// <summary>Whether a signature that is bound to the call matches any of the secrets and the time is within <see cref="Tolerance"/>.</summary>
    /// <param name="sha256">The hash of the content, in lower-case hexadecimal.</param>
    public static bool VerifyBound(
        IEnumerable<string> secrets, string? id, string? timestamp, string? signatures, string method, string path, string sha256, DateTimeOffset now)
    {
        using var call = new MemoryStream(Call(method, path, sha256), writable: false);
        return Verify(secrets, id, timestamp, Given(signatures, BoundVersion), call, now);
    }

    /// <summary>Whether any of the (space-separated) signatures matches any of the secrets and the time is within <see cref="Tolerance"/>.</summary>
    public static bool Verify(IEnumerable<string> secrets, string? id, string? timestamp, string? signatures, byte[] body, DateTimeOffset now)
    {
        using var stream = new MemoryStream(body, writable: false);
        return Verify(secrets, id, timestamp, signatures, stream, now);
    }

    /// <summary>The same for a body that can be read from its start once per secret.</summary>
    public static bool Verify(IEnumerable<string> secrets, string? id, string? timestamp, string? signatures, Stream body, DateTimeOffset now) =>
        Verify(secrets, id, timestamp, Given(signatures, Version), body, now);

    private static bool Verify(IEnumerable<string> secrets, string? id, string? timestamp, List<byte[]> given, Stream body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || Time(timestamp, now) is not { } seconds || given.Count == 0)
        {
            return false;
        }

        var fits = false;
        foreach (var secret in secrets)
        {
            body.Position = 0;
            var expected = Encoding.ASCII.GetBytes(Convert.ToBase64String(Hash(secret, id, seconds, body)));

            // Every pair is compared in constant time, even after a match, so that timing reveals nothing.
            foreach (var signature in given)
            {
                fits |= CryptographicOperations.FixedTimeEquals(signature, expected);
            }
        }

        return fits;
    }

    /// <summary>
    /// Whether the headers could belong to a message signed now. This check needs no body, so a large body from a sender without a
    /// signature is not even read.
    /// </summary>
    public static bool MayFit(string? id, string? timestamp, string? signatures, DateTimeOffset now) =>
        !string.IsNullOrEmpty(id) && Time(timestamp, now) is not null
        && (Given(signatures, Version).Count > 0 || Given(signatures, BoundVersion).Count > 0);

    private static long? Time(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) <= (decimal)Tolerance.TotalSeconds
            ? seconds
            : null;

    /// <summary>The well-formed signatures of one version.</summary>
    private static List<byte[]> Given(string? signatures, string version) =>
    [
        .. (signatures ?? string.Empty).Split(' ', MostSignatures, StringSplitOptions.RemoveEmptyEntries)
            .Where(signature => signature.Length == version.Length + HashCharacters && signature.StartsWith(version, StringComparison.Ordinal))
            .Select(signature => Encoding.ASCII.GetBytes(signature[version.Length..])),
    ];

    private static byte[] Call(string method, string path, string sha256) => Encoding.UTF8.GetBytes($"{method}.{path}.{sha256}");

    private static byte[] Hash(string secret, string id, long timestamp, Stream body)
    {
        using var hmac = Begin(secret, id, timestamp);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = body.Read(buffer)) > 0)
        {
            hmac.AppendData(buffer.AsSpan(0, read));
        }

        return hmac.GetHashAndReset();
    }

    private static byte[] Hash(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = Begin(secret, id, timestamp);
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }

    private static IncrementalHash Begin(string secret, string id, long timestamp)
    {
        var key = Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);
        var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        return hmac;
    }
}
