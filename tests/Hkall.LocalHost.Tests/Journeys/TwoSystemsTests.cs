using Hkall.Domain.Model;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>
/// Two benches lend to each other, each taking the other for another system and in either version of the standard: what goes otherwise than planned
/// ends alike at both ends, and in bounded time.
/// </summary>
public sealed class TwoSystemsTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private ABench _ours = null!;
    private ABench _theirs = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;
    private LendingStaff _lender = null!;

    /// <summary>Each profile once in each role, and both versions.</summary>
    public static TheoryData<Vendor, Vendor, IsoVersion> Pairs => new()
    {
        { Vendor.Plain, Vendor.ReShare, IsoVersion.V12 },
        { Vendor.ReShare, Vendor.Alma, IsoVersion.V2021 },
        { Vendor.Alma, Vendor.Oclc, IsoVersion.V12 },
        { Vendor.Oclc, Vendor.Koha, IsoVersion.V2021 },
        { Vendor.Koha, Vendor.CrossLink, IsoVersion.V12 },
        { Vendor.CrossLink, Vendor.Plain, IsoVersion.V2021 },
        { Vendor.Plain, Vendor.Plain, IsoVersion.V12 },
    };

    public async Task InitializeAsync()
    {
        _ours = await ABench.InMemoryAsync(services => services.AddSingleton(new PartnerPatience(TimeSpan.FromMinutes(1))));
        _theirs = await ABench.InMemoryAsync(services => services.AddSingleton(new PartnerPatience(TimeSpan.FromMinutes(1)))
            .AddSingleton(new OwnLibrary { AgencyId = "JULAC:HKU", Name = "The University of Hong Kong Libraries" }));
        (_patron, _staff, _lender) = (_ours.Patron("okafor"), _ours.LendingStaff(), _theirs.LendingStaff());
    }

    public async Task DisposeAsync()
    {
        await _ours.DisposeAsync();
        await _theirs.DisposeAsync();
    }

    [Theory, MemberData(nameof(Pairs))]
    public Task Conditions_are_accepted_the_loan_falls_overdue_and_is_lost_at_both_ends(Vendor lender, Vendor borrower, IsoVersion version) =>
        BoundedAsync(async () =>
    {
        await KnowEachOtherAsync(lender, borrower, version);
        var (id, lent) = await AskedAsync();
        await LenderDoesAsync("conditional", lent, new { conditions = new[] { "NoReproduction" } });
        (await _staff.WorklistAsync("conditions")).ShouldBe([id]);
        await OursDoesAsync("condition-accept", id);
        (await LentAsync(lent)).ShouldBe("to-pull");
        (await _patron.StatusAsync(id)).ShouldBe("expected");

        await LenderDoesAsync("ship", lent, new { dueOn = "2026-12-11" });
        await OursDoesAsync("receive", id);
        await OursDoesAsync("check-out", id);
        await _ours.MoveToAsync("2026-12-15T12:00:00+08:00");
        await _theirs.MoveToAsync("2026-12-15T12:00:00+08:00");
        await SettleAsync();
        (await _lender.GetAsync("/api/staff/lending/worklists/overdue")).ShouldBe(200).Json.Items().Select(item => item.At("id")).ShouldBe([lent]);
        (await EventsAsync(id)).ShouldContain("lender-called-overdue");

        await OursDoesAsync("lost", id, new { note = "Left on a ferry." });
        (await _patron.StatusAsync(id)).ShouldBe("lost");
        (await LentAsync(lent)).ShouldBe("lost");
        (await _lender.GetAsync($"/api/staff/lending/{lent}")).ShouldBe(200).Json.At("charges.0.for").ShouldBe("lost");
    });

    [Theory, MemberData(nameof(Pairs))]
    public Task A_library_that_would_lend_for_a_charge_is_asked_again_and_supplies(Vendor lender, Vendor borrower, IsoVersion version) =>
        BoundedAsync(async () =>
    {
        await KnowEachOtherAsync(lender, borrower, version);
        var (id, first) = await AskedAsync();

        // The Library bears the charges of this tier, so it asks again at once.
        await LenderDoesAsync("retry", first, new { retry = "CostExceedsMaxCost", cost = new { currency = "HKD", amount = 80 } });

        (await EventsAsync(id)).ShouldContain("retry-asked");
        (await LentAsync(first)).ShouldBe("retry-possible");
        var again = (await LendingsAsync()).Single(lent => lent != first);
        (await LentAsync(again)).ShouldBe("to-pull");
        await LenderDoesAsync("ship", again);
        await OursDoesAsync("receive", id);
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        (await LentAsync(again)).ShouldBe("on-loan");
    });

    private static Task BoundedAsync(Func<Task> journey) => journey().WaitAsync(Patience);

    private async Task KnowEachOtherAsync(Vendor lender, Vendor borrower, IsoVersion version)
    {
        await KnowAsync(_ours, "HKU", _theirs, lender, version);
        await KnowAsync(_theirs, "LNU", _ours, borrower, version);
    }

    private async Task<(string Ours, string Theirs)> AskedAsync()
    {
        var id = (await _patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201).Json.At("id")!;
        await SettleAsync();
        return (id, (await LendingsAsync()).ShouldHaveSingleItem());
    }

    private async Task<IReadOnlyList<string>> LendingsAsync() =>
        [.. (await _lender.GetAsync("/api/staff/lending")).ShouldBe(200).Json.Items().Select(item => item.At("id")!)];

    private async Task<string> LentAsync(string lent) => (await _lender.GetAsync($"/api/staff/lending/{lent}")).ShouldBe(200).Json.At("status")!;

    private async Task<IReadOnlyList<string>> EventsAsync(string id) =>
    [
        .. (await _staff.SeesAsync(id)).GetProperty("journal").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("events").EnumerateArray()).Select(happened => happened.At("event")!),
    ];

    private async Task LenderDoesAsync(string action, string lent, object? body = null)
    {
        (await _lender.PostAsync($"/api/staff/lending/{lent}/{action}", body)).ShouldBe(200);
        await SettleAsync();
    }

    private async Task OursDoesAsync(string action, string id, object? body = null)
    {
        (await _staff.TriesToAsync(action, id, body)).ShouldBe(200);
        await SettleAsync();
    }

    /// <summary>A word and its answer, and the answer to that: nothing here goes to and fro more often.</summary>
    private async Task SettleAsync()
    {
        for (var time = 0; time < 3; time++)
        {
            await _ours.SettleAsync();
            await _theirs.SettleAsync();
        }
    }

    private static Task KnowAsync(ABench bench, string symbol, ABench other, Vendor vendor, IsoVersion version) => bench.Service<PartnerDirectory>().PutAsync(
        [
            new Partner
            {
                Symbol = symbol,
                Name = symbol,
                Tier = Tier.Hkall,
                AgencyId = $"JULAC:{symbol}",
                Protocol = Protocol.Iso18626,
                IsoVersion = version,
                Vendor = vendor,
                Endpoint = new Uri(other.Url, "/api/iso18626"),
                Secrets = [Secret],
            },
        ],
        CancellationToken.None);
}
