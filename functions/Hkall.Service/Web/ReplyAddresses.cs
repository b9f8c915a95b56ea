using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;

namespace Hkall.Service.Web;

/// <summary>The mailbox in which answers to our mails arrive.</summary>
/// <param name="Local">The part before the @; short, since the request's own part is added to it.</param>
public sealed record ReplyMailbox(string Local, string Domain)
{
    /// <summary>The local part of an address has at most 64 characters (RFC 5321, 4.5.3.1.1), and a request's part takes 44.</summary>
    private const int LongestLocal = 20;

    /// <returns>Null if it is no address, or its local part is too long or has a part of its own already.</returns>
    public static ReplyMailbox? TryParse(string? address) =>
        address?.Split('@') is [{ Length: > 0 and <= LongestLocal } local, { Length: > 0 } domain]
        && local.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && Uri.CheckHostName(domain) == UriHostNameType.Dns
            ? new ReplyMailbox(local, domain)
            : null;
}

/// <summary>
/// An address for each request, to which a patron answers our mails about it: the mailbox with the request's id and a signature after a plus
/// (RFC 5233). Mail servers change the case of addresses, so it is read in any. Whoever knows the address can write to it; what they write
/// counts only if the patron's own address sent it.
/// </summary>
/// <param name="mailbox">Null where nobody reads answers: then no mail names an address for them.</param>
public sealed class ReplyAddresses(ReplyMailbox? mailbox, DownloadTokens keys)
{
    private const string Purpose = "reply:";

    /// <summary>64 bits: nobody guesses one in the years of a request, and the address stays short.</summary>
    private const int SignatureBytes = 8;

    public string? For(string requestId) => mailbox is null ? null : $"{mailbox.Local}+{requestId}{Signature(requestId)}@{mailbox.Domain}".ToLowerInvariant();

    /// <returns>The request to which the address belongs; null if it is none of ours.</returns>
    public string? RequestOf(string address)
    {
        var at = address.LastIndexOf('@');
        if (mailbox is null || at < 0 || !address[(at + 1)..].Equals(mailbox.Domain, StringComparison.OrdinalIgnoreCase)
            || !address[..at].StartsWith($"{mailbox.Local}+", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = address[(mailbox.Local.Length + 1)..at].ToUpperInvariant();
        if (token.Length != RequestIds.Length + (2 * SignatureBytes))
        {
            return null;
        }

        var requestId = token[..RequestIds.Length];
        return RequestIds.IsWellFormed(requestId)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature(requestId)), Encoding.UTF8.GetBytes(token[RequestIds.Length..]))
                ? requestId
                : null;
    }

    /// <summary>Whether the address is the mailbox itself or one of its requests: mail from it is our own.</summary>
    public bool IsOurs(string address) =>
        mailbox is not null && address.EndsWith($"@{mailbox.Domain}", StringComparison.OrdinalIgnoreCase)
        && address.Split('@')[0].Split('+')[0].Equals(mailbox.Local, StringComparison.OrdinalIgnoreCase);

    private string Signature(string requestId) => Convert.ToHexString(keys.Sign(Encoding.ASCII.GetBytes($"{Purpose}{requestId}"))[..SignatureBytes]);
}
