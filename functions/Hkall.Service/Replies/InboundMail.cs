using Hkall.Service.Web;

namespace Hkall.Service.Replies;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (port 993).</summary>
    Tls,

    /// <summary>TLS by STARTTLS; without it, nothing is read.</summary>
    StartTls,

    /// <summary>None: only for a server on this machine.</summary>
    None,
}

/// <summary>Where answers to our mails arrive, and how they are read there (IMAP).</summary>
/// <param name="Folder">The folder that is read, <c>INBOX</c> as a rule.</param>
/// <param name="AuthServer">
/// The name by which the receiving server signs its verdict on a sender (authserv-id, RFC 8601). Only a sender it vouches for counts as the
/// patron. Null: no verdict is asked for, which is for a bench.
/// </param>
public sealed record InboundMail(
    string Host, int Port, MailSecurity Security, string User, string Password, ReplyMailbox Mailbox, string Folder = "INBOX", string? AuthServer = null)
{
    public override string ToString() => $"{User} at {Host}:{Port}";
}
