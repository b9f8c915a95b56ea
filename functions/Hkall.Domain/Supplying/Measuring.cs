using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Records how long a library took, once it has supplied.</summary>
internal static class Measuring
{
    public static DecisionBuilder Measure(this DecisionBuilder decision, string symbol) =>
        decision.Request.Rota.FirstOrDefault(entry => entry.Symbol == symbol) is { AskedAt: { } asked } supplier && !OutsideLibraries.Has(symbol)
            ? decision.Enqueue(new MeasureTurnaround(
                symbol,
                decision.Request.Service,
                decision.Calendar.WorkingDaysBetween(decision.Calendar.DateOf(asked), decision.Today),
                InTime: supplier.ToldBy is null || decision.Today <= supplier.ToldBy))
            : decision;
}
