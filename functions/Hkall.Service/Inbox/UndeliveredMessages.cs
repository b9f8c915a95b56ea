using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Partners;

namespace Hkall.Service.Inbox;

/// <summary>
/// Reports that a message of ours will never reach a library. The report goes through the partner queue, like all news about a library: the
/// rules then have staff do by hand what the message was for, and nobody waits for an answer to what was never heard.
/// </summary>
public sealed class UndeliveredMessages(Envelopes envelopes, PartnerCounts counts, IRequestScheduler scheduler, TimeProvider clock)
{
    /// <returns>The result of the try: given up.</returns>
    public async Task<Attempt> GiveUpAsync(PatronRequest request, MessageSupplier effect, OutboxItem item, string why, CancellationToken cancellation)
    {
        await ReportAsync(request, effect, item, why, bySystem: false, cancellation);
        return new Attempt.Refused(why);
    }

    /// <summary>Reports a message after its last try.</summary>
    public async Task<Attempt> AfterAsync(PatronRequest request, MessageSupplier effect, OutboxItem item, Attempt tried, CancellationToken cancellation)
    {
        var why = tried switch
        {
            Attempt.Refused refused => refused.Why,
            Attempt.Later later when IsLast(item) => later.Why,
            Attempt.Unknown unknown when IsLast(item) => unknown.Why,
            _ => null,
        };
        if (why is not null)
        {
            await ReportAsync(request, effect, item, why, bySystem: false, cancellation);
        }

        return tried;
    }

    /// <summary>
    /// Reports a message that the library's own system has refused, or that no try of days has brought there. One that may have arrived is not
    /// reported: the library may be at work on it, and its time to answer runs.
    /// </summary>
    public async Task<Attempt> AfterPostAsync(
        PatronRequest request, MessageSupplier effect, OutboxItem item, Attempt tried, CancellationToken cancellation)
    {
        var why = tried switch
        {
            Attempt.Refused refused => refused.Why,
            Attempt.Later later when IsLast(item) && !item.OutcomeUnknown => later.Why,
            _ => null,
        };
        if (why is not null)
        {
            await ReportAsync(request, effect, item, why, bySystem: true, cancellation);
            if (effect.Word is RequestingAction.Request or RequestingAction.Retry)
            {
                await counts.NotTakenAsync(effect.Symbol, request.Id, clock.GetUtcNow(), cancellation);
            }
        }
        else if (tried is Attempt.Delivered)
        {
            await counts.ReachedAsync(effect.Symbol, cancellation);
        }

        return tried;
    }

    private static bool IsLast(OutboxItem item) => item.Tries > OutboxDispatcher<PatronRequest, RequestEvent>.Waits.Count;

    private async Task ReportAsync(PatronRequest request, MessageSupplier effect, OutboxItem item, string why, bool bySystem, CancellationToken cancellation)
    {
        await envelopes.SendAsync(
            new PartnerMessage
            {
                // Every try reports under the same id, so that one report counts.
                MessageId = MessageIds.Bounded($"undelivered:{item.Key}"),
                Symbol = effect.Symbol,
                RequestId = request.Id,
                ReceivedAt = clock.GetUtcNow(),
                Undelivered = effect.Word,
                Unreachable = why,
                BySystem = bySystem,
                Reason = effect.Note,
            },
            cancellation);
        scheduler.MessageQueued();
    }
}
