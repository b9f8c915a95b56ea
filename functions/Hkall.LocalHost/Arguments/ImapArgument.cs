using Hkall.Service.Replies;
using Hkall.Service.Web;

namespace Hkall.LocalHost.Arguments;

/// <summary>The mailbox of answers as one address: the user is the mailbox, and the sender's server is asked for no verdict.</summary>
internal static class ImapArgument
{
    private const int TlsPort = 993;
    private const int PlainPort = 143;

    /// <returns>Null if it is not an address of a mailbox, or would send the password over a network without TLS.</returns>
    public static InboundMail? TryParse(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Split(':') is [var user, var password]
        && ReplyMailbox.TryParse(Uri.UnescapeDataString(user)) is { } mailbox
        && address.Scheme switch { "imaps" => MailSecurity.Tls, "imap" when address.IsLoopback => MailSecurity.None, _ => (MailSecurity?)null } is { } security
            ? new InboundMail(
                address.Host, address.Port > 0 ? address.Port : security == MailSecurity.Tls ? TlsPort : PlainPort, security,
                Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), mailbox)
            : null;
}
