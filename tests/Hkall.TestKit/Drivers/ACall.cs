namespace Hkall.TestKit.Drivers;

/// <summary>A call as the service's own description has it, with something in place of each part of its path.</summary>
public sealed record ACall(HttpMethod Method, string Template, bool SignedIn)
{
    public string Path => Template
        .Replace("{id}", "7YBQX1AGBZMSD7W1X4SXJB9YAJ", StringComparison.Ordinal)
        .Replace("{action}", "receive", StringComparison.Ordinal)
        .Replace("{name}", "overdue", StringComparison.Ordinal)
        .Replace("{symbol}", "HKU", StringComparison.Ordinal)
        .Replace("{number}", "1", StringComparison.Ordinal)
        .Replace("{version}", "1", StringComparison.Ordinal)
        .Replace("{year}", "2028", StringComparison.Ordinal)
        .Replace("{notice}", "ready-for-pickup", StringComparison.Ordinal)
        .Replace("{language}", "en", StringComparison.Ordinal)
        .Replace("{token}", "no-token", StringComparison.Ordinal);

    private static IReadOnlyList<ACall>? _all;

    /// <summary>Every call there is, so that none is forgotten. Every bench describes the same, and describing takes a while: one is asked.</summary>
    public static async Task<IReadOnlyList<ACall>> AllAsync(ABench bench) => _all ??= await ReadAsync(bench);

    private static bool NeedsSignIn(System.Text.Json.JsonElement call) =>
        call.GetProperty("security").EnumerateArray().Any(way => way.TryGetProperty("bearer", out _));

    private static async Task<IReadOnlyList<ACall>> ReadAsync(ABench bench)
    {
        var description = (await bench.GetAsync("/api/openapi.json")).ShouldBe(200).Json;
        return
        [
            .. from path in description.GetProperty("paths").EnumerateObject()
               from call in path.Value.EnumerateObject()
               select new ACall(HttpMethod.Parse(call.Name), path.Name, NeedsSignIn(call.Value)),
        ];
    }
}
