using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Endpoints;

/// <summary>The simulated libraries for testers: who they are, what they will do, and what they have received.</summary>
internal static class PartnerEndpoints
{
    /// <summary>The longest script, in steps; a tester would not read a longer one.</summary>
    public const int LongestScript = 1000;

    public static void Map(RouteGroupBuilder bench)
    {
        bench.MapGet("/partners", (LibraryList list) => Results.Json(
            list.All.Select(library => new { library.Symbol, library.Name, library.AgencyId, library.Tier, library.Secret }), BenchJson.Options));
        bench.MapPut("/partners/{symbol}/script", (string symbol, HttpRequest request, LibraryList list, SimulatedLibraries libraries) =>
            BenchProblems.WithBodyAsync<Script>(request, script => Task.FromResult(Set(symbol, script, list, libraries))));
        bench.MapPut("/partners/{symbol}/speech", (string symbol, HttpRequest request, LibraryList list, LibrarySpeech speech, BenchAddress address) =>
            BenchProblems.WithBodyAsync<Speech>(
                request, said => SpeakAsync(symbol, said, list, speech, request.HttpContext.RequestServices.GetRequiredService<PartnerDirectory>(), address)));
        bench.MapGet("/partners/{symbol}/sent", (string symbol, LibraryList list, SimulatedLibraries libraries) =>
            list.Find(symbol) is null ? BenchProblems.NoSuchLibrary(symbol) : Results.Json(libraries.ReceivedBy(symbol).Select(Sent), BenchJson.Options));
    }

    private static IResult Set(string symbol, Script script, LibraryList list, SimulatedLibraries libraries)
    {
        if (symbol != SimulatedLibraries.Everyone && list.Find(symbol) is null)
        {
            return BenchProblems.NoSuchLibrary(symbol);
        }

        if (script.Next is null || script.Next.Count > LongestScript)
        {
            return BenchProblems.Bad("invalid-script", $"'next' is a list of at most {LongestScript} names of scenarios.");
        }

        if (script.Next.FirstOrDefault(name => name is null || Scenarios.Find(name) is null) is { } unknown || script.Next.Contains(null!))
        {
            return BenchProblems.Bad("unknown-scenario", $"There are the scenarios {string.Join(", ", Scenarios.AllNames)}.");
        }

        libraries.Script(symbol, script.Next);
        return Results.NoContent();
    }

    private static async Task<IResult> SpeakAsync(
        string symbol, Speech said, LibraryList list, LibrarySpeech speech, PartnerDirectory directory, BenchAddress address)
    {
        var told = symbol == SimulatedLibraries.Everyone ? list.All : list.Find(symbol) is { } one ? [one] : [];
        if (told.Count == 0)
        {
            return BenchProblems.NoSuchLibrary(symbol);
        }

        foreach (var library in told)
        {
            speech.Set(library.Symbol, said);
        }

        await directory.PutAsync(told.Select(library => speech.AsPartner(library, address.Url)), CancellationToken.None);
        return Results.NoContent();
    }

    private static object Sent(ReceivedMessage received) => new
    {
        received.Message.MessageId,
        received.Message.Message,
        received.Message.RequestId,
        received.Message.Service,
        received.Message.Item,
        received.Message.NeededBy,
        received.Message.At,
        received.ReceivedAt,
        received.Deliveries,
    };

    private sealed record Script(IReadOnlyList<string>? Next);
}
