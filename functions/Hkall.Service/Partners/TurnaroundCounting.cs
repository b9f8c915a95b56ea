using Hkall.Requests;
using Hkall.Service.Outbox;
using Hkall.Service.Turns;

namespace Hkall.Service.Partners;

/// <summary>Counts how long a library took. Counted twice it counts once: the figures know the request.</summary>
public sealed class TurnaroundCounting(PartnerCounts counts) : IEffectDelivery<MeasureTurnaround>
{
    public async Task<Attempt> TryAsync(HeldCard card, MeasureTurnaround effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        await counts.SuppliedAsync(effect.Symbol, effect.Service, card.Request.Id, effect.WorkingDays, effect.InTime, cancellation);
        return new Attempt.Delivered();
    }
}
