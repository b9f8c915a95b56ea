using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>Whatever staff do, the API and the pages do it, or refuse it, alike.</summary>
public sealed class StaffBothWaysTests(StaffsRequests requests) : IClassFixture<StaffsRequests>
{
    private const string Unknown = "7YBQX1AGBZMSD7W1X4SXJB9YAJ";
    private const string UnknownLending = "L7YBQX1AGBZMSD7W1X4SXJB9YAJ";

    private static readonly IReadOnlyList<AnAction> OnRequests =
        [.. StaffsActions.OnRequests, StaffsActions.Edit, StaffsActions.AddLibrary, StaffsActions.LibrarySaid];

    public static TheoryData<string, Way> Actions => Ways.Of(OnRequests.Select(action => action.Name));

    public static TheoryData<string, Way> RefusedActions =>
        Ways.Of(OnRequests.Select(action => action.Name).Where(name => StaffsActions.WhenAsked(name) is not null));

    public static TheoryData<string, Way> LendingActions => Ways.Of(StaffsActions.OnLendings.Select(action => action.Name));

    public static TheoryData<int, Way> BadInputs => Ways.Of(Enumerable.Range(0, StaffsActions.BadInputs.Count));

    public static TheoryData<int, Way> BadLendingInputs => Ways.Of(Enumerable.Range(0, StaffsActions.BadLendingInputs.Count));

    public static TheoryData<int, Way> BadForms => Ways.Of(Enumerable.Range(0, StaffsActions.BadForms.Count));

    private ACaller Staff => requests.Staff;

    [Theory, MemberData(nameof(Actions))]
    public async Task An_unknown_request_is_not_found(string name, Way way)
    {
        await Staff.ShouldNotFindAsync(way, OnRequest(name), Unknown);
        await Staff.ShouldNotFindAsync(way, OnRequest(name), "no-such-request");
    }

    [Theory, MemberData(nameof(LendingActions))]
    public async Task An_unknown_request_to_lend_is_not_found(string name, Way way)
    {
        await Staff.ShouldNotFindAsync(way, OnLending(name), UnknownLending);
        await Staff.ShouldNotFindAsync(way, OnLending(name), Unknown);
    }

    /// <summary>Opened again, the request would not be cancelled for the others.</summary>
    public static TheoryData<string, Way> ActionsButReopening => Ways.Of(OnRequests.Select(action => action.Name).Where(name => name != "reopen"));

    [Theory, MemberData(nameof(ActionsButReopening))]
    public async Task A_cancelled_request_is_refused_each_action_with_the_same_reason(string name, Way way)
    {
        if (StaffsActions.WhenCancelled(name) is var (status, code))
        {
            await Staff.ShouldBeRefusedAsync(way, OnRequest(name), requests.Cancelled, status, code);
        }
        else
        {
            (await Staff.DoesAsync(way, OnRequest(name), requests.Cancelled)).Status.ShouldBe(way == Way.Api ? 200 : 303);
        }
    }

    [Theory, MemberData(nameof(RefusedActions))]
    public async Task A_request_whose_library_has_not_answered_is_refused_what_comes_later_with_the_same_reason(string name, Way way)
    {
        var (status, code) = StaffsActions.WhenAsked(name)!.Value;
        var before = await SeenAsync($"/api/staff/requests/{requests.Open}");

        await Staff.ShouldBeRefusedAsync(way, OnRequest(name), requests.Open, status, code);

        (await SeenAsync($"/api/staff/requests/{requests.Open}")).ShouldBe(before);
    }

    [Theory, MemberData(nameof(LendingActions))]
    public async Task A_declined_request_to_lend_is_refused_each_action_with_the_same_reason(string name, Way way)
    {
        if (StaffsActions.WhenDeclined(name) is var (status, code))
        {
            await Staff.ShouldBeRefusedAsync(way, OnLending(name), requests.DeclinedLending, status, code);
        }
        else
        {
            (await Staff.DoesAsync(way, OnLending(name), requests.DeclinedLending)).Status.ShouldBe(way == Way.Api ? 200 : 303);
        }
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task From_an_old_page_or_another_requests_page_no_action_is_carried_out(string name, Way way)
    {
        var id = name is "edit" or "add-library" ? requests.InReview : requests.Open;
        var before = await SeenAsync($"/api/staff/requests/{id}");

        await Staff.ShouldAskAgainAsync(way, OnRequest(name), id);

        (await SeenAsync($"/api/staff/requests/{id}")).ShouldBe(before);
    }

    [Theory, MemberData(nameof(LendingActions))]
    public async Task From_an_old_page_no_action_of_lending_is_carried_out(string name, Way way)
    {
        var before = await SeenAsync($"/api/staff/lending/{requests.Lending}");

        await Staff.ShouldAskAgainAsync(way, OnLending(name), requests.Lending);

        (await SeenAsync($"/api/staff/lending/{requests.Lending}")).ShouldBe(before);
    }

    [Theory, MemberData(nameof(BadInputs))]
    public async Task A_malformed_input_is_refused_and_nothing_changes(int number, Way way)
    {
        var (name, input) = StaffsActions.BadInputs[number];
        var id = name is "edit" or "add-library" ? requests.InReview : requests.Open;
        var before = await SeenAsync($"/api/staff/requests/{id}");

        await Staff.ShouldBlameAsync(way, OnRequest(name), id, OfForm(name, input));

        (await SeenAsync($"/api/staff/requests/{id}")).ShouldBe(before);
    }

    [Theory, MemberData(nameof(BadLendingInputs))]
    public async Task A_malformed_input_about_a_request_to_lend_is_refused_and_nothing_changes(int number, Way way)
    {
        var (name, input) = StaffsActions.BadLendingInputs[number];
        var before = await SeenAsync($"/api/staff/lending/{requests.Lending}");

        await Staff.ShouldBlameAsync(way, OnLending(name), requests.Lending, OfForm(name, input));

        (await SeenAsync($"/api/staff/lending/{requests.Lending}")).ShouldBe(before);
    }

    [Theory, MemberData(nameof(BadForms))]
    public async Task A_malformed_form_is_refused(int number, Way way)
    {
        var (action, input) = StaffsActions.BadForms[number];

        await Staff.ShouldBlameAsync(way, action, string.Empty, input);
    }

    [Theory]
    [InlineData("fly", Way.Api)]
    [InlineData("fly", Way.Page)]
    [InlineData("", Way.Page)]
    public async Task An_action_that_does_not_exist_is_not_found(string name, Way way)
    {
        var onRequest = new AnAction(name, $"POST /api/staff/requests/{{id}}/{name}", "POST /staff/requests/{id}", "{}", $"action={name}");
        var onLending = new AnAction(name, $"POST /api/staff/lending/{{id}}/{name}", "POST /staff/lending/{id}", "{}", $"action={name}");

        await Staff.ShouldNotFindAsync(way, onRequest, requests.Open);
        await Staff.ShouldNotFindAsync(way, onLending, requests.Lending);
    }

    [Theory]
    [InlineData("settle", Way.Api)]
    [InlineData("settle", Way.Page)]
    [InlineData("waive", Way.Api)]
    [InlineData("waive", Way.Page)]
    public async Task A_fee_is_refused_alike(string name, Way way)
    {
        const string Reason = """{"reason":"Receipt 1."}""";
        await Staff.ShouldNotFindAsync(way, OnFee(name, requests.Fee, Reason, "reason=Receipt+1."), Unknown);
        await Staff.ShouldNotFindAsync(way, OnFee(name, requests.Fee, Reason, "reason=Receipt+1."), "no-such-request");
        await Staff.ShouldBeRefusedAsync(way, OnFee(name, 99, Reason, "reason=Receipt+1."), requests.Owing, 404, "no-such-fee");
        await Staff.ShouldBeRefusedAsync(
            way,
            OnFee(name, requests.Fee, """{"reason":"Receipt 1.","amount":{"currency":"HKD","amount":21}}""", "reason=Receipt+1.&amount=21"),
            requests.Owing,
            422,
            "wrong-amount");
        await Staff.ShouldBlameAsync(way, OnFee(name, requests.Fee), requests.Owing, new(
            """{"reason":" "}""", $"action={name}&reason=", 400, "missing-member", "reason", "A reason, which the patron can read."));
        await Staff.ShouldBlameAsync(way, OnFee(name, requests.Fee), requests.Owing, new(
            """{"reason":"x","amount":{"currency":"HKD","amount":"all"}}""",
            $"action={name}&reason=x&amount=all",
            400,
            "wrong-type",
            "amount.amount",
            "An amount such as 12.50."));
        (await requests.Patron.Self.FeesAsync()).At("balance.amount").ShouldNotBe("0");
    }

    [Theory]
    [InlineData(Way.Api)]
    [InlineData(Way.Page)]
    public async Task A_parked_message_is_retried_and_dismissed_alike(Way way)
    {
        AnAction Of(string name, string? json = null, string fields = "") =>
            new(name, $"POST /api/staff/parked/{{id}}/{name}", $"POST /staff/parked/{{id}}/{name}", json, fields);
        foreach (var unknown in new[] { new string('0', 32), "no-such-message" })
        {
            await Staff.ShouldNotFindAsync(way, Of("retry"), unknown);
            await Staff.ShouldNotFindAsync(way, Of("dismiss", """{"reason":"x"}""", "reason=x"), unknown);
        }

        await Staff.ShouldNotFindAsync(way, Of("dismiss", "{}"), "no-such-message");
        await Staff.ShouldBlameAsync(
            way, Of("dismiss"), requests.Parked, new("""{"reason":" "}""", "reason=", 400, "missing-member", "reason", "Why it is not needed."));
        (await requests.Bench.LendingStaff().ParkedAsync()).ShouldContain(message => message.At("id") == requests.Parked);
    }

    [Theory]
    [InlineData(Way.Api)]
    [InlineData(Way.Page)]
    public async Task A_request_for_a_patron_is_refused_alike(Way way)
    {
        AnAction Of(string patron, string? json = null, string fields = "") =>
            new("place-for", $"POST /api/staff/requests/{patron}/place-for", "POST /staff/place", json, $"patron={patron}&{fields}");
        const string Order = """{"service":"loan","item":{"title":"A book","author":"Somebody"}}""";
        const string Fields = "title=A+book&author=Somebody";

        var unknown = (await Staff.DoesAsync(way, Of("p00000000000000000000000000", Order, $"service=loan&{Fields}"), string.Empty)).ShouldBe(404);
        if (way == Way.Api)
        {
            unknown.ShouldBeProblem(404, "unknown-patron");
        }

        await Staff.ShouldBeRefusedAsync(way, Of(requests.PatronId, Order, $"service=loan&{Fields}"), string.Empty, 409, "blocked");
        await Staff.ShouldBlameAsync(way, Of(requests.PatronId), string.Empty, new(
            Order.Replace("loan", "gift", StringComparison.Ordinal),
            $"patron={requests.PatronId}&service=gift&{Fields}",
            400,
            "unknown-value",
            "service",
            "One of loan, copy."));
        await Staff.ShouldBlameAsync(way, Of(requests.PatronId), string.Empty, new(
            """{"service":"loan","item":{"author":"Somebody"}}""",
            $"patron={requests.PatronId}&service=loan&author=Somebody",
            422,
            "invalid-item",
            "item.title",
            "The title is needed."));
    }

    private static AnAction OnRequest(string name) => OnRequests.Single(action => action.Name == name);

    private static AnAction OnLending(string name) => StaffsActions.OnLendings.Single(action => action.Name == name);

    private AnAction OnFee(string name, int fee, string? json = null, string fields = "") =>
        new(
            name,
            $"POST /api/staff/patrons/{requests.PatronId}/fees/{{id}}-{fee}/{name}",
            $"POST /staff/requests/{{id}}/fees/{fee}",
            json,
            $"action={name}&{fields}");

    /// <summary>The form of an action says which one it is.</summary>
    private static ABadInput OfForm(string name, ABadInput input) => input with { Fields = $"action={name}&{input.Fields}" };

    private async Task<string> SeenAsync(string path) => (await requests.Bench.LendingStaff().GetAsync(path)).ShouldBe(200).Text;
}
