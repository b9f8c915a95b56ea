using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>What staff have on their desk: requests, a fee, a request to lend and a parked message. No test of the class moves the clock.</summary>
public sealed class StaffsRequests : IAsyncLifetime
{
    public ABench Bench { get; private set; } = null!;

    public ACaller Staff { get; private set; } = null!;

    public ACaller Patron { get; private set; } = null!;

    /// <summary>The patron's key, by which staff know them.</summary>
    public string PatronId { get; private set; } = "";

    public string Open { get; private set; } = "";

    public string InReview { get; private set; } = "";

    public string Cancelled { get; private set; } = "";

    /// <summary>An item was lost: the patron owes its replacement.</summary>
    public string Owing { get; private set; } = "";

    /// <summary>The number of that fee.</summary>
    public int Fee { get; private set; }

    public string Lending { get; private set; } = "";

    public string DeclinedLending { get; private set; } = "";

    public string Parked { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Bench = await ABench.InMemoryAsync();
        Staff = new ACaller(Bench, Bench.Patron(LendingStaff.Person));
        Patron = new ACaller(Bench, Bench.NewPatron());
        var (patron, staff) = (Patron.Self, Bench.LendingStaff());
        PatronId = (await patron.GetAsync("/api/me")).ShouldBe(200).Json.At("patronId")!;
        Owing = await patron.HasPlacedAsync(Orders.Piketty);
        await Bench.AdvanceAsync("P1DT2H");
        await staff.DoesAsync("receive", Owing);
        await staff.DoesAsync("check-out", Owing);
        await staff.DoesAsync("lost", Owing, new { replacementCost = new { currency = "HKD", amount = 20 } });
        Fee = (await patron.FeesAsync()).GetProperty("entries").EnumerateArray()
            .Where(entry => entry.At("kind") == "replacement").Select(entry => int.Parse(entry.At("id")!.Split('-')[1])).Single();

        // The patron who owes a replacement is blocked, so another one places the rest.
        var other = Bench.NewPatron();
        await Bench.ScriptAsync("*", "silent");
        Open = await other.HasPlacedAsync(Orders.BookNumber(1));
        InReview = await other.HasPlacedAsync(new { service = "loan", staffHelp = true, item = new { title = "A book about lighthouses" } });
        Cancelled = await other.HasPlacedAsync(new { service = "loan", staffHelp = true, item = new { title = "A book about windmills" } });
        (await other.CancelsAsync(Cancelled)).ShouldBe(200).Json.At("status").ShouldBe("cancelled");
        var borrower = new ABorrower(Bench, "CUHK");
        Lending = await borrower.AsksForABookAsync("both-1");
        DeclinedLending = await borrower.AsksForABookAsync("both-2");
        await borrower.DoesAsync("unfilled", DeclinedLending, new { unfilled = "NotHeld" });
        await Bench.Library("CUHK").SaysAsync("shipped", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        Parked = (await staff.ParkedAsync()).ShouldHaveSingleItem().At("id")!;
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
