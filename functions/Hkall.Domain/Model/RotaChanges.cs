namespace Hkall.Domain.Model;

/// <summary>Changes to the libraries on a rota, shared by all episodes.</summary>
internal static class RotaChanges
{
    public static IReadOnlyList<RotaEntry> Ask(IReadOnlyList<RotaEntry> rota, string symbol, Estimate estimate, DateTimeOffset at) =>
        [.. Stand(rota, symbol, RotaStatus.Asked, null)
            .Select(entry => entry.Symbol == symbol ? entry with { AskedAt = at, ToldBy = estimate.Latest } : entry)];

    public static IReadOnlyList<RotaEntry> Stand(IReadOnlyList<RotaEntry> rota, string symbol, RotaStatus standing, StatedReason? why) =>
        ChangeEntry(rota, symbol, entry => entry with { Standing = standing, Why = why, WasAsked = true });

    public static IReadOnlyList<RotaEntry> ChangeEntry(IReadOnlyList<RotaEntry> rota, string symbol, Func<RotaEntry, RotaEntry> change) =>
        [.. rota.Select(entry => entry.Symbol == symbol ? change(entry) : entry)];

    /// <summary>A closed request waits for no library: one that has not answered yet is released.</summary>
    public static IReadOnlyList<RotaEntry> Rest(IReadOnlyList<RotaEntry> rota) =>
        rota.Any(entry => entry.Standing is RotaStatus.Asked or RotaStatus.Promised)
            ? [.. rota.Select(
                entry => entry.Standing is RotaStatus.Asked or RotaStatus.Promised
                    ? entry with { Standing = RotaStatus.PassedOver, Why = ReasonCode.Closed } : entry)]
            : rota;
}
