using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>Forms that another site sends in somebody's name, and cookies that somebody stole, made or changed.</summary>
public sealed class PageSessionAttackTests(PageSessionAttackTests.OneRequest world) : IClassFixture<PageSessionAttackTests.OneRequest>
{
    private const string Owner = "okafor";

    private static readonly string[] PatronForms =
    [
        "/requests/ID/cancel", "/requests/ID/unwanted", "/requests/ID/renew", "/requests/ID/cost-decision?accept=yes", "/requests/ID/declaration",
        "/requests/ID/office-delivery", "/requests/ID/offer-decision", "/requests/ID/report-scan", "/requests/ID/messages", "/requests/ID/download", "/place/loan",
        "/place/copy", "/place/help", "/find/citation", "/requests/renew-all", "/account/preferences", "/account/history", "/account/devices", "/sign-out",
        "/language",
    ];

    private static readonly string[] StaffForms =
    [
        "/staff/requests/ID", "/staff/requests/ID/add-library", "/staff/requests/ID/edit", "/staff/requests/ID/fees/1", "/staff/requests/ID/library-said",
        "/staff/scan", "/staff/place", "/staff/worklists/to-receive", "/staff/rates", "/staff/closures", "/staff/closures/1", "/staff/policies",
        "/staff/policies/1", "/staff/policies/1/fields", "/staff/holidays", "/staff/letters/cancelled", "/staff/letters/cancelled/preview", "/staff/new-partner", "/staff/partners/HKU/edit",
        "/staff/directory/import", "/staff/directory/take-over", "/staff/parked/1/retry", "/staff/parked/1/dismiss", "/staff/lending/L1",
        "/staff/lending/L1/file", "/staff/requests/ID/person", "/staff/proposals/1", "/staff/views", "/staff/views/1/remove", "/staff/sessions",
    ];

    private readonly ABench _bench = world.Bench;

    public static TheoryData<string, string> OfPatrons => Each(PatronForms, ["no", "an empty", "another person’s", "a tossed", "the cookie’s"]);

    public static TheoryData<string, string> OfStaff => Each(StaffForms, ["no", "another person’s"]);

    [Theory]
    [MemberData(nameof(OfPatrons))]
    public async Task A_patrons_form_with_a_wrong_token_does_nothing(string form, string token)
    {
        await RefusedAsync(await SignedInAsync(Owner), form, token);
        (await _bench.GetAsync($"/api/requests/{world.Id}", await _bench.TokenAsync(Owner))).Header("ETag").ShouldBe(world.Version);
    }

    [Theory]
    [MemberData(nameof(OfStaff))]
    public async Task A_form_of_staff_with_a_wrong_token_does_nothing(string form, string token)
    {
        await RefusedAsync(await SignedInAsync(LendingStaff.Person), form, token);
        (await _bench.GetAsync($"/api/requests/{world.Id}", await _bench.TokenAsync(Owner))).Header("ETag").ShouldBe(world.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    [InlineData("okafor")]
    [InlineData("BEGIN")]
    [InlineData("END")]
    [InlineData("MIDDLE")]
    [InlineData("TWICE")]
    [InlineData("LONG")]
    public async Task A_cookie_that_was_made_or_changed_signs_nobody_in(string change)
    {
        var (name, value) = (await SignedInAsync(Owner)).Session();
        var (visitor, middle) = (new AForm(_bench), value.Length / 2);
        visitor.GoOnWith((name, change switch
        {
            "BEGIN" => Other(value[0]) + value[1..],
            "END" => value[..^4] + "AAAA",
            "MIDDLE" => value[..middle] + Other(value[middle]) + value[(middle + 1)..],
            "TWICE" => value + value,
            "LONG" => new string('A', 8000),
            _ => change,
        }));

        (await visitor.GetAsync("/account")).ShouldBe(303);
    }

    [Theory]
    [InlineData("forms")]
    [InlineData("language")]
    public async Task The_value_of_a_session_under_another_name_signs_nobody_in(string name)
    {
        var (_, value) = (await SignedInAsync(Owner)).Session();
        var visitor = new AForm(_bench);
        visitor.GoOnWith(($"hkall-{name}", value));

        (await visitor.GetAsync("/account")).ShouldBe(303);
    }

    /// <summary>An attacker who plants the cookie of an own session before somebody signs in does not share theirs.</summary>
    [Fact]
    public async Task A_planted_session_does_not_become_that_of_who_signs_in()
    {
        var attacker = await SignedInAsync("petrov");
        var (planted, victim) = (attacker.Session(), new AForm(_bench));
        victim.GoOnWith(planted);

        await victim.SignInAsync(Owner);

        victim.Session().Value.ShouldNotBe(planted.Value);
        (await attacker.GetAsync("/")).Text.ShouldNotContain("Okafor");

        // The session that the browser had has ended.
        (await attacker.GetAsync("/account")).ShouldBe(303);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/data.json")]
    [InlineData("/account/devices")]
    [InlineData("/requests")]
    [InlineData("/requests/ID")]
    [InlineData("/staff")]
    [InlineData("/staff/requests/ID")]
    public async Task Nobody_reads_a_page_of_a_person_without_a_session(string page)
    {
        var answer = await new AForm(_bench).GetAsync(page.Replace("ID", world.Id, StringComparison.Ordinal));

        answer.ShouldBe(303).Header("Location")!.ShouldStartWith("/sign-in?returnUrl=");
        answer.Text.ShouldNotContain("Kuhn");
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/requests/ID")]
    [InlineData("/staff/requests?q=Kuhn")]
    [InlineData("/staff/partners")]
    [InlineData("/staff/directory/export")]
    [InlineData("/staff/rates")]
    [InlineData("/staff/closures")]
    [InlineData("/staff/policies")]
    [InlineData("/staff/policies/1/document")]
    [InlineData("/staff/parked")]
    [InlineData("/staff/schedule")]
    [InlineData("/staff/sessions")]
    public async Task A_patrons_session_opens_no_page_of_staff(string page) =>
        (await (await SignedInAsync(Owner)).GetAsync(page.Replace("ID", world.Id, StringComparison.Ordinal))).ShouldBe(403);

    [Fact]
    public async Task The_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites_forms()
    {
        var reader = new AForm(_bench);
        await reader.GetAsync("/bench/sign-in");
        var answer = await reader.PostAsync("/bench/sign-in/as", ("person", Owner), ("returnUrl", "/"));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("hkall-session=", StringComparison.Ordinal)).ToUpperInvariant();
        cookie.ShouldContain("HTTPONLY");
        cookie.ShouldContain("SAMESITE=LAX");
        cookie.ShouldNotContain("EXPIRES", Case.Sensitive, "The browser forgets it when it closes.");
    }

    private async Task RefusedAsync(AForm reader, string form, string token)
    {
        (await reader.GetAsync("/account")).ShouldBe(200);
        var other = await SignedInAsync("petrov");
        (await other.GetAsync("/account")).ShouldBe(200);
        (string, string)[] fields = token switch
        {
            "no" => [],
            "an empty" => [("form-token", string.Empty)],
            "another person’s" => [("form-token", other.Token)],
            "a tossed" => [("form-token", new string([.. reader.Token.Reverse()]))],
            _ => [("form-token", reader.Cookies.Split("hkall-forms=")[1].Split(';')[0])],
        };

        var answer = await reader.SendAsync(form.Replace("ID", world.Id, StringComparison.Ordinal), [.. fields, ("action", "cancel"), ("session", "all")]);

        answer.Status.ShouldBe(400, form);
        (await reader.GetAsync("/account")).ShouldBe(200);
    }

    private async Task<AForm> SignedInAsync(string person)
    {
        var reader = new AForm(_bench);
        await reader.SignInAsync(person);
        return reader;
    }

    private static char Other(char letter) => letter == 'A' ? 'B' : 'A';

    private static TheoryData<string, string> Each(string[] forms, string[] tokens)
    {
        var rows = new TheoryData<string, string>();
        foreach (var form in forms)
        {
            foreach (var token in tokens)
            {
                rows.Add(form, token);
            }
        }

        return rows;
    }

    /// <summary>A bench on which one patron has one request.</summary>
    public sealed class OneRequest : IAsyncLifetime
    {
        public ABench Bench { get; private set; } = null!;

        public string Id { get; private set; } = string.Empty;

        public string? Version { get; private set; }

        public async Task InitializeAsync()
        {
            Bench = await ABench.InMemoryAsync();
            Id = await Bench.Patron(Owner).HasPlacedAsync(Orders.Kuhn);
            Version = (await Bench.GetAsync($"/api/requests/{Id}", await Bench.TokenAsync(Owner))).Header("ETag");
        }

        public async Task DisposeAsync() => await Bench.DisposeAsync();
    }
}
