namespace Hkall.Service.Engine;

/// <summary>Picks the earlier of two instants, either of which may be missing.</summary>
public static class Instants
{
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;

    /// <summary>When the first of the entries may be tried; null if there are none.</summary>
    public static DateTimeOffset? Earliest(IReadOnlyDictionary<int, DateTimeOffset> owed) => owed.Count == 0 ? null : owed.Values.Min();
}
