using Hkall.LocalHost.Keeping;

namespace Hkall.LocalHost.Endpoints;

/// <summary>The storage requests counted so far, under names such as <c>tables GET</c>.</summary>
public delegate IReadOnlyDictionary<string, long> StorageCounts();

/// <summary>Returns the storage requests so far, by service and verb.</summary>
internal static class CounterEndpoints
{
    public static void Map(RouteGroupBuilder bench) => bench.MapGet("/counters", (StorageCounts counts) => Results.Json(Grouped(counts()), BenchJson.Options));

    internal static SortedDictionary<string, SortedDictionary<string, long>> Grouped(IReadOnlyDictionary<string, long> counts)
    {
        var groups = new SortedDictionary<string, SortedDictionary<string, long>>(StringComparer.Ordinal);
        foreach (var (name, count) in counts)
        {
            var parts = name.Split([' ', '/', ':', '.'], 2);
            if (!groups.TryGetValue(parts[0], out var verbs))
            {
                groups[parts[0]] = verbs = new SortedDictionary<string, long>(StringComparer.Ordinal);
            }

            verbs[parts[^1]] = count;
        }

        return groups;
    }
}
