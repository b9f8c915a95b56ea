using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>A bench that waits for a library no longer than a test can, and one of whose libraries is at a rude server.</summary>
public sealed class BenchWithPatience : IAsyncLifetime
{
    /// <summary>How long a message to a library may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public ABench Bench { get; private set; } = null!;

    /// <summary>No library is passed over, however many messages its server did not take: each test is to meet it.</summary>
    public async Task InitializeAsync() => Bench = await ABench.InMemoryAsync(services =>
    {
        services.AddSingleton(new PartnerPatience(Patience));
        var policy = PolicyFile.Default();
        services.AddSingleton(policy with { Limits = policy.Limits with { UndeliverableRunning = 100_000 } });
    });

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    /// <summary>Every library of the directory is at the server from now on.</summary>
    public async Task MoveLibrariesToAsync(Uri server)
    {
        var directory = Bench.Service<PartnerDirectory>();
        var all = (await directory.ReadAgainAsync(CancellationToken.None)).Partners.Values;
        await directory.PutAsync(
            all.Where(partner => partner.Endpoint is not null).Select(partner => partner with { Endpoint = server }), CancellationToken.None);
    }

    /// <summary>A request of a new patron whose first message went to the server.</summary>
    public async Task<(APatron Patron, string Id)> PlacedAsync()
    {
        var patron = Bench.NewPatron();
        var placed = (await patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201);
        return (patron, placed.Json.At("id")!);
    }

    /// <summary>How the first message to a library stands, and why.</summary>
    public async Task<(string? State, string? Note)> FirstMessageAsync(string id)
    {
        var journal = (await Bench.LendingStaff().SeesAsync(id)).GetProperty("journal").EnumerateArray();
        var sent = journal.SelectMany(entry => entry.GetProperty("outbox").EnumerateArray())
            .First(item => item.At("effect.symbol") is not null);
        return (sent.At("state"), sent.TryGetProperty("note", out var note) ? note.GetString() : null);
    }
}
