using System.Text;
using System.Text.Json;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Service.Policies;

namespace Hkall.Service.Tests.Policies;

public class PolicyFileTests
{
    private static PolicyDocument Read(string json) => PolicyFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static IReadOnlyList<string> FaultsOf(string json) => Should.Throw<BadPolicyException>(() => Read(json)).Faults;

    [Fact]
    public void The_document_that_is_shipped_says_what_the_defaults_say() =>
        JsonSerializer.Serialize(PolicyFile.Default().ToPolicy()).ShouldBe(JsonSerializer.Serialize(new Policy()));

    [Fact]
    public void The_document_names_every_figure_there_is()
    {
        using var stream = typeof(PolicyFile).Assembly.GetManifestResourceStream("policy.json").ShouldNotBeNull();
        using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var named = document.RootElement.GetProperty("figures").EnumerateObject().Select(figure => figure.Name).Append("privileges");

        named.ShouldBe(typeof(Policy).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)), ignoreOrder: true);
    }

    [Fact]
    public void A_policy_value_that_is_left_out_keeps_its_default() =>
        Read("""{ "figures": { "pickupDays": 5 } }""").ToPolicy().ShouldSatisfyAllConditions(
            policy => policy.PickupDays.ShouldBe(5),
            policy => policy.DownloadsAllowed.ShouldBe(5));

    [Theory]
    [InlineData("""{ "figurs": {} }""", "$.figurs")]
    [InlineData("""{ "library": { "agencyId": "LNU", "name": "Lingnan University Library" } }""", "library.agencyId")]
    [InlineData("""{ "mail": { "reminders": ["overdue"], "optional": ["overdue"] } }""", "mail.optional")]
    [InlineData("""{ "mail": { "first": [], "reminders": ["recalled"], "optional": ["recalled"] } }""", "mail.optional")]
    [InlineData("""{ "figures": { "lostWarningDays": -1 } }""", "figures.lostWarningDays")]
    [InlineData("""{ "figures": { "shortLoanWorkingDays": -1 } }""", "figures.shortLoanWorkingDays")]
    [InlineData("""{ "library": { "agencyId": "JULAC:LNU", "name": " " } }""", "library.name")]
    [InlineData("""{ "library": { "agencyId": "JULAC:LNU", "name": "Lingnan", "securityContact": "http://library.example/" } }""", "library.securityContact")]
    [InlineData("""{ "library": { "agencyId": "JULAC:LNU", "name": "Lingnan", "securityContact": "security@library.example" } }""", "library.securityContact")]
    [InlineData("""{ "library": { "agencyId": "JULAC:LNU", "name": "Lingnan", "securityPolicy": "/SECURITY.md" } }""", "library.securityPolicy")]
    [InlineData("""{ "figures": { "pickupDays": "seven" } }""", "$.figures.pickupDays")]
    [InlineData("""{ "figures": { "pickupDays": 0 } }""", "figures.pickupDays")]
    [InlineData("""{ "figures": { "downloadsAllowed": -5 } }""", "figures.downloadsAllowed")]
    [InlineData("""{ "figures": { "reply": { "hkall": { "workingDays": 5, "atMostDays": 3 }, "local": { "workingDays": 3, "atMostDays": 10 }, "overseas": { "workingDays": 5, "atMostDays": 14 } } } }""", "figures.reply.hkall")]
    [InlineData("""{ "figures": { "overdueNoticeDays": [8, 1] } }""", "figures.overdueNoticeDays")]
    [InlineData("""{ "figures": { "overdueNoticeDays": [1, 60] } }""", "figures.lostAfterDays")]
    [InlineData("""{ "figures": { "loanDays": { "academic": 60, "research": 60, "postgraduate": 60, "nonAcademic": 30 } } }""",
        "figures.loanDays.undergraduate")]
    [InlineData("""{ "figures": { "costThreshold": { "currency": "HKD", "amount": -1 } } }""", "figures.costThreshold")]
    [InlineData("""{ "figures": { "routing": { "measuredFrom": 0 } } }""", "figures.routing.measuredFrom")]
    [InlineData("""{ "figures": { "version": " " } }""", "figures.version")]
    [InlineData("""{ "figures": { "lending": { "loanDays": 0 } } }""", "figures.lending.loanDays")]
    [InlineData("""{ "figures": { "lending": { "answer": { "workingDays": 5, "atMostDays": 3 } } } }""", "figures.lending.answer")]
    [InlineData("""{ "figures": { "lending": { "overdueDays": [1, 60] } } }""", "figures.lending.overdueDays")]
    [InlineData("""{ "figures": { "lending": { "lostFee": { "currency": "HKD", "amount": -1 } } } }""", "figures.lending.lostFee")]
    [InlineData("""{ "figures": { "lending": { "pauses": [ { "from": "2026-12-24", "until": "2026-12-20", "why": "Stocktaking" } ] } } }""",
        "figures.lending.pauses.2026-12-24")]
    [InlineData("""{ "closedDays": [ { "date": "2026-12-24", "why": "Winter", "until": "2026-12-20" } ] }""", "closedDays.2026-12-24")]
    [InlineData("""{ "stamp": { "wording": " " } }""", "stamp.wording")]
    [InlineData("""{ "stamp": { "wording": "two\nlines" } }""", "stamp.wording")]
    [InlineData("""{ "stamp": { "mostPages": 0 } }""", "stamp.mostPages")]
    [InlineData("""{ "stamp": { "mostMegabytes": 65 } }""", "stamp.mostMegabytes")]
    [InlineData("not json", "$")]
    public void A_bad_document_stops_the_start_with_the_path_and_the_reason(string json, string path)
    {
        var fault = FaultsOf(json).ShouldHaveSingleItem();

        fault.ShouldStartWith(path);
        fault.Length.ShouldBeGreaterThan(path.Length + 2);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        FaultsOf("""{ "figures": { "pickupDays": 0, "recallDays": 0, "downloadDays": 0 } }""").Count.ShouldBe(3);

    [Fact]
    public void On_a_day_on_which_the_library_is_closed_nothing_is_waited_for()
    {
        var calendar = PolicyFile.RuleBookOf(Read("""{ "closedDays": [ { "date": "2026-11-25", "why": "Congregation", "until": "2026-11-26" } ] }""")).Calendar;

        calendar.AddWorkingDays(new DateOnly(2026, 11, 24), 1).ShouldBe(new DateOnly(2026, 11, 27));
    }

    [Fact]
    public void A_library_that_works_on_Saturdays_says_so() =>
        PolicyFile.RuleBookOf(Read("""{ "worksOnSaturdays": true }""")).Calendar.IsWorkingDay(new DateOnly(2026, 11, 28)).ShouldBeTrue();

    [Theory]
    [InlineData("B", PatronGroup.Undergraduate, Tier.Local, ServiceType.Copy, Access.Conditional)]
    [InlineData("C", PatronGroup.Undergraduate, Tier.Local, ServiceType.Copy, Access.NotAllowed)]
    [InlineData("B", PatronGroup.Academic, Tier.Overseas, ServiceType.Copy, Access.Allowed)]
    [InlineData("C", PatronGroup.Academic, Tier.Overseas, ServiceType.Loan, Access.Allowed)]
    public void The_other_readings_of_the_table_are_a_word_away(string reading, PatronGroup group, Tier tier, ServiceType service, Access access) =>
        Read($$"""{ "reading": "{{reading}}" }""").ToPolicy().Privileges[group].For(tier).For(service).ShouldBe(access);

    [Fact]
    public void In_every_reading_books_from_overseas_are_not_for_undergraduates_and_copies_are_on_conditions()
    {
        foreach (var reading in Enum.GetValues<Reading>())
        {
            Eligibility.For(PatronGroup.Undergraduate, Tier.Overseas, ServiceType.Loan, reading).ShouldBe(Access.NotAllowed);
            Eligibility.For(PatronGroup.NonAcademic, Tier.Overseas, ServiceType.Copy, reading).ShouldBe(Access.Conditional);
            Eligibility.For(PatronGroup.Undergraduate, Tier.Hkall, ServiceType.Loan, reading).ShouldNotBe(Access.NotAllowed);
        }
    }
}
