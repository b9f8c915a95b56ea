namespace Hkall.Requests.Supplying;

/// <summary>How long a library took, counted once it has supplied.</summary>
internal static class Measuring
{
    /// <summary>Longer than any library takes; what is longer has been forgotten by somebody.</summary>
    private const int MostDays = 400;

    public static Draft Measure(this Draft draft, string symbol) =>
        draft.Request.Rota.FirstOrDefault(entry => entry.Symbol == symbol) is { AskedOn: { } asked } supplier
            ? draft.Do(new MeasureTurnaround(
                symbol,
                draft.Request.Service,
                draft.Calendar.WorkingDaysBetween(asked, draft.Today, MostDays),
                InTime: supplier.ToldBy is null || draft.Today <= supplier.ToldBy))
            : draft;
}
