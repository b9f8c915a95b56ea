using System.Text.Json.Nodes;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.Service.Engine;

namespace Hkall.LocalHost.Endpoints;

/// <summary>Lets a simulated library borrow from us, and shows the messages it received.</summary>
internal static class BorrowEndpoints
{
    private const int IdBytes = 10;

    public static void Map(RouteGroupBuilder bench)
    {
        bench.MapPut(
            "/partners/{symbol}/borrow",
            (string symbol, HttpRequest request, LibraryList list, SimulatedBorrowers borrowers, IRandom random, CancellationToken cancellation) =>
            list.Find(symbol) is { } library
                ? BenchProblems.WithBodyAsync<JsonObject>(request, async message =>
                {
                    var (status, body) = await borrowers.SayAsync(library, message, $"borrow-{RequestIds.Base32(random.Bytes(IdBytes))}", cancellation);
                    return Results.Text(body, "application/json", statusCode: status);
                })
                : Task.FromResult(BenchProblems.NoSuchLibrary(symbol)));
        bench.MapGet("/partners/{symbol}/told", (string symbol, LibraryList list, SimulatedBorrowers borrowers) =>
            list.Find(symbol) is null ? BenchProblems.NoSuchLibrary(symbol) : Results.Json(borrowers.HeardBy(symbol), BenchJson.Options));
    }
}
