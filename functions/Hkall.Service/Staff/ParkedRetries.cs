using System.Text;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Partners;
using Hkall.Service.Storage;

namespace Hkall.Service.Staff;

/// <summary>
/// Takes parked messages in again by the way they came: an ISO 18626 message is read again as XML, any other goes back on the queue. A
/// message that is still of no use is parked again.
/// </summary>
public sealed class ParkedRetries(ParkedMessages parked, IMessageQueue queue, IsoMessageHandler iso, PartnerDirectory directory, IRequestScheduler scheduler)
{
    /// <returns>False if the message is not parked.</returns>
    public Task<bool> RetryAsync(string id, CancellationToken cancellation) => parked.RetryAsync(
        id,
        async (message, body) =>
        {
            if (message.Why == ParkedReason.Refused)
            {
                return await ReadAgainAsync(message, body, cancellation);
            }

            await queue.SendAsync(body, cancellation);
            scheduler.MessageQueued();
            return true;
        },
        cancellation);

    /// <returns>False if its library is no longer in the directory, so that the message has no sender.</returns>
    private async Task<bool> ReadAgainAsync(ParkedMessage message, string body, CancellationToken cancellation)
    {
        // Messages parked by version 1.0.0 name their library only in the detail: "HKU: …".
        if ((message.Symbol ?? message.Detail?.Split(':')[0]) is not { } symbol || await directory.FindAsync(symbol, cancellation) is not { } sender)
        {
            return false;
        }

        var xml = Encoding.UTF8.GetBytes(body);
        await iso.TakeAsync(sender, IsoXml.Read(xml), xml, message.MessageId, cancellation);
        return true;
    }
}
