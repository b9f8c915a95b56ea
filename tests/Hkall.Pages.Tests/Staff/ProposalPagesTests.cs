using Hkall.Service.Policies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A change that needs a second person, on the pages.</summary>
public sealed class ProposalPagesTests
{
    [Fact]
    public async Task A_waiver_is_proposed_on_the_page_of_its_request_and_approved_by_another()
    {
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(PolicyFile.Default() with
        {
            FourEyes = new FourEyesPolicy { WaiversFromHkd = 100 },
        }));
        var (patron, desk) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await bench.AdvanceAsync("P3D");
        await desk.DoesAsync("receive", id);
        await desk.DoesAsync("charge-fee", id, new { fee = "damage", amount = new { currency = "HKD", amount = 120 }, note = "Pages are torn." });
        var staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person);
        await staff.GetAsync($"/staff/requests/{id}");

        (await staff.PostAsync($"/staff/requests/{id}/fees/1", ("action", "waive"), ("reason", "It was old."))).ShouldBe(303).Header("Location")
            .ShouldBe($"/staff/requests/{id}?told=proposed");
        (await staff.GetAsync($"/staff/requests/{id}?told=proposed")).Text
            .ShouldContain("Proposed. It takes effect when another member of staff has approved it.");
        (await staff.GetAsync("/staff")).ShouldBe(200).Text.ShouldContain("Changes that wait for a second person: 1");
        var own = (await staff.GetAsync("/staff/proposals")).ShouldBe(200).Text;
        own.ShouldContain("Another member of staff decides on it.");
        own.ShouldNotContain("value=\"approve\"");
        var address = $"/staff/proposals/{(await desk.GetAsync("/api/staff/proposals")).Json.Items()[0].At("id")}";
        (await staff.PostAsync(address, ("action", "approve"))).ShouldBe(409).Text.ShouldContain("another member of staff decides on it");

        var second = await AuditPagesTests.SignedInAsync(bench, "tsang-chi-ho");
        (await second.GetAsync("/staff/proposals")).ShouldBe(200).Text.ShouldContain($"action=\"{address}\"");
        (await second.PostAsync(address, ("action", "perhaps"))).ShouldBe(404);
        (await second.PostAsync(address, ("action", "approve"))).ShouldBe(303).Header("Location").ShouldBe("/staff/proposals?told=approve");

        (await patron.FeesAsync()).At("balance.amount").ShouldBe("0");
        (await second.GetAsync(address)).ShouldBe(303);
    }

    [Fact]
    public async Task A_new_library_with_an_address_is_proposed_and_may_be_rejected()
    {
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(PolicyFile.Default() with
        {
            FourEyes = new FourEyesPolicy { PartnerAddressAndSecret = true },
        }));
        var staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person);
        await staff.GetAsync("/staff/new-partner");

        (await staff.PostAsync(
            "/staff/new-partner", ("symbol", "NEW"), ("name", "New Library"), ("agencyId", "X:NEW"), ("tier", "local"), ("kind", "local-library"),
            ("protocol", "iso18626"), ("endpoint", "https://example.org/iso"), ("contact.email", "ill@example.org"),
            ("secrets", "whsec_" + Convert.ToBase64String(new byte[32]))))
            .ShouldBe(303).Header("Location").ShouldBe("/staff/partners?told=proposed");

        (await staff.GetAsync("/staff/partners/NEW")).ShouldBe(404);
        var second = await AuditPagesTests.SignedInAsync(bench, "tsang-chi-ho", "en");
        (await second.GetAsync("/staff/proposals")).ShouldBe(200).Text.ShouldContain("https://example.org/iso");
        var id = (await bench.LendingStaff().GetAsync("/api/staff/proposals")).Json.Items()[0].At("id");
        (await second.PostAsync($"/staff/proposals/{id}", ("action", "reject"))).ShouldBe(303);
        (await second.GetAsync("/staff/proposals?told=reject")).Text.ShouldContain("Rejected. Nothing was changed.");
        (await staff.GetAsync("/staff/partners/NEW")).ShouldBe(404);
    }
}
