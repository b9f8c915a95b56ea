using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Partners;
using Hkall.Service.Policies;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>
/// Receives ISO 18626 messages: puts a partner's message on the partner queue and only then confirms it. A faulty message is
/// reported to its sender and parked where staff see it, so that nothing a partner sent us is lost.
/// </summary>
public sealed class IsoMessageHandler(
    Envelopes envelopes, RequestStore<LendingRequest, LendingEvent> lendings, ParkedMessages parked, ParkedShares shares, SpokenVersions versions,
    OwnLibrary own, RuleBook book, IRequestScheduler scheduler, TimeProvider clock)
{
    /// <param name="messageId">The id it was signed with; null if it was not signed.</param>
    /// <returns>The confirmation, in the sender's version.</returns>
    public async Task<byte[]> TakeAsync(Partner sender, ReadMessage read, byte[] body, string? messageId, CancellationToken cancellation)
    {
        var received = clock.GetUtcNow();
        if (read.Version is { } spoken)
        {
            await versions.RememberAsync(sender, spoken, cancellation);
        }

        var faults = read.Faults.Count > 0 ? read.Faults : await HearAsync(sender, read.Message!, Id(messageId, body), received, cancellation);
        if (faults.Count > 0)
        {
            await parked.ParkAsync(
                Encoding.UTF8.GetString(body),
                ParkedReason.Refused,
                $"{sender.Symbol}: {string.Join("; ", faults.Select(fault => $"{fault.Type} {fault.Value}".TrimEnd()))}",
                cancellation,
                sender.Symbol,
                messageId is { Length: > 0 } ? MessageIds.Bounded(messageId) : null);
            await shares.MakeRoomAsync(sender.Symbol, cancellation);
        }

        return IsoXml.Write(Confirming.Of(read, received, faults), read.Version ?? await versions.ForAsync(sender, cancellation));
    }

    /// <summary>The same message sent again has the same id: that of its signature, or the hash of its body.</summary>
    private static string Id(string? signed, byte[] body) => signed is { Length: > 0 }
        ? MessageIds.Bounded(signed)
        : Convert.ToHexStringLower(SHA256.HashData(body));

    /// <returns>The errors of the message; empty once it is on the queue.</returns>
    private async Task<IReadOnlyList<ErrorData>> HearAsync(
        Partner sender, IsoMessage message, string messageId, DateTimeOffset received, CancellationToken cancellation)
    {
        switch (message)
        {
            case SupplierMessage supplier:
                if (supplier.Header.Requester is { } asked && !asked.Is(own.AgencyId))
                {
                    return [NotRecognised(asked.ToString())];
                }

                if (RequestNumbers.RequestIdIn(supplier.Header.RequesterRequestId!) is not { } requestId)
                {
                    return [NotRecognised(supplier.Header.RequesterRequestId!)];
                }

                var plain = VendorProfile.Of(sender.Vendor).Heard(supplier);
                await envelopes.SendAsync(IncomingSupplyMessages.Of(plain, requestId, sender.Symbol, messageId, received, book.Calendar), cancellation);
                scheduler.MessageQueued();
                return [];
            case SupplyRequest request:
                if (RefusalOf(request.Header) is { } refusal)
                {
                    return [refusal];
                }

                // A request that names no item leaves nothing to search for.
                if (!IncomingRequestMessages.NamesAnItem(request))
                {
                    return [new ErrorData { Type = ErrorType.UnrecognisedDataElement, Value = "bibliographicInfo" }];
                }

                await envelopes.SendAsync(IncomingRequestMessages.Of(request, new Sender(sender, messageId, received), book.Calendar), cancellation);
                scheduler.MessageQueued();
                return [];
            case RequesterMessage requester:
                if (RefusalOf(requester.Header) is { } why)
                {
                    return [why];
                }

                var said = IncomingRequestMessages.Of(VendorProfile.Of(sender.Vendor).Heard(requester), new Sender(sender, messageId, received));
                if (SupposesAnAnswer(requester) && await lendings.ReadAsync(said.LendingId, said.LendingId, cancellation) is null)
                {
                    return [NotRecognised(requester.Header.RequesterRequestId!)];
                }

                await envelopes.SendAsync(said, cancellation);
                scheduler.MessageQueued();
                return [];
            default:
                // A confirmation belongs in the response to our message, and nowhere else.
                return [new ErrorData { Type = ErrorType.UnrecognisedDataElement, Value = "confirmationHeader" }];
        }
    }

    /// <summary>
    /// Whether the message can only follow an answer of ours: it names our number, or speaks of an item that we have sent. Then we know the
    /// request, or never will. Any other message may have overtaken its request, which waits on the queue.
    /// </summary>
    private static bool SupposesAnAnswer(RequesterMessage message) => message.Header.SupplierRequestId is { Length: > 0 } || message.Action switch
    {
        RequesterAction.Received or RequesterAction.Renew or RequesterAction.ShippedReturn or RequesterAction.ShippedForward or RequesterAction.HoldReturn
            or RequesterAction.Lost => true,
        RequesterAction.StatusRequest or RequesterAction.Cancel or RequesterAction.Notification or null => false,
    };

    /// <summary>Refuses a request that is not addressed to us, or whose id we cannot store.</summary>
    private ErrorData? RefusalOf(Header header) => header.Supplier is { } asked && !asked.Is(own.AgencyId) ? NotRecognised(asked.ToString())
        : header.RequesterRequestId!.Length > Web.Limits.Identifier ? NotRecognised(header.RequesterRequestId!)
        : null;

    private static ErrorData NotRecognised(string value) => new() { Type = ErrorType.UnrecognisedDataValue, Value = value };
}
