using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Notices;

namespace Hkall.Functions.Mailing;

/// <summary>How the answers of Communication Services are read, and the id under which it knows a mail.</summary>
internal static class CommunicationAnswers
{
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
}
