using System.Net;
using Azure;
using Azure.Communication.Email;
using Azure.Core;
using Hkall.Functions.Settings;
using Hkall.Service.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Functions.Mailing;

/// <summary>
/// Sends mail by Azure Communication Services. It accepts a mail and sends it later. Its quota is about a hundred an hour, and it
/// recognises a repeated operation id for five minutes. Our outbox does the rest: pacing, order, and checking a mail whose
/// response was lost.
/// </summary>
public sealed class CommunicationMailer(EmailClient client, string sender) : IMailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static CommunicationMailer At(Uri endpoint, string sender, TokenCredential identity) =>
        new(new EmailClient(endpoint, identity, Impatient()), sender);

    /// <summary>The client tries once only: the outbox counts the tries and decides when the next one is.</summary>
    private static EmailClientOptions Impatient() => new() { Retry = { MaxRetries = 0, NetworkTimeout = Patience } };

    public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        try
        {
            var message = new EmailMessage(sender, mail.To, new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html })
            {
                // Whether a patron opens a mail is private.
                UserEngagementTrackingDisabled = true,
            };
            if (mail.ReplyTo is { } answers)
            {
                message.ReplyTo.Add(new EmailAddress(answers));
            }

            if (mail.Attachment is { } attached)
            {
                message.Attachments.Add(new EmailAttachment(attached.Name, attached.ContentType, BinaryData.FromString(attached.Content)));
            }

            await client.SendAsync(WaitUntil.Started, message, CommunicationAnswers.OperationId(mail.OperationId), cancellation);
            return new MailResult.Sent();
        }
        catch (ArgumentException unusable)
        {
            return new MailResult.Rejected(unusable.GetType().Name);
        }
        catch (RequestFailedException failed)
        {
            return await CommunicationAnswers.CheckedAsync(
                CommunicationAnswers.Read(failed.Status, RetryAfter(failed.GetRawResponse())), () => WasSentAsync(mail.OperationId, cancellation));
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
            await new EmailSendOperation(CommunicationAnswers.OperationId(operationId).ToString(), client).UpdateStatusAsync(cancellation);
            return true;
        }
        catch (RequestFailedException failed)
        {
            // A 200 that throws is an operation that failed: no mail was sent.
            return failed.Status is (int)HttpStatusCode.NotFound or (int)HttpStatusCode.OK ? false : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(Response? answer) =>
        answer?.Headers.TryGetValue("Retry-After", out var seconds) == true
        && int.TryParse(seconds, System.Globalization.CultureInfo.InvariantCulture, out var wait) && wait > 0
            ? TimeSpan.FromSeconds(wait)
            : null;
}

/// <summary>Registers the mailer. It is in this file so that no other file names a type of Communication Services.</summary>
public static class CommunicationMail
{
    public static void AddCommunicationMail(this IServiceCollection services, AppSettings settings, TokenCredential identity) =>
        services.AddSingleton<IMailer>(CommunicationMailer.At(settings.MailEndpoint, settings.MailSender, identity));
}
