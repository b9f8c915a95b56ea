using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Notices;

namespace Hkall.Functions.Mailing;

/// <summary>Reads the responses of Communication Services, and derives the operation id of a mail.</summary>
internal static class CommunicationAnswers
{
    /// <summary>Returns the result of a mail from an error status.</summary>
    internal static MailResult Read(int status, TimeSpan? retryAfter)
    {
        var why = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Communication Services answered {status}.");
        return (HttpStatusCode)status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new MailResult.Later(retryAfter, why),

            // The fault is ours, in the roles or in the sender's domain. The mail itself is good.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new MailResult.Later(null, why),

            // An operation with this id exists already, or the response came too late to know.
            HttpStatusCode.Conflict or HttpStatusCode.RequestTimeout => new MailResult.Unknown(why),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new MailResult.Rejected(why),
            _ => new MailResult.Unknown(why),
        };
    }

    /// <summary>
    /// Communication Services has refused mails with 400 that it had sent (Azure/azure-sdk-for-net#50889). So a rejection counts only once it has
    /// said that no mail was sent.
    /// </summary>
    internal static async Task<MailResult> CheckedAsync(MailResult read, Func<Task<bool?>> wasSent) => read is not MailResult.Rejected rejected
        ? read
        : await wasSent() switch
        {
            true => new MailResult.Sent(),
            false => rejected,
            null => new MailResult.Unknown(rejected.Why),
        };

    /// <summary>The id is the hash of the outbox key, marked as a UUID of version 8 (RFC 9562), so every try has the same id.</summary>
    internal static Guid OperationId(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"hkall-mail:{key}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
