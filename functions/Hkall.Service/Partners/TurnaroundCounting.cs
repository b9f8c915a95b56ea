using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Service.Partners;

/// <summary>Counts how long a library took. Counting twice has no effect: the figures know the request.</summary>
public sealed class TurnaroundCounting(PartnerCounts counts) : IEffectHandler<MeasureTurnaround>
{
    public async Task<Attempt> TryAsync(
        VersionedRequest<PatronRequest> stored, MeasureTurnaround effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        await counts.SuppliedAsync(effect.Symbol, effect.Service, stored.Request.Id, effect.WorkingDays, effect.InTime, cancellation);
        return new Attempt.Delivered();
    }
}
