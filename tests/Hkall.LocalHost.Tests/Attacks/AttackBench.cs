using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>A bench on which libraries say nothing by themselves, with a loan and a copy of one patron that HKU was asked for.</summary>
public class AttackBench : IAsyncLifetime
{
    private int _articles;

    public ABench Bench { get; private set; } = null!;

    public APatron Patron { get; private set; } = null!;

    public ALibrary Library { get; private set; } = null!;

    public string Loan { get; private set; } = null!;

    public string Copy { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bench = await ABench.InMemoryAsync(Adapt);
        await Bench.ScriptAsync("*", "silent");
        (Patron, Library) = (Bench.NewPatron(), Bench.Library("HKU"));
        Loan = await Patron.HasPlacedAsync(Orders.Kuhn);
        Copy = await Patron.HasPlacedAsync(Orders.Shannon);
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    /// <summary>A copy of its own that HKU was asked for, for a test that moves it.</summary>
    public async Task<(APatron Patron, string Id)> AnotherCopyAsync()
    {
        var patron = Bench.NewPatron();
        return (patron, await AskedOfHkuAsync(patron, Orders.AnArticle(Interlocked.Increment(ref _articles))));
    }

    /// <summary>A loan of its own that HKU was asked for.</summary>
    public async Task<(APatron Patron, string Id)> AnotherLoanAsync()
    {
        var patron = Bench.NewPatron();
        return (patron, await AskedOfHkuAsync(patron, Orders.Kuhn));
    }

    /// <summary>Files stored so far.</summary>
    public async Task<long> StoredAsync() => (await Bench.CountersAsync()).GetValueOrDefault("blobs PUT");

    /// <summary>Messages put on the partner queue so far.</summary>
    public async Task<long> QueuedAsync() => (await Bench.CountersAsync()).GetValueOrDefault("queues POST");

    /// <summary>Places the order; libraries that have fewer requests of ours than HKU, and so are asked before it, say no.</summary>
    private async Task<string> AskedOfHkuAsync(APatron patron, object order)
    {
        var id = await patron.HasPlacedAsync(order);
        while ((await patron.SeesAsync(id)).At("supplier.symbol") is { } symbol && symbol != Library.Symbol)
        {
            await Bench.Library(symbol).SaysAsync("unfilled", id);
        }

        return id;
    }

    protected virtual void Adapt(IServiceCollection services)
    {
    }
}
