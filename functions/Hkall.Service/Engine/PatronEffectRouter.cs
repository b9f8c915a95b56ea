using Hkall.Domain;
using Hkall.Domain.Supplying;

namespace Hkall.Service.Engine;

/// <summary>Routes the effects of patrons' requests to their handlers.</summary>
public sealed class PatronEffectRouter(
    IEffectHandler<SendNotice> mail,
    IEffectHandler<MessageSupplier> suppliers,
    IEffectHandler<DiscardScan> scans,
    IEffectHandler<FetchScan> fetching,
    IEffectHandler<CheckScan> checking,
    IEffectHandler<MeasureTurnaround> turnarounds,
    IEffectHandler<RecordFee> fees) : IEffectRouter<PatronRequest>
{
    public async Task<Attempt> TryAsync(VersionedRequest<PatronRequest> stored, OutboxItem item, bool again, CancellationToken cancellation) =>
        item.Effect switch
        {
            SendNotice notice => await mail.TryAsync(stored, notice, item, again, cancellation),
            MessageSupplier word => await suppliers.TryAsync(stored, word, item, again, cancellation),
            DiscardScan discard => await scans.TryAsync(stored, discard, item, again, cancellation),
            FetchScan fetch => await fetching.TryAsync(stored, fetch, item, again, cancellation),
            CheckScan check => await checking.TryAsync(stored, check, item, again, cancellation),
            RecordFee fee => await fees.TryAsync(stored, fee, item, again, cancellation),
            MeasureTurnaround measure => await turnarounds.TryAsync(stored, measure, item, again, cancellation),
            var unknown => new Attempt.Refused($"Nobody delivers {unknown.GetType().Name}."),
        };
}
