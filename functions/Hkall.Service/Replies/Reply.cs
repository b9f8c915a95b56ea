using Hkall.Service.Web;
using MimeKit;

namespace Hkall.Service.Replies;

/// <summary>An answer to one of our mails, as far as the mail itself shows it. Whether its sender is the patron is seen later.</summary>
/// <param name="Id">The id that its sender's program gave it: the same mail has the same one when it is read again.</param>
/// <param name="Files">How many files came with it.</param>
internal sealed record Reply(string RequestId, string Id, string From, string Words, int Files)
{
    /// <summary>What is read of a mail's recipients and ids; no mail of a person has more.</summary>
    private const int MostRecipients = 100;

    private const int LongestId = 500;

    private static readonly string[] Envelope = ["Delivered-To", "X-Original-To", "Envelope-To"];

    private static readonly string[] Precedences = ["bulk", "junk", "list", "auto_reply"];

    /// <returns>The answer; or why the mail is none.</returns>
    public static (Reply? Reply, ReplyFault? Fault) Read(MimeMessage message, ReplyAddresses addresses, string? authServer)
    {
        if (Recipients(message).Select(addresses.RequestOf).FirstOrDefault(request => request is not null) is not { } requestId)
        {
            return (null, ReplyFault.NoRequest);
        }

        // A machine is never answered and never believed: two machines would write to each other for ever.
        if (IsAutomatic(message))
        {
            return (null, ReplyFault.Automatic);
        }

        if (message.From.Mailboxes.Take(2).ToList() is not [var from])
        {
            return (null, ReplyFault.AnotherSender);
        }

        if (addresses.IsOurs(from.Address))
        {
            return (null, ReplyFault.Own);
        }

        if (authServer is not null && !SenderCheck.IsVouchedFor(message, from, authServer))
        {
            return (null, ReplyFault.NotVouchedFor);
        }

        var id = message.MessageId is { Length: > 0 and <= LongestId } named ? named : $"{from.Address} {message.Date:O}";
        return (new Reply(requestId, id, from.Address, ReplyWords.Of(message, Limits.Note), message.Attachments.Count()), null);
    }

    private static IEnumerable<string> Recipients(MimeMessage message) =>
        message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(mailbox => mailbox.Address)
            .Concat(message.Headers.Where(header => Envelope.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
                .Select(header => header.Value.Trim(' ', '<', '>')))
            .Take(MostRecipients);

    /// <summary>RFC 3834 and what programs write beside it; the sender of a bounce is empty (RFC 5321, 4.5.5).</summary>
    private static bool IsAutomatic(MimeMessage message) =>
        message.Headers[HeaderId.AutoSubmitted] is { } submitted && !submitted.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || (message.Headers[HeaderId.Precedence] is { } precedence && Precedences.Contains(precedence.Trim(), StringComparer.OrdinalIgnoreCase))
        || message.Headers["X-Autoreply"] is not null || message.Headers["X-Autorespond"] is not null
        || message.Headers[HeaderId.ListId] is not null
        || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
        || message.Body is MultipartReport;
}
