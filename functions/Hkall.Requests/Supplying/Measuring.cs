namespace Hkall.Requests.Supplying;

/// <summary>How long a library took, counted once it has supplied.</summary>
internal static class Measuring
{
    public static Draft Measure(this Draft draft, string symbol) =>
        draft.Request.Rota.FirstOrDefault(entry => entry.Symbol == symbol) is { AskedAt: { } asked } supplier
            ? draft.Do(new MeasureTurnaround(
                symbol,
                draft.Request.Service,
                draft.Calendar.WorkingDaysBetween(draft.Calendar.DateOf(asked), draft.Today),
                InTime: supplier.ToldBy is null || draft.Today <= supplier.ToldBy))
            : draft;
}
