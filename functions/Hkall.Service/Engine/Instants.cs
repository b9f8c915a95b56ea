namespace Hkall.Service.Engine;

/// <summary>Of two things that are awaited, the one that comes first.</summary>
public static class Instants
{
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;

    /// <summary>When the first of the entries may be tried; null where there is none.</summary>
    public static DateTimeOffset? Earliest(IReadOnlyDictionary<int, DateTimeOffset> owed) => owed.Count == 0 ? null : owed.Values.Min();
}
