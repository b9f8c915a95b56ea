using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Several patrons want the same article: staff look at it, and no patron learns of another.</summary>
public sealed class RelatedRequestsTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _staff = _bench.LendingStaff();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Staff_see_two_patrons_copies_of_one_article_together_and_the_patrons_learn_nothing_of_it()
    {
        var first = await _bench.Patron("fernandes").HasPlacedAsync(Orders.Shannon);
        var smith = _bench.Patron("smith");
        var second = await smith.HasPlacedAsync(Orders.Shannon);

        (await _bench.Patron("fernandes").StatusAsync(first)).ShouldBe("expected");
        (await smith.StatusAsync(second)).ShouldBe("in-review");
        (await _staff.WorklistAsync("to-review")).ShouldBe([second]);
        (await _staff.SeesAsync(second)).At("state.related.0").ShouldBe(first);
        var seen = (await smith.GetAsync($"/api/requests/{second}")).ShouldBe(200).Text;
        seen.ShouldNotContain(first);
        seen.ShouldNotContain("related");
        (await smith.LettersAsync(second)).ShouldAllBe(mail => !mail.GetRawText().Contains("related", StringComparison.OrdinalIgnoreCase));

        await _staff.DoesAsync("approve", second);
        (await smith.StatusAsync(second)).ShouldBe("expected");
    }

    [Fact]
    public async Task A_request_that_was_cancelled_or_is_long_past_or_is_for_another_article_is_not_related()
    {
        var fernandes = _bench.Patron("fernandes");
        await _bench.ScriptAsync("*", "silent");
        var cancelled = await fernandes.HasPlacedAsync(Orders.Shannon);
        (await fernandes.CancelsAsync(cancelled)).ShouldBe(200);
        await _bench.AdvanceAsync("P15D");
        (await fernandes.StatusAsync(cancelled)).ShouldBe("cancelled");
        var smith = await _bench.Patron("smith").HasPlacedAsync(Orders.Shannon);
        (await _bench.Patron("smith").StatusAsync(smith)).ShouldBe("sourcing");

        await _bench.AdvanceAsync("P31D");
        var oneill = await _bench.Patron("oneill").HasPlacedAsync(Orders.Shannon);

        (await _bench.Patron("oneill").StatusAsync(oneill)).ShouldBe("sourcing");
    }
}
