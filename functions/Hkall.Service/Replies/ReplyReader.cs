using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Replies;

/// <summary>Reads the answers of patrons to our mails.</summary>
public interface IReplies
{
    /// <summary>Whether there is a mailbox to read.</summary>
    bool IsOn { get; }

    /// <returns>How many mails it dealt with.</returns>
    Task<int> RunAsync(CancellationToken cancellation);
}

/// <summary>
/// Takes each answer into its request as a message to staff, by the same rule as the form on the request's page. The same mail is taken once,
/// however often it is read. A mail server that is away stops nothing else: its mails wait there.
/// </summary>
public sealed partial class ReplyReader(
    InboundMail settings, IReplyMailbox mailbox, ReplyAddresses addresses, People people, RequestStore<PatronRequest, RequestEvent> store,
    PatronRequestProcessor processor, IMailer mailer, PublicAddress address, OwnLibrary own,
    ILogger<ReplyReader> log) : IReplies
{
    /// <summary>The most mails of one run: some minutes of a busy day.</summary>
    private const int Most = 100;

    /// <summary>Bytes of a hash that are kept of a mail's id.</summary>
    private const int HashBytes = 12;

    public bool IsOn => true;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await mailbox.EachNewAsync(Most, TakeAsync, cancellation);
        }
        catch (Exception away) when (away is IOException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or AuthenticationException or SslHandshakeException or ImapCommandException or System.Net.Sockets.SocketException or TimeoutException)
        {
            Away(log, settings.ToString(), away);
            return 0;
        }
    }

    private async Task<bool> TakeAsync(IncomingMail mail, CancellationToken cancellation)
    {
        var fault = await FaultOfAsync(mail, cancellation);
        HkallMetrics.Replied(fault is { } why ? Names.Of(why) : "taken");
        if (fault is { } left)
        {
            NotTaken(log, left);
        }

        return fault is null;
    }

    private async Task<ReplyFault?> FaultOfAsync(IncomingMail mail, CancellationToken cancellation)
    {
        if (mail.Message is not { } message)
        {
            return ReplyFault.Unreadable;
        }

        var (reply, unread) = Reply.Read(message, addresses, settings.AuthServer);
        if (reply is null)
        {
            return unread;
        }

        if (await store.ReadAsync(reply.RequestId, cancellation) is not { } stored
            || await people.FindAsync(stored.Request.PatronId, cancellation) is not { } patron
            || !string.Equals(patron.Person.Email, reply.From, StringComparison.OrdinalIgnoreCase))
        {
            return ReplyFault.AnotherSender;
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reply.Id)).AsSpan(0, HashBytes));
        var language = NoticeLanguages.Of(patron.Reader.Language);
        if (reply.Words.Length == 0)
        {
            await TellAsync(reply, patron.Reader, key, [language.Say("There was no text in your email, so nothing reached Library staff."), Elsewhere(language)], cancellation);
            return ReplyFault.NoWords;
        }

        var form = new OwnMessageForm { Message = reply.Words };
        var outcome = await processor.HandleAsync(
            reply.RequestId, form.Check(), Actor.Patron, cancellation, terms: new OrderTerms(OrderId: $"mail:{key}").For("messages", form));
        if (outcome is not Done<PatronRequest>)
        {
            var why = outcome is CommandRefused<PatronRequest> refused ? WordsOf(refused, language) : language.Say("Your message could not be taken.");
            await TellAsync(reply, patron.Reader, key, [why, Elsewhere(language)], cancellation);
            return ReplyFault.Refused;
        }

        if (reply.Files > 0)
        {
            await TellAsync(
                reply, patron.Reader, key,
                [language.Say("Your message has reached Library staff. The files in your email were not taken."), Elsewhere(language)], cancellation);
        }

        return null;
    }

    /// <summary>The rules say it in English with the figures of the case; the other languages by the refusal's name alone.</summary>
    private static string WordsOf(CommandRefused<PatronRequest> refused, NoticeLanguage language) =>
        language == NoticeLanguage.English ? refused.Reason : language.FindNamed("refusal", Names.Of(refused.Refusal)) ?? refused.Reason;

    private static string Elsewhere(NoticeLanguage language) => language.Say("Please write to us on the page of your request, or ask at the Service Counter.");

    private async Task TellAsync(Reply reply, Person reader, string key, IReadOnlyList<string> sentences, CancellationToken cancellation)
    {
        var operation = $"reply-{key}";
        if (await mailer.WasSentAsync(operation, cancellation) is not true)
        {
            await mailer.SendAsync(ReplyLetter.Of(reply.RequestId, reader, operation, sentences, address, own), cancellation);
        }
    }

    [LoggerMessage(3391, LogLevel.Warning, "The mailbox of {Mailbox} could not be read; answers wait there")]
    private static partial void Away(ILogger log, string mailbox, Exception failure);

    [LoggerMessage(3392, LogLevel.Information, "A mail in the mailbox of answers was not taken: {Why}")]
    private static partial void NotTaken(ILogger log, ReplyFault why);
}
