using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>Placing a request, and choosing one's preferences, by the API and by the forms of the pages.</summary>
public sealed class PlacingBothWaysTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const string Item = "\"item\":{\"title\":\"A book\",\"author\":\"Somebody\"}";
    private const string Fields = "title=A+book&author=Somebody";

    private static readonly AnAction Loan = new("loan", "POST /api/requests", "POST /place/loan", $"{{\"service\":\"loan\",{Item}}}", Fields);

    private static readonly AnAction Copy = new("copy", "POST /api/requests", "POST /place/copy");

    private static readonly AnAction Help = new("help", "POST /api/requests", "POST /place/help");

    private static readonly AnAction Choose = new("preferences", "PUT /api/me/preferences", "POST /account/preferences");

    private static readonly AnAction History = new("history", "PUT /api/me/preferences", "POST /account/history");

    private static readonly IReadOnlyList<(AnAction Action, ABadInput Input)> All =
    [
        (Loan, Bad(
            $"{{\"service\":\"loan\",{Item},\"note\":\"{PatronsActions.Long}\"}}",
            $"{Fields}&note={PatronsActions.Long}",
            "too-long",
            "note",
            "At most 2000 characters.")),
        (Loan, Bad(
            $"{{\"service\":\"loan\",{Item},\"neededBy\":\"soon\"}}",
            $"{Fields}&neededBy=soon",
            "wrong-type",
            "neededBy",
            "A date such as 2026-12-20.")),
        (Loan, Bad(
            $"{{\"service\":\"loan\",{Item},\"neededBy\":\"2026-11-01\"}}",
            $"{Fields}&neededBy=2026-11-01",
            "date-out-of-range",
            "neededBy",
            "A date from 2026-11-23")),
        (Loan, Bad($"{{\"service\":\"loan\",{Item},\"acceptTiers\":[]}}", $"{Fields}&tiers-shown=yes", "missing-member", "acceptTiers", "At least one tier.")),
        (Loan, Bad(
            $"{{\"service\":\"loan\",{Item},\"acceptTiers\":[\"hkall\",\"lunar\"]}}",
            $"{Fields}&tiers-shown=yes&tier=hkall&tier=lunar",
            "unknown-value",
            "acceptTiers[1]",
            "One of hkall, local, overseas.")),
        (Loan, Bad(
            $"{{\"service\":\"loan\",{Item},\"pickup\":{{\"place\":\"moon\"}}}}",
            $"{Fields}&place=moon",
            "unknown-place",
            "pickup.place",
            "Either the place serviceCounter, or an office.")),
        (Loan, Bad(
            $"{{\"service\":\"loan\",{Item},\"pickup\":{{\"office\":\"\"}}}}",
            $"{Fields}&place=office&office=",
            "missing-member",
            "pickup.office",
            "The name of the office.")),
        (Loan, Bad(
            $"{{\"service\":\"loan\",{Item},\"maxCost\":{{\"currency\":\"HKD\",\"amount\":\"all\"}}}}",
            $"{Fields}&maxCost=all",
            "wrong-type",
            "maxCost.amount",
            "A whole number.")),
        (Loan, new ABadInput(
            """{"service":"loan","item":{"author":"Somebody"}}""",
            "author=Somebody",
            422,
            "invalid-item",
            "item.title",
            "The title is needed.")),
        (Copy, new ABadInput(
            """
            {
                "service":"copy",
                "item":{"title":"Nature","articleTitle":"Life","issn":"0028-0836"},
                "declaration":{"researchOrPrivateStudy":true,"notRelatedToAnother":true,"noEarlierCopy":true}
            }
            """,
            "title=Nature&articleTitle=Life&issn=0028-0836&declaration-shown=yes&research=yes&unrelated=yes&first=yes",
            422,
            "declaration-required",
            "declaration.signature",
            "Please type your name.")),
        (Help, Bad($"{{\"service\":\"gift\",{Item},\"staffHelp\":true}}", $"{Fields}&service=gift", "unknown-value", "service", "One of loan, copy.")),
        (Help, Bad($"{{{Item},\"staffHelp\":true}}", Fields, "missing-member", "service", "This member is required.")),
        (Choose, Bad("""{"language":"la"}""", "language=la", "unknown-value", "language", "One of en, zh-Hant, zh-Hans.")),
        (Choose, Bad("""{"turnedOff":["sermon"]}""", "language=en&wanted=sermon", "unknown-value", "turnedOff[0]", "One of ")),
        (History, Bad("""{"keepHistory":"perhaps"}""", "keep=perhaps", "wrong-type", "keepHistory", "One of yes, no.")),
    ];

    public static TheoryData<int, Way> BadInputs => Ways.Of(Enumerable.Range(0, All.Count));

    [Theory, MemberData(nameof(BadInputs))]
    public async Task A_malformed_form_is_refused_and_nothing_is_placed(int number, Way way)
    {
        var patron = new ACaller(fixture.Bench, fixture.Bench.NewPatron());
        var (action, input) = All[number];

        await patron.ShouldBlameAsync(way, action, string.Empty, input);

        (await patron.Self.MyRequestsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Way.Api)]
    [InlineData(Way.Page)]
    public async Task A_blocked_patron_places_nothing(Way way)
    {
        var blocked = new ACaller(fixture.Bench, fixture.Bench.Patron("tam-pui-shan"));

        var answer = await blocked.DoesAsync(way, Loan, string.Empty);

        answer.ShouldBe(409);
        if (way == Way.Api)
        {
            answer.ShouldBeProblem(409, "blocked");
        }

        (await blocked.Self.MyRequestsAsync()).ShouldBeEmpty();
    }

    private static ABadInput Bad(string json, string fields, string code, string field, string says) => new(json, fields, 400, code, field, says);
}
