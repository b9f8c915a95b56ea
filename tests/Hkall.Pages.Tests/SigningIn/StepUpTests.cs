using Hkall.LocalHost;
using Hkall.LocalHost.People;
using Hkall.Pages.SigningIn;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>What moves money or addresses needs a recent sign-in, on the pages.</summary>
public sealed class StepUpTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    /// <summary>The whole list. A route that is added here has to be marked, and one that is marked has to be added here.</summary>
    private static readonly string[] Marked =
    [
        "GET /api/staff/partners/export", "GET /staff/directory/export", "GET /staff/directory/import",
        "POST /api/staff/invoices", "POST /api/staff/invoices/{number}/{action} paid unpaid cancel",
        "POST /api/staff/partners/import", "POST /api/staff/patrons/{patronId}/fees/{feeId}/settle", "POST /api/staff/patrons/{patronId}/fees/{feeId}/waive",
        "POST /api/staff/proposals/{id}/approve", "POST /api/staff/proposals/{id}/reject",
        "POST /api/staff/patrons/{patronId}/end-sessions", "POST /api/staff/requests/{id}/{action} charge-fee charge-supply", "POST /staff/sessions",
        "POST /staff/directory/import", "POST /staff/directory/take-over", "POST /staff/new-partner", "POST /staff/partners/{symbol}/edit",
        "POST /staff/invoices", "POST /staff/invoices/{number} paid unpaid cancel",
        "POST /staff/proposals/{id}", "POST /staff/rates", "POST /staff/requests/{id} charge-fee charge-supply", "POST /staff/requests/{id}/fees/{number:int}",
        "POST /api/staff/policies/{version}/again", "POST /api/staff/policies/{version}/put-in-force", "POST /staff/policies/{version:int} put-in-force again",
        "PUT /api/staff/partners/{symbol}", "PUT /api/staff/rates",
        "PUT /api/staff/letters/{notice}/{language}", "DELETE /api/staff/letters/{notice}/{language}", "POST /staff/letters/{notice}",
    ];

    private readonly ABench _bench = fixture.Bench;

    [Fact]
    public void Just_the_listed_routes_need_a_recent_sign_in() =>
        _bench.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<FreshSignInMark>() is not null)
            .Select(endpoint => string.Join(
                ' ',
                [
                    endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], $"/{endpoint.RoutePattern.RawText!.Trim('/')}",
                    .. endpoint.Metadata.GetMetadata<FreshSignInMark>()!.Actions,
                ]))
            .ShouldBe(Marked, ignoreOrder: true);

    [Fact]
    public async Task A_form_that_comes_too_late_is_kept_and_sent_after_a_new_sign_in()
    {
        var staff = await WithAnOldSignInAsync();

        var asked = (await staff.PostAsync("/staff/rates", ("currency", "EUR"), ("hkdPerUnit", "8.51"))).ShouldBe(401);
        asked.Text.ShouldContain("What you entered is kept.");
        (await _bench.GetAsync("/api/staff/rates", await _bench.TokenAsync(LendingStaff.Person))).Text.ShouldNotContain("8.51");

        var back = Uri.UnescapeDataString(asked.Text.Split("/sign-in/anew?returnUrl=")[1].Split('"')[0]);
        back.ShouldStartWith("/sign-in/continue/");
        await staff.SignInAsync(LendingStaff.Person);
        var page = (await staff.GetAsync(back)).ShouldBe(200).Text;
        page.ShouldContain("action=\"/staff/rates\"");
        page.ShouldContain("name=\"hkdPerUnit\" value=\"8.51\"");
        (await staff.PostAsync("/staff/rates", ("currency", "EUR"), ("hkdPerUnit", "8.51"))).ShouldBe(303);

        (await _bench.GetAsync("/api/staff/rates", await _bench.TokenAsync(LendingStaff.Person))).Text.ShouldContain("8.51");
    }

    [Fact]
    public async Task A_kept_form_is_shown_to_nobody_else()
    {
        var staff = await WithAnOldSignInAsync();
        var asked = (await staff.PostAsync("/staff/rates", ("currency", "JPY"), ("hkdPerUnit", "0.05"))).ShouldBe(401);
        var back = Uri.UnescapeDataString(asked.Text.Split("/sign-in/anew?returnUrl=")[1].Split('"')[0]);

        var (other, nobody) = (new AForm(_bench), new AForm(_bench));
        await other.SignInAsync("tsang-chi-ho");

        (await other.GetAsync(back)).ShouldBe(404);
        (await nobody.GetAsync(back)).ShouldBe(303);
        (await staff.GetAsync("/sign-in/continue/no-such-form")).ShouldBe(404);
    }

    [Fact]
    public async Task Other_actions_of_the_same_form_need_no_new_sign_in()
    {
        var staff = await WithAnOldSignInAsync();

        (await staff.PostAsync("/staff/requests/ABCDEFGHJKMNPQRSTVWXYZ0123", ("action", "note"), ("note", "x"))).ShouldBe(404);
        (await staff.PostAsync("/staff/requests/ABCDEFGHJKMNPQRSTVWXYZ0123", ("action", "charge-fee"))).ShouldBe(401);
        (await staff.PostAsync("/staff/requests/ABCDEFGHJKMNPQRSTVWXYZ0123/fees/1", ("action", "settle"))).ShouldBe(401);
        (await staff.PostAsync("/staff/requests/ABCDEFGHJKMNPQRSTVWXYZ0123/fees/1", ("action", "waive"))).ShouldBe(401);
    }

    [Fact]
    public async Task An_export_asks_for_a_new_sign_in_and_leads_back_to_itself()
    {
        var staff = await WithAnOldSignInAsync();

        (await staff.GetAsync("/staff/directory/export")).ShouldBe(401).Text.ShouldContain("/sign-in/anew?returnUrl=%2Fstaff%2Fdirectory%2Fexport");

        await staff.SignInAsync(LendingStaff.Person);
        (await staff.GetAsync("/staff/directory/export")).ShouldBe(200);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_before_anything_is_kept()
    {
        var staff = await WithAnOldSignInAsync();

        (await staff.SendAsync("/staff/rates", ("currency", "EUR"), ("hkdPerUnit", "8.51"))).ShouldBe(400);
    }

    /// <summary>A sign-in of which the provider did not say when it was is as old as one of long ago.</summary>
    [Fact]
    public async Task A_sign_in_of_unknown_age_is_not_recent()
    {
        var staff = new AForm(_bench);
        staff.GoOnWith(_bench.SessionOf(Staff(), authenticatedAt: null));

        (await staff.GetAsync("/staff/directory/export")).ShouldBe(401);
    }

    private static System.Security.Claims.ClaimsPrincipal Staff() =>
        PageSession.Principal(BenchIssuer.ClaimsOf(SamplePeople.Find(LendingStaff.Person).ShouldNotBeNull()));

    private async Task<AForm> WithAnOldSignInAsync()
    {
        var staff = new AForm(_bench);
        staff.GoOnWith(_bench.SessionOf(Staff(), BenchServices.RealTime.GetUtcNow() - FreshSignIn.For));
        (await staff.GetAsync("/account")).ShouldBe(200);
        return staff;
    }
}
