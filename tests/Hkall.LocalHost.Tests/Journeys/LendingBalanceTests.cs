using System.Text.Json;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Who has done less for us than we for them is asked first, where nothing else tells libraries apart.</summary>
public sealed class LendingBalanceTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("loan")]
    [InlineData("copy")]
    public async Task What_we_lend_to_a_library_brings_it_forward_in_the_order_of_asking(string service)
    {
        var before = await PlacesAsync("okafor");
        var (first, second) = (before[0].At("facts.symbol")!, before[1].At("facts.symbol")!);
        before[1].At("facts.tier").ShouldBe(before[0].At("facts.tier"));

        await LendAsync(second, service);

        var after = await PlacesAsync("chan-siu-ming");
        after[0].At("facts.symbol").ShouldBe(second);
        after[0].At("facts.balance").ShouldBe("-1");
        after[1].At("facts.symbol").ShouldBe(first);
        after[1].At("by").ShouldBe("balance");
    }

    private async Task LendAsync(string symbol, string service)
    {
        var borrower = new ABorrower(_bench, symbol);
        if (service == "loan")
        {
            var loan = await borrower.AsksForABookAsync("lent-1");
            await borrower.DoesAsync("pulled", loan);
            await borrower.DoesAsync("ship", loan);
            return;
        }

        var chapter = new { title = "Orientalism", author = "Edward W. Said", isbn = "9780394740676", chapterTitle = "Knowing the Oriental", pages = "31-49" };
        (await borrower.SaysAsync("request", "lent-1", new { service = "copy", item = chapter, compliance = "Other: s. 50" })).ShouldBe(202);
        var copy = (await borrower.FindAsync("lent-1")).At("id")!;
        (await borrower.PutsScanAsync(copy, "%PDF-1.7 a chapter"u8.ToArray())).ShouldBe(200);
    }

    private async Task<IReadOnlyList<JsonElement>> PlacesAsync(string patron)
    {
        var id = await _bench.Patron(patron).HasPlacedAsync(Orders.Kuhn);
        return [.. (await _bench.LendingStaff().SeesAsync(id)).GetProperty("routing").GetProperty("places").EnumerateArray()];
    }
}
