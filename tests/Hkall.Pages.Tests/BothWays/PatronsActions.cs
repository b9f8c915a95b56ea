namespace Hkall.Pages.Tests.BothWays;

/// <summary>Every action of a patron on a request of their own.</summary>
internal static class PatronsActions
{
    /// <summary>Too long for any field of these forms.</summary>
    public static readonly string Long = new('x', 3000);

    public static readonly IReadOnlyList<AnAction> All =
    [
        Of("cancel"),
        Of("unwanted"),
        Of("renew"),
        Of("cost-decision", """{"accept":true,"amount":{"currency":"HKD","amount":450}}""", "accept=yes&currency=HKD&amount=450"),
        Of(
            "declaration",
            """{"researchOrPrivateStudy":true,"notRelatedToAnother":true,"noEarlierCopy":true,"signature":"New Comer"}""",
            "declaration-shown=yes&research=yes&unrelated=yes&first=yes&signature=New+Comer"),
        Of("office-delivery", """{"office":"Department of History"}""", "office=Department+of+History"),
        Of("offer-decision", """{"accept":false}""", "way=none"),
        new("download", "GET /api/requests/{id}/file", "POST /requests/{id}/download"),
        Of("report-scan", """{"fault":"unreadable"}""", "fault=unreadable"),
    ];

    /// <summary>The action on which a request is not yet, or no longer, possible; and the refusal.</summary>
    /// <returns>The action for which the request was prepared, and the refusal.</returns>
    public static (string PreparedFor, int Status, string Code) WrongState(string action) => action switch
    {
        "cancel" => ("renew", 409, "too-late"),
        "unwanted" => ("cancel", 409, "not-shipped"),
        "renew" => ("cancel", 409, "not-renewable"),
        "cost-decision" => ("cancel", 409, "nothing-to-decide"),
        "declaration" => ("cancel", 409, "nothing-to-declare"),
        "office-delivery" => ("renew", 409, "too-late"),
        "offer-decision" => ("cancel", 409, "nothing-to-decide"),
        "report-scan" => ("cancel", 409, "no-file"),
        "download" => ("cancel", 409, "no-file"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    public static IReadOnlyList<ABadInput> BadInputs(string action) => action switch
    {
        "cost-decision" =>
        [
            new("{}", "currency=HKD&amount=450", 400, "missing-member", "accept", "This member is required."),
            new("""{"accept":true}""", "accept=yes", 400, "missing-member", "amount", "The charge that is accepted."),
            new("""{"accept":"maybe"}""", "accept=maybe&currency=HKD&amount=450", 400, "wrong-type", "accept", "One of yes, no."),
            Amount("\"abc\"", "accept=yes&currency=HKD&amount=abc", "wrong-type", "amount.amount", "An amount such as 12.50."),
            Amount("-1", "accept=yes&currency=HKD&amount=-1", "number-out-of-range", "amount.amount", "An amount such as 12.50."),
            Amount("100001", "accept=yes&currency=HKD&amount=100001", "number-out-of-range", "amount.amount", "An amount from 0 to 100000."),
            new(
                """{"accept":true,"amount":{"currency":"hkd","amount":1}}""",
                "accept=yes&currency=hkd&amount=1",
                400,
                "unknown-currency",
                "amount.currency",
                "three capital letters"),
            new("""{"accept":true,"amount":{"amount":1}}""", "accept=yes&amount=1", 400, "missing-member", "amount.currency", "This member is required."),
            new(
                """{"accept":true,"amount":{"currency":"HKD"}}""",
                "accept=yes&currency=HKD",
                400,
                "missing-member",
                "amount.amount",
                "This member is required."),
        ],
        "declaration" =>
        [
            new(
                """{"researchOrPrivateStudy":true,"notRelatedToAnother":true,"noEarlierCopy":true,"signature":" "}""",
                "research=yes&unrelated=yes&first=yes&signature=",
                422,
                "declaration-required",
                "signature",
                "Please type your name."),
            new(
                $$"""{"researchOrPrivateStudy":true,"notRelatedToAnother":true,"noEarlierCopy":true,"signature":"{{Long}}"}""",
                $"research=yes&unrelated=yes&first=yes&signature={Long}",
                400,
                "too-long",
                "signature",
                "At most 500 characters."),
        ],
        "office-delivery" =>
        [
            new("""{"office":" "}""", "office=", 400, "missing-member", "office", "The name of the office."),
            new($$"""{"office":"{{Long}}"}""", $"office={Long}", 400, "too-long", "office", "At most 200 characters."),
        ],
        "offer-decision" =>
        [
            new("{}", "", 400, "missing-member", "accept", "This member is required."),
            new("""{"accept":true}""", "way=", 400, "missing-member", "way", "This member is required."),
            new("""{"accept":true,"way":"by-air"}""", "way=by-air", 400, "unknown-value", "way", "One of "),
            new($$"""{"accept":true,"way":"copy","pages":"{{Long}}"}""", $"way=copy&pages={Long}", 400, "too-long", "pages", "At most 100 characters."),
        ],
        "report-scan" =>
        [
            new("{}", "", 400, "missing-member", "fault", "This member is required."),
            new("""{"fault":"ugly"}""", "fault=ugly", 400, "unknown-value", "fault", "One of wrong, unreadable, incomplete."),
        ],
        "cancel" or "unwanted" or "renew" or "download" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    private static ABadInput Amount(string json, string fields, string code, string field, string says) =>
        new($$"""{"accept":true,"amount":{"currency":"HKD","amount":{{json}} } }""", fields, 400, code, field, says);

    private static AnAction Of(string name, string? json = null, string fields = "") =>
        new(name, $"POST /api/requests/{{id}}/{name}", $"POST /requests/{{id}}/{name}", json, fields);
}
