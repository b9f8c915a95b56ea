using Hkall.Requests;
using Hkall.Requests.Downloading;
using Hkall.Service.Turns;

namespace Hkall.Service.Outbox;

/// <summary>Where the effects of patrons' requests go.</summary>
public sealed class PatronsRounds(
    IEffectDelivery<TellPatron> mail,
    IEffectDelivery<TellSupplier> suppliers,
    IEffectDelivery<DiscardScan> scans,
    IEffectDelivery<FetchScan> fetching,
    IEffectDelivery<MeasureTurnaround> turnarounds,
    IEffectDelivery<RecordFee> fees) : IRounds<Request>
{
    public async Task<Attempt> TryAsync(HeldCard<Request> card, OutboxItem item, bool again, CancellationToken cancellation) => item.Effect switch
    {
        TellPatron notice => await mail.TryAsync(card, notice, item, again, cancellation),
        TellSupplier word => await suppliers.TryAsync(card, word, item, again, cancellation),
        DiscardScan discard => await scans.TryAsync(card, discard, item, again, cancellation),
        FetchScan fetch => await fetching.TryAsync(card, fetch, item, again, cancellation),
        RecordFee fee => await fees.TryAsync(card, fee, item, again, cancellation),
        MeasureTurnaround measure => await turnarounds.TryAsync(card, measure, item, again, cancellation),
        var unknown => new Attempt.Refused($"Nobody delivers {unknown.GetType().Name}."),
    };
}
