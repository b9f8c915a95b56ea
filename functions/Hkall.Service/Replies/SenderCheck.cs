using MimeKit;
using MimeKit.Cryptography;

namespace Hkall.Service.Replies;

/// <summary>Whether the server that received a mail vouches for its sender (RFC 8601).</summary>
internal static class SenderCheck
{
    /// <summary>
    /// Only the verdicts of our own server count, and of these the topmost: a server adds its verdict above what came with the mail, and takes
    /// away verdicts that were forged in its name. DMARC is enough; else a signature (DKIM) or the sending server (SPF) of the sender's own domain.
    /// </summary>
    /// <param name="authServer">The name of our server in its verdicts.</param>
    public static bool IsVouchedFor(MimeMessage message, MailboxAddress from, string authServer) =>
        message.Headers
            .Where(header => header.Id == HeaderId.AuthenticationResults)
            .Select(header => AuthenticationResults.TryParse(header.RawValue, out var verdict) ? verdict : null)
            .FirstOrDefault(verdict => string.Equals(verdict?.AuthenticationServiceIdentifier, authServer, StringComparison.OrdinalIgnoreCase)) is { } ours
        && ours.Results.Any(result => string.Equals(result.Result, "pass", StringComparison.OrdinalIgnoreCase) && IsOf(result, from.Domain));

    private static bool IsOf(AuthenticationMethodResult result, string domain) => result.Method.ToUpperInvariant() switch
    {
        "DMARC" => Value(result, "header", "from") is not { } named || named.Equals(domain, StringComparison.OrdinalIgnoreCase),
        "DKIM" => Aligned(Value(result, "header", "d") ?? Value(result, "header", "i"), domain),
        "SPF" => Aligned(Value(result, "smtp", "mailfrom"), domain),
        _ => false,
    };

    private static string? Value(AuthenticationMethodResult result, string type, string property) => result.Properties.FirstOrDefault(
        one => one.PropertyType.Equals(type, StringComparison.OrdinalIgnoreCase) && one.Property.Equals(property, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The same domain, or one that it belongs to. A domain without a dot is the whole world below it.</summary>
    private static bool Aligned(string? named, string domain) =>
        named?[(named.LastIndexOf('@') + 1)..] is { } signing && signing.Contains('.', StringComparison.Ordinal)
        && (domain.Equals(signing, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{signing}", StringComparison.OrdinalIgnoreCase));
}
