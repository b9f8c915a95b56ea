using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A work of three volumes, as its library, the desk and its patron see it.</summary>
public sealed class PartsTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
        await _bench.ScriptAsync("*", "silent");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Three_volumes_wait_for_one_another_and_one_that_is_missing_at_return_stays_on_loan()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.Library("HKU").SaysAsync("shipped", id, more: new { parts = 3 });
        (await _patron.SeesAsync(id)).At("parts.announced").ShouldBe("3");

        (await _staff.TriesToAsync("receive", id)).ShouldBeProblem(409, "not-expected");
        await _staff.DoesAsync("receive", id, new { barcode = "V1" });
        await _staff.DoesAsync("receive", id, new { barcode = "V2" });
        var coming = await _patron.SeesAsync(id);
        (coming.At("status"), coming.At("statusText")).ShouldBe(("in-transit", "2 of 3 parts are at the Library. The rest are on their way."));
        (await _staff.WorklistAsync("to-receive")).ShouldBe([id]);
        await _staff.DoesAsync("receive", id, new { barcode = "V3" });
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        (await _patron.LettersAsync(id)).Last().At("text")!.ShouldContain("Parts: 3");
        await _staff.DoesAsync("check-out", id);

        await _staff.DoesAsync("check-in", id, new { barcode = "V1" });
        await _staff.DoesAsync("check-in", id, new { barcode = "V3" });
        var missing = await _patron.SeesAsync(id);
        (missing.At("status"), missing.At("parts.back")).ShouldBe(("on-loan", "2"));
        (await _staff.TriesToAsync("check-in", id, new { barcode = "V7" })).ShouldBeProblem(409, "not-with-patron");
        await _staff.DoesAsync("check-in", id, new { barcode = "V2" });
        (await _patron.StatusAsync(id)).ShouldBe("returning");
    }

    [Fact]
    public async Task What_a_library_does_not_announce_staff_count_and_what_does_not_come_they_give_up()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.Library("HKU").SaysAsync("shipped", id);
        (await _staff.TriesToAsync("receive", id, new { parts = 3 })).ShouldBlame(400, "missing-member", "barcode");
        (await _staff.TriesToAsync("receive", id, new { parts = 51, barcode = "V1" })).Status.ShouldBe(400);
        await _staff.DoesAsync("receive", id, new { parts = 3, barcode = "V1" });
        await _staff.DoesAsync("no-more-parts", id);

        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        (await _patron.SeesAsync(id)).At("parts.notComing").ShouldBe("2");
        (await _patron.LettersAsync(id)).Last().At("text")!.ShouldContain("Parts: 1 of 3");
    }

    [Fact]
    public async Task Volumes_of_which_one_slip_says_for_use_in_the_Library_all_stay_at_the_counter()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.Library("HKU").SaysAsync("shipped", id);
        await _staff.DoesAsync("receive", id, new { parts = 2, barcode = "V1", libraryUseOnly = true });
        await _staff.DoesAsync("receive", id, new { barcode = "V2" });

        (await _patron.SeesAsync(id)).At("loan.libraryUseOnly").ShouldBe("True");
        (await _patron.StatusAsync(id)).ShouldBe("library-use");
        (await _staff.TriesToAsync("check-out", id)).ShouldBeProblem(409, "library-use-only");
        await _staff.DoesAsync("check-in", id, new { barcode = "V1" });
        await _staff.DoesAsync("check-in", id, new { barcode = "V2" });
        (await _patron.StatusAsync(id)).ShouldBe("returning");
    }
}
