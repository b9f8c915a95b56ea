using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Policies;

namespace Hkall.Service.Inbox;

/// <summary>Processes borrowing libraries' messages from the partner queue.</summary>
public sealed class LendingInbox(
    LendingIntake asking,
    LendingRequestProcessor processor,
    RequestStore<LendingRequest, LendingEvent> store,
    PartnerDirectory directory,
    IOwnHoldings holdings,
    PolicyInForce policy,
    DueRequestProcessor<LendingRequest, LendingEvent, LendingCommand> turns)
{
    /// <returns>Why the message is parked; null if it was processed.</returns>
    public async Task<string?> HearAsync(BorrowerMessage message, CancellationToken cancellation)
    {
        var id = message.LendingId;
        if (await store.ReadAsync(id, id, cancellation) is { } stored)
        {
            return await HearAsync(stored, message, cancellation);
        }

        return message.Kind switch
        {
            // A reminder of a request that never arrived counts as that request.
            BorrowerMessageKind.Request or BorrowerMessageKind.Retry or BorrowerMessageKind.Reminder => await TakeAsync(message, cancellation),
            BorrowerMessageKind.StatusRequest or BorrowerMessageKind.Received or BorrowerMessageKind.Cancel or BorrowerMessageKind.Renew
                or BorrowerMessageKind.ShippedReturn
                or BorrowerMessageKind.ShippedForward or BorrowerMessageKind.Notification or BorrowerMessageKind.Lost => ParkedReason.UnknownRequest,
        };
    }

    private async Task<string?> HearAsync(VersionedRequest<LendingRequest> stored, BorrowerMessage message, CancellationToken cancellation)
    {
        if (stored.Request.Borrower.Symbol != message.Symbol)
        {
            return ParkedReason.NotTheBorrower;
        }

        if (MessageShares.IsUsedUp(stored.Request.Heard, message.Symbol, message.MessageId, MostOf(message.Kind)))
        {
            return ParkedReason.TooManyMessages;
        }

        var holding = message.Kind == BorrowerMessageKind.Retry ? await holdings.FindAsync(stored.Request.Item, cancellation) : Holding.Unknown;
        var outcome = await processor.HandleAsync(stored.Request.Id, message.ToNews(holding), Actor.Library(message.Symbol), cancellation);

        // Received before: the first delivery may have ended between the commit and the delivery of its effects.
        if (outcome is NoChange<LendingRequest> { Stored.Stored.Owed.Count: > 0 })
        {
            await turns.ProcessAsync(stored.Request.Id, cancellation);
        }

        return null;
    }

    /// <summary>Notes and questions end earlier, so that after many of them the library is still heard when it sends the item back.</summary>
    private int MostOf(BorrowerMessageKind kind) => kind switch
    {
        BorrowerMessageKind.Notification or BorrowerMessageKind.StatusRequest or BorrowerMessageKind.Reminder => policy.Document.Limits.RemarksPerRequest,
        BorrowerMessageKind.Request or BorrowerMessageKind.Retry or BorrowerMessageKind.Received or BorrowerMessageKind.Cancel or BorrowerMessageKind.Renew
            or BorrowerMessageKind.ShippedReturn or BorrowerMessageKind.ShippedForward or BorrowerMessageKind.Lost => policy.Document.Limits.MessagesPerRequest,
    };

    private async Task<string?> TakeAsync(BorrowerMessage message, CancellationToken cancellation)
    {
        if (message is not { Service: { } service, Item: { } item })
        {
            return ParkedReason.Malformed;
        }

        if (await directory.FindAsync(message.Symbol, cancellation) is not { } partner)
        {
            return ParkedReason.UnknownLibrary;
        }

        // A library we no longer supply still has items of ours: only new requests wait for staff.
        if (!Hearing.Hears(partner, MessageMatter.New))
        {
            return ParkedReason.InactiveLibrary;
        }

        var (stored, isNew) = await asking.AskAsync(
            new AskToLend
            {
                RequestId = message.LendingId,
                Borrower = Borrowers.Of(partner),
                AgencyId = message.AgencyId,
                BorrowersId = message.RequestId,
                MessageId = message.MessageId,
                Service = service,
                Item = item,
                Holding = Holding.Unknown,
                OpenWithBorrower = 0,
                NeededBy = message.NeededBy,
                Level = message.Level,
                MaxCost = message.MaxCost,
                DeliverTo = message.DeliverTo,
                Note = message.Note,
                Compliance = message.Compliance,
                Details = message.Details,
            },
            Actor.Library(message.Symbol),
            cancellation);
        return isNew ? null : await HearAsync(stored, message, cancellation);
    }
}
