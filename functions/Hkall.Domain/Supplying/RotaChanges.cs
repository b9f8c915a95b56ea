using Hkall.Domain.Placing;

namespace Hkall.Domain.Supplying;

/// <summary>What happens to the libraries on a rota, in whatever episode it happens.</summary>
internal static class RotaChanges
{
    public static IReadOnlyList<RotaEntry> Ask(IReadOnlyList<RotaEntry> rota, string symbol, Estimate estimate, DateTimeOffset at) =>
        [.. Stand(rota, symbol, RotaStatus.Asked, null).Select(entry => entry.Symbol == symbol ? entry with { AskedAt = at, ToldBy = estimate.Latest } : entry)];

    public static IReadOnlyList<RotaEntry> Stand(IReadOnlyList<RotaEntry> rota, string symbol, RotaStatus standing, string? why) =>
        ChangeEntry(rota, symbol, entry => entry with { Standing = standing, Why = why, WasAsked = true });

    public static IReadOnlyList<RotaEntry> ChangeEntry(IReadOnlyList<RotaEntry> rota, string symbol, Func<RotaEntry, RotaEntry> change) =>
        [.. rota.Select(entry => entry.Symbol == symbol ? change(entry) : entry)];

    /// <summary>A closed request asks nobody: a library still on its way to an answer is let go.</summary>
    public static IReadOnlyList<RotaEntry> Rest(IReadOnlyList<RotaEntry> rota) =>
        rota.Any(entry => entry.Standing is RotaStatus.Asked or RotaStatus.Promised)
            ? [.. rota.Select(entry => entry.Standing is RotaStatus.Asked or RotaStatus.Promised ? entry with { Standing = RotaStatus.PassedOver, Why = "closed" } : entry)]
            : rota;
}
