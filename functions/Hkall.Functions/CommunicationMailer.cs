using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Notices;

namespace Hkall.Functions;

/// <summary>
/// Mail by Azure Communication Services. It accepts a mail and sends it later; its quota is about a hundred an hour, and it
/// knows a repeated operation id for five minutes. The desk's outbox does the rest: pacing, order, and asking after an
/// answer that was lost.
/// </summary>
public sealed class CommunicationMailer(EmailClient client, string sender) : IMailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The client makes one try: the outbox counts tries and knows when the next may be.</summary>
    public static EmailClientOptions Impatient() => new() { Retry = { MaxRetries = 0, NetworkTimeout = Patience } };

    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        try
        {
            var message = new EmailMessage(sender, mail.To, new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html })
            {
                // Whether a patron opens a mail is theirs to know.
                UserEngagementTrackingDisabled = true,
            };
            await client.SendAsync(WaitUntil.Started, message, OperationId(mail.OperationId), cancellation);
            return new MailResult.Sent();
        }
        catch (ArgumentException unusable)
        {
            return new MailResult.Rejected(unusable.GetType().Name);
        }
        catch (RequestFailedException failed)
        {
            return Read(failed.Status, RetryAfter(failed.GetRawResponse()));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new MailResult.Unknown($"No answer within {Patience.TotalSeconds} s.");
        }
    }

    public async Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation)
    {
        try
        {
            await new EmailSendOperation(OperationId(operationId).ToString(), client).UpdateStatusAsync(cancellation);
            return true;
        }
        catch (RequestFailedException failed)
        {
            // An answer of 200 that throws is an operation that has failed: nothing went out.
            return failed.Status is (int)HttpStatusCode.NotFound or (int)HttpStatusCode.OK ? false : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>What a failed answer means for the mail.</summary>
    internal static MailResult Read(int status, TimeSpan? retryAfter)
    {
        var why = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Communication Services answered {status}.");
        return (HttpStatusCode)status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new MailResult.Later(retryAfter, why),

            // The fault is ours to put right, in the roles or the sender's domain; the mail is none the worse for it.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new MailResult.Later(null, why),

            // An operation of this id is there already, or the answer came too late to tell.
            HttpStatusCode.Conflict or HttpStatusCode.RequestTimeout => new MailResult.Unknown(why),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new MailResult.Rejected(why),
            _ => new MailResult.Unknown(why),
        };
    }

    /// <summary>The id is the outbox key's hash, marked as a UUID of version 8 (RFC 9562), and so the same on every try.</summary>
    internal static Guid OperationId(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"hkall-mail:{key}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private static TimeSpan? RetryAfter(Response? answer) =>
        answer?.Headers.TryGetValue("Retry-After", out var seconds) == true
        && int.TryParse(seconds, System.Globalization.CultureInfo.InvariantCulture, out var wait) && wait > 0
            ? TimeSpan.FromSeconds(wait)
            : null;
}
