namespace Hkall.Pages.Tests.BothWays;

/// <summary>Bad input of staff that is about no single request of a patron.</summary>
internal static partial class StaffsActions
{
    public static readonly IReadOnlyList<(string Action, ABadInput Input)> BadLendingInputs =
    [
        ("note", Bad("{}", "", "missing-member", "note", "The action note needs it.")),
        ("unfilled", Bad("{}", "", "missing-member", "unfilled", "The action unfilled needs it.")),
        ("unfilled", Bad("""{"unfilled":"too-heavy"}""", "unfilled=too-heavy", "unknown-value", "unfilled", "One of ")),
        ("retry", Bad("""{"retry":"sometime"}""", "retry=sometime", "unknown-value", "retry", "One of ")),
        ("retry", Bad("""{"retry":"AtBindery","after":"soon"}""", "retry=AtBindery&retryAfter=soon", "wrong-type", "after", "A date such as 2026-12-20.")),
        ("conditional", Bad("{}", "", "missing-member", "conditions", "The action conditional needs it.")),
        ("conditional", Bad(
            """{"conditions":["LibraryUseOnly","NoPeeking"]}""",
            "conditions=LibraryUseOnly&conditions=NoPeeking",
            "unknown-value",
            "conditions[1]",
            "One of ")),
        ("conditional", Bad("""{"cost":{"currency":"HKD","amount":"much"}}""", "cost=much", "wrong-type", "cost.amount", "An amount such as 12.50.")),
        ("conditional", Bad(
            """{"cost":{"currency":"HKD","amount":100001}}""",
            "cost=100001",
            "number-out-of-range",
            "cost.amount",
            "An amount from 0 to 100000.")),
        ("ship", Bad("""{"dueOn":"2100-01-02"}""", "dueOn=2100-01-02", "date-out-of-range", "dueOn", "A date from 2000-01-01 to 2100-01-01.")),
        ("ship", Bad($$"""{"barcode":"{{Long[..101]}}"}""", $"barcode={Long[..101]}", "too-long", "barcode", "At most 100 characters.")),
        ("heard", Bad("{}", "", "missing-member", "kind", "The action heard needs it.")),
        ("heard", Bad("""{"kind":"rumour"}""", "kind=rumour", "unknown-value", "kind", "One of ")),
        ("heard", Bad("""{"kind":"request"}""", "kind=request", "unknown-value", "kind", "A new request is keyed in with POST /api/staff/lending.")),
    ];

    /// <summary>Other input of staff, which is about no single request.</summary>
    public static readonly IReadOnlyList<(AnAction Action, ABadInput Input)> BadForms =
    [
        (Batch, Bad("""{"action":"fly","ids":["x"]}""", "action=fly&ids=x", "unknown-action", "action", "One of receive")),
        (Batch, Bad("""{"action":"note","ids":["x"]}""", "action=note&ids=x", "missing-member", "note", "A note has a text.")),
        (Batch, Bad(
            $$"""{"action":"receive","ids":[{{string.Join(',', Enumerable.Range(0, 101).Select(n => $"\"{n}\""))}}]}""",
            "action=receive&" + string.Join('&', Enumerable.Range(0, 101).Select(n => $"ids={n}")),
            "bad-number",
            "ids",
            "1 to 100 requests.")),
        (Scan, Bad($$"""{"barcode":"{{Long[..65]}}"}""", $"barcode={Long[..65]}", "too-long", "barcode", "At most 64 characters.")),
        (Scan, Bad("""{"barcode":"B1","action":"burn"}""", "barcode=B1&action=burn", "unknown-action", "action", "One of receive")),
        (Scan, Bad("""{"barcode":"B1","request":"7"}""", "barcode=B1&request=7", "bad-id", "request", "The number of a request.")),
        (KeyIn, Bad(Lending(service: "gift"), LendingFields(service: "gift"), "unknown-value", "service", "One of loan, copy.")),
        (KeyIn, Bad(Lending(kind: "family"), LendingFields(kind: "family"), "unknown-value", "borrower.kind", "One of ")),
        (KeyIn, Bad(Lending(email: "nobody"), LendingFields(email: "nobody"), "not-an-address", "borrower.email", "This is not a mail address.")),
        (Partner, Bad(Library(tier: "lunar"), LibraryFields(tier: "lunar"), "unknown-value", "tier", "One of hkall, local, overseas.")),
        (Partner, Bad(Library(protocol: "telex"), LibraryFields(protocol: "telex"), "unknown-value", "protocol", "One of ")),
        (Partner, Bad(
            Library(endpoint: "http://hku.example"),
            LibraryFields(endpoint: "http://hku.example"),
            "bad-address",
            "endpoint",
            "An absolute https address.")),
    ];

    private static string Lending(string service = "loan", string kind = "government", string email = "a@b.example") =>
        $$"""
        {
            "borrower":{"name":"A department","kind":"{{kind}}","email":"{{email}}"},
            "requestId":"D/1",
            "service":"{{service}}",
            "item":{"title":"A book","author":"Somebody"}
        }
        """;

    private static string LendingFields(string service = "loan", string kind = "government", string email = "a@b.example") =>
        $"name=A+department&borrowerKind={kind}&email={email}&requestId=D/1&service={service}&title=A+book&author=Somebody";

    private static string Library(string tier = "hkall", string protocol = "callbacks", string endpoint = "https://hku.example/") =>
        $$"""{"name":"A library","tier":"{{tier}}","agencyId":"X:HKU","protocol":"{{protocol}}","endpoint":"{{endpoint}}"}""";

    private static string LibraryFields(string tier = "hkall", string protocol = "callbacks", string endpoint = "https://hku.example/") =>
        $"name=A+library&tier={tier}&agencyId=X:HKU&protocol={protocol}&endpoint={endpoint}&active=yes";

    private static ABadInput Bad(string json, string fields, string code, string field, string says) => new(json, fields, 400, code, field, says);
}
