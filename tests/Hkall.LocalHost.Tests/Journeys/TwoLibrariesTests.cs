using Hkall.Domain.Model;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>
/// Two benches as two libraries, each in the other's directory, with nothing between them but ISO 18626 over HTTP: a patron of
/// the one gets what stands on the shelves of the other.
/// </summary>
public abstract class TwoLibrariesTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private ABench _ours = null!;
    private ABench _theirs = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;
    private LendingStaff _lender = null!;

    public async Task InitializeAsync()
    {
        _ours = await BenchAsync(services => WaitLonger(services));
        _theirs =
            await BenchAsync(
                services => WaitLonger(services).AddSingleton(new OwnLibrary { AgencyId = "JULAC:HKU", Name = "The University of Hong Kong Libraries" }));
        await KnowAsync(_ours, "HKU", "JULAC:HKU", _theirs, LendersProfile);
        await KnowAsync(_theirs, "LNU", "JULAC:LNU", _ours, BorrowersProfile);
        (_patron, _staff, _lender) = (_ours.Patron("okafor"), _ours.LendingStaff(), _theirs.LendingStaff());
    }

    public async Task DisposeAsync()
    {
        await _ours.DisposeAsync();
        await _theirs.DisposeAsync();
    }

    /// <summary>The system that the borrower takes the lender's for.</summary>
    protected virtual Vendor LendersProfile => Vendor.Plain;

    /// <summary>The system that the lender takes the borrower's for.</summary>
    protected virtual Vendor BorrowersProfile => Vendor.Plain;

    protected abstract Task<ABench> BenchAsync(Action<IServiceCollection> adapt);

    [Fact]
    public async Task A_loan_is_asked_lent_renewed_recalled_and_comes_back()
    {
        var (id, lent) = await AskedAndPromisedAsync();
        await LenderDoesAsync("ship", lent);
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        await OursDoesAsync("receive", id);
        (await LentAsync(lent)).ShouldBe("on-loan");
        await OursDoesAsync("check-out", id);

        // The lender grants the first renewal by itself.
        (await _patron.PostAsync($"/api/requests/{id}/renew")).ShouldBe(200);
        await SettleAsync();
        (await _patron.SeesAsync(id)).Timeline().ShouldContain("loan-renewed");

        await LenderDoesAsync("recall", lent);
        (await _patron.StatusAsync(id)).ShouldBe("recalled");
        await OursDoesAsync("check-in", id);
        await OursDoesAsync("send-back", id);
        (await LentAsync(lent)).ShouldBe("returning");
        await LenderDoesAsync("returned", lent);

        (await _patron.StatusAsync(id)).ShouldBe("completed");
        (await LentAsync(lent)).ShouldBe("completed");
    }

    [Fact]
    public async Task A_copy_is_asked_scanned_fetched_and_reaches_the_patron()
    {
        var article = "%PDF-1.7 the article"u8.ToArray();
        var id = (await _patron.PlaceAsync(Orders.Shannon)).ShouldBe(201).Json.At("id")!;
        await SettleAsync();
        var lent = await TheirsAsync();
        using var scan = new ByteArrayContent(article);
        scan.Headers.ContentType = new("application/pdf");
        (await _theirs.SendAsync(HttpMethod.Put, $"/api/staff/lending/{lent}/file", await _lender.TokenAsync(), scan)).ShouldBe(200);
        await SettleAsync();

        // The standard hands over an address; our desk fetches the scan from it, and says that we have it.
        (await _patron.StatusAsync(id)).ShouldBe("ready-to-download");
        (await LentAsync(lent)).ShouldBe("completed");
        (await _patron.GetAsync($"/api/requests/{id}/file")).ShouldBe(200).Body.ShouldBe(article);
        (await _staff.SeesAsync(id)).GetProperty("journal")
            .EnumerateArray()
            .SelectMany(entry => entry.GetProperty("events").EnumerateArray()).Count(happened => happened.At("event") == "scan-supplied").ShouldBe(1);
    }

    [Fact]
    public async Task A_cancellation_that_comes_too_late_is_refused()
    {
        var (id, lent) = await AskedAndPromisedAsync();
        (await _patron.PostAsync($"/api/requests/{id}/cancel")).ShouldBe(200);
        await SettleAsync();
        (await LentAsync(lent)).ShouldBe("cancel-asked");

        await LenderDoesAsync("cancel-decline", lent, new { note = "It is packed." });

        (await _patron.StatusAsync(id)).ShouldBe("expected");
        (await _patron.SeesAsync(id)).Timeline().ShouldContain("cancel-refused");
        (await LentAsync(lent)).ShouldBe("to-pull");
    }

    [Fact]
    public async Task An_item_that_the_patron_loses_is_lost_at_both_ends_and_charged_by_the_lender()
    {
        var (id, lent) = await AskedAndPromisedAsync();
        await LenderDoesAsync("ship", lent);
        await OursDoesAsync("receive", id);
        await OursDoesAsync("check-out", id);

        await OursDoesAsync("lost", id, new { note = "Left on a ferry." });

        (await _patron.StatusAsync(id)).ShouldBe("lost");
        (await LentAsync(lent)).ShouldBe("lost");
        (await _lender.GetAsync($"/api/staff/lending/{lent}")).ShouldBe(200).Json.At("charges.0.for").ShouldBe("lost");
    }

    /// <summary>What is proved is the conversation and not its speed: on a busy machine the other bench answers late.</summary>
    private static IServiceCollection WaitLonger(IServiceCollection services)
    {
        services.AddSingleton(new PartnerPatience(TimeSpan.FromMinutes(1)));
        return services;
    }

    private async Task<(string Ours, string Theirs)> AskedAndPromisedAsync()
    {
        var id = (await _patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201).Json.At("id")!;
        await SettleAsync();
        (await _patron.StatusAsync(id)).ShouldBe("expected");
        return (id, await TheirsAsync());
    }

    /// <summary>The lender's own id of the one request it has.</summary>
    private async Task<string> TheirsAsync() => (await _lender.GetAsync("/api/staff/lending")).ShouldBe(200).Json.Items().ShouldHaveSingleItem().At("id")!;

    private async Task<string> LentAsync(string lent) => (await _lender.GetAsync($"/api/staff/lending/{lent}")).ShouldBe(200).Json.At("status")!;

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

    private static Task KnowAsync(ABench bench, string symbol, string agencyId, ABench other, Vendor vendor) => bench.Service<PartnerDirectory>().PutAsync(
        [
            new Partner
            {
                Symbol = symbol,
                Name = symbol,
                Tier = Tier.Hkall,
                AgencyId = agencyId,
                Protocol = Protocol.Iso18626,
                IsoVersion = IsoVersion.V2021,
                Vendor = vendor,
                Endpoint = new Uri(other.Url, "/api/iso18626"),
                Secrets = [Secret],
            },
        ],
        CancellationToken.None);
}

public sealed class TwoLibrariesInMemoryTests : TwoLibrariesTests
{
    protected override Task<ABench> BenchAsync(Action<IServiceCollection> adapt) => ABench.InMemoryAsync(adapt);
}

/// <summary>The same where each takes the other for a system of its own kind: CrossLink with its markers, and Koha.</summary>
public sealed class TwoLibrariesOfOtherSystemsTests : TwoLibrariesTests
{
    protected override Vendor LendersProfile => Vendor.CrossLink;

    protected override Vendor BorrowersProfile => Vendor.Koha;

    protected override Task<ABench> BenchAsync(Action<IServiceCollection> adapt) => ABench.InMemoryAsync(adapt);
}

[Collection(JourneysOnAzurite.Name)]
[Trait("Run", "Full")]
public sealed class TwoLibrariesOnAzuriteTests(AzuriteForJourneys azurite) : TwoLibrariesTests
{
    protected override Task<ABench> BenchAsync(Action<IServiceCollection> adapt) => azurite.BenchAsync(adapt);
}
