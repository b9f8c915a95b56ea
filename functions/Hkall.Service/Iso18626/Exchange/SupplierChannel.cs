using System.Text.Json;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Iso18626;

/// <summary>Sends our messages to a library in its own protocol. A message that no longer matters when it can be sent is dropped.</summary>
public sealed class SupplierChannel(
    PartnerHttpClient post, IsoSupplierChannel iso, SupplierMail mail, UndeliveredMessages undelivered, PartnerDirectory directory, PublicAddress address,
    TimeProvider clock) : IEffectHandler<MessageSupplier>
{
    public async Task<Attempt> TryAsync(
        VersionedRequest<PatronRequest> stored, MessageSupplier effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        if (OutsideLibraries.Has(effect.Symbol))
        {
            return new Attempt.NotNeeded("It is outside the directory: staff speak to it themselves.");
        }

        if (await directory.FindAsync(effect.Symbol, cancellation) is not { } partner)
        {
            return new Attempt.Refused($"{effect.Symbol} is not in the directory of partners.");
        }

        if (IsFor(effect.Word) == Hearer.SupplierOnly && stored.Request.Rota.FirstOrDefault(entry => entry.Symbol == effect.Symbol) is { IsActive: false })
        {
            return new Attempt.NotNeeded($"{effect.Symbol} is no longer asked.");
        }

        return (partner.Protocol, partner.Endpoint) switch
        {
            (Protocol.Mail, _) when partner.Contact.Email is { } to => await mail.TryAsync(stored.Request, partner, to, effect, item, again, cancellation),
            (Protocol.Mail or Protocol.Manual, _) or (_, null) =>
                await undelivered.GiveUpAsync(stored.Request, effect, item, $"{partner.Symbol} has no address for messages: staff ask it.", cancellation),
            (Protocol.Callbacks or Protocol.Iso18626, { } endpoint) => await undelivered.AfterPostAsync(
                stored.Request, effect, item, await PostAsync(stored.Request, partner, endpoint, effect, item, cancellation), cancellation),
        };
    }

    private async Task<Attempt> PostAsync(
        PatronRequest request, Partner partner, Uri endpoint, MessageSupplier effect, OutboxItem item, CancellationToken cancellation) =>
        partner.Protocol switch
        {
            Protocol.Callbacks when partner.Secrets.Count == 0 => new Attempt.Refused($"{partner.Symbol} has no key to sign our messages with."),
            Protocol.Callbacks => (await PostJsonAsync(partner, endpoint, request, effect, item.Key, cancellation)).Failure() ?? new Attempt.Delivered(),
            Protocol.Iso18626 => await iso.TellAsync(partner, endpoint, request, effect, item.Key, cancellation),
            Protocol.Mail or Protocol.Manual => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The libraries that should still get a late message.</summary>
    private enum Hearer
    {
        /// <summary>Only the supplying library: at any other the message would order a second item.</summary>
        SupplierOnly,

        /// <summary>The library it was meant for: the message ends something there.</summary>
        Anybody,
    }

    private static Hearer IsFor(RequestingAction word) => word switch
    {
        RequestingAction.Request or RequestingAction.Retry or RequestingAction.Reminder or RequestingAction.AskStatus or RequestingAction.AcceptCost
            or RequestingAction.AcceptCondition or RequestingAction.Renew or RequestingAction.Resupply => Hearer.SupplierOnly,
        RequestingAction.Cancel or RequestingAction.Received or RequestingAction.Returned or RequestingAction.Lost or RequestingAction.Damaged
            or RequestingAction.PartsMissing or RequestingAction.DisputeCharge or RequestingAction.Correction or RequestingAction.Note => Hearer.Anybody,
    };

    private Task<PartnerAnswer> PostJsonAsync(
        Partner partner, Uri endpoint, PatronRequest request, MessageSupplier told, string key, CancellationToken cancellation)
    {
        var message = new OutgoingMessage
        {
            MessageId = key,
            Message = told.Word,
            Note = told.Note,
            RequestId = request.Id,
            To = partner.Symbol,
            Service = request.Service,
            Item = request.Item,
            NeededBy = request.NeededBy,
            At = clock.GetUtcNow(),
            CallbackUrl = address.Callbacks(partner.Symbol),
            FileUrl = request.Service == ServiceType.Copy ? address.File(partner.Symbol, request.Id) : null,
        };
        return post.SendAsync(partner, endpoint, key, JsonSerializer.SerializeToUtf8Bytes(message, StoredJson.Stored), "application/json", cancellation);
    }
}
