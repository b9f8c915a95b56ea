using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>Whatever a patron does, the API and the pages do it, or refuse it, alike.</summary>
public sealed class PatronsBothWaysTests(PatronsRequests requests) : IClassFixture<PatronsRequests>
{
    private const string Unknown = "7YBQX1AGBZMSD7W1X4SXJB9YAJ";

    public static TheoryData<string, Way> Actions => Ways.Of(PatronsActions.All.Select(action => action.Name));

    public static TheoryData<string, int, Way> BadInputs => Ways.Of(
        PatronsActions.All.SelectMany(action => PatronsActions.BadInputs(action.Name).Select((_, number) => (action.Name, number))));

    [Theory, MemberData(nameof(Actions))]
    public async Task Another_patrons_request_does_not_exist(string name, Way way)
    {
        var (action, id) = (Action(name), requests.Standing.Ids[name]);
        var before = await SeenAsync(requests.Standing, name);

        await requests.Stranger.ShouldNotFindAsync(way, action, id);
        foreach (var input in PatronsActions.BadInputs(name))
        {
            await requests.Stranger.ShouldNotFindAsync(way, action, id, input);
        }

        (await SeenAsync(requests.Standing, name)).ShouldBe(before);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task An_unknown_request_is_not_found(string name, Way way)
    {
        await requests.Standing.Caller.ShouldNotFindAsync(way, Action(name), Unknown);
        await requests.Standing.Caller.ShouldNotFindAsync(way, Action(name), "no-such-request");
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task An_action_in_the_wrong_state_is_refused_with_the_same_reason(string name, Way way)
    {
        var (preparedFor, status, code) = PatronsActions.WrongState(name);
        var before = await SeenAsync(requests.Standing, preparedFor);

        await requests.Standing.Caller.ShouldBeRefusedAsync(way, Action(name), requests.Standing.Ids[preparedFor], status, code);

        (await SeenAsync(requests.Standing, preparedFor)).ShouldBe(before);
    }

    /// <summary>A download counts by itself, and its page stays.</summary>
    [Theory, MemberData(nameof(Actions))]
    public async Task From_an_old_page_no_action_is_carried_out(string name, Way way)
    {
        var before = await SeenAsync(requests.Standing, name);

        if (name != "download")
        {
            await requests.Standing.Caller.ShouldAskAgainAsync(way, Action(name), requests.Standing.Ids[name]);
        }

        (await SeenAsync(requests.Standing, name)).ShouldBe(before);
    }

    /// <summary>The action itself would be possible, so a malformed input that was taken for another one would show.</summary>
    [Theory, MemberData(nameof(BadInputs))]
    public async Task A_malformed_input_is_refused_and_nothing_changes(string name, int number, Way way)
    {
        var before = await SeenAsync(requests.Standing, name);

        await requests.Standing.Caller.ShouldBlameAsync(way, Action(name), requests.Standing.Ids[name], PatronsActions.BadInputs(name)[number]);

        (await SeenAsync(requests.Standing, name)).ShouldBe(before);
    }

    [Fact]
    public async Task Every_action_is_carried_out_either_way_with_the_same_result()
    {
        foreach (var action in PatronsActions.All)
        {
            var (api, page) = (requests.ToActOn(Way.Api), requests.ToActOn(Way.Page));
            var before = await SeenAsync(page, action.Name);

            (await api.Caller.DoesAsync(Way.Api, action, api.Ids[action.Name])).ShouldBe(200);
            (await page.Caller.DoesAsync(Way.Page, action, page.Ids[action.Name])).Status.ShouldBe(action.Name == "download" ? 200 : 303, action.Name);
            await requests.Bench.SettleAsync();

            var (byApi, byPage) = (await api.By.SeesAsync(api.Ids[action.Name]), await page.By.SeesAsync(page.Ids[action.Name]));
            byPage.ToString().ShouldNotBe(before, action.Name);
            byPage.At("status").ShouldBe(byApi.At("status"), action.Name);
            byPage.Timeline().ShouldBe(byApi.Timeline(), action.Name);
            byPage.At("download.remaining").ShouldBe(byApi.At("download.remaining"), action.Name);
        }
    }

    [Theory]
    [InlineData(Way.Api)]
    [InlineData(Way.Page)]
    public async Task A_blocked_patron_renews_nothing(Way way) =>
        await requests.Blocked.Caller.ShouldBeRefusedAsync(way, Action("renew"), requests.Blocked.Ids["renew"], 409, "blocked");

    [Fact]
    public async Task Staff_renew_nothing_for_a_blocked_patron() =>
        (await requests.Bench.LendingStaff().TriesToAsync("renew", requests.Blocked.Ids["renew"], new { by = "telephone", note = "She rang." }))
            .ShouldBeProblem(409, "blocked");

    [Fact]
    public async Task A_blocked_patron_is_offered_no_renewal_and_reads_why()
    {
        const string Why = "Your Library account is blocked: an unpaid bill.";
        var id = requests.Blocked.Ids["renew"];

        var seen = await requests.Blocked.By.SeesAsync(id);
        seen.Actions().ShouldNotContain("renew");
        (seen.At("loan.renewable"), seen.At("loan.renewableWhy")).ShouldBe(("False", Why));
        var listed = (await requests.Blocked.By.MyRequestsAsync()).Single(one => one.At("id") == id);
        listed.Actions().ShouldNotContain("renew");
        var page = (await requests.Blocked.Caller.GoAsync($"/requests/{id}")).ShouldBe(200);
        page.Text.ShouldNotContain($"/requests/{id}/renew");
        page.ShouldBeAPageThatSays(Why);

        var other = requests.Standing.Ids["renew"];
        (await requests.Standing.By.SeesAsync(other)).Actions().ShouldContain("renew");
        (await requests.Standing.Caller.GoAsync($"/requests/{other}")).ShouldBe(200).Text.ShouldContain($"/requests/{other}/renew");
    }

    private static AnAction Action(string name) => PatronsActions.All.Single(action => action.Name == name);

    private static async Task<string> SeenAsync(Prepared prepared, string action) => (await prepared.By.SeesAsync(prepared.Ids[action])).ToString();
}
