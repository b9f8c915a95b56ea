using Hkall.Service.Lending;
using Hkall.Service.Staff;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>Every action of staff on a patron's request, and on a request to lend.</summary>
internal static partial class StaffsActions
{
    private static string Long => PatronsActions.Long;

    public static AnAction Batch { get; } = new("batch", "POST /api/staff/requests/batch", "POST /staff/worklists/to-receive");

    public static AnAction Scan { get; } = new("scan", "POST /api/staff/scan", "POST /staff/scan");

    public static AnAction KeyIn { get; } = new("key-in", "POST /api/staff/lending", "POST /staff/lending/new");

    public static AnAction Partner { get; } = new("partner", "PUT /api/staff/partners/HKU", "POST /staff/partners/HKU/edit");

    public static readonly IReadOnlyList<AnAction> OnRequests = [.. StaffCommands.Names.Select(OnRequest)];

    public static readonly IReadOnlyList<AnAction> OnLendings = [.. LendingCommands.Names.Select(OnLending)];

    public static AnAction Edit { get; } = new(
        "edit",
        "POST /api/staff/requests/{id}/edit",
        "POST /staff/requests/{id}/edit",
        """{"item":{"title":"A book","author":"Somebody"}}""",
        "title=A+book&author=Somebody");

    public static AnAction AddLibrary { get; } = new(
        "add-library", "POST /api/staff/requests/{id}/add-library", "POST /staff/requests/{id}/add-library", """{"symbol":"CITYU"}""", "symbol=CITYU");

    /// <summary>A word of a library that nobody asked, so that it can be said of no request.</summary>
    public static AnAction LibrarySaid { get; } = new(
        "library-said",
        "POST /api/staff/requests/{id}/library-said",
        "POST /staff/requests/{id}/library-said",
        """{"symbol":"NOWHERE","status":"will-supply","by":"telephone","note":"Ms Lee."}""",
        "symbol=NOWHERE&status=will-supply&by=telephone&note=Ms+Lee.");

    /// <summary>The refusal of an action on a cancelled request; null where the action is possible or changes nothing.</summary>
    public static (int Status, string Code)? WhenCancelled(string action) => action switch
    {
        "note" or "cancel" or "write" or "mark-read" or "tag" or "pin" or "unpin" => null,
        "write-library" => (409, "no-supplier-asked"),
        "undo" => (409, "nothing-to-undo"),
        "library-said" => (409, "library-not-asked"),
        "told" => (409, "nothing-to-tell"),
        "renew" => (409, "not-renewable"),
        "approve" or "reject" or "unfilled" => (409, "not-in-review"),
        "resupply" => (409, "no-file"),
        "condition-accept" or "condition-decline" or "cost-accept" or "cost-decline" or "charge-bear" or "charge-dispute" => (409, "nothing-to-decide"),
        "charge-fee" or "charge-supply" => (409, "nothing-to-charge"),
        _ => (409, "already-closed"),
    };

    /// <summary>The refusal of an action on a request whose library has not answered yet; null where the action is possible.</summary>
    public static (int Status, string Code)? WhenAsked(string action) => action switch
    {
        "approve" or "reject" or "unfilled" => (409, "not-in-review"),
        "undo" => (409, "nothing-to-undo"),
        "reopen" => (409, "not-closed"),
        "set-dates" => (409, "not-shipped"),
        "resupply" => (409, "no-file"),
        "condition-accept" or "condition-decline" or "cost-accept" or "cost-decline" or "charge-bear" or "charge-dispute" => (409, "nothing-to-decide"),
        "charge-fee" or "charge-supply" => (409, "nothing-to-charge"),
        "label" => (409, "not-expected"),
        "no-more-parts" => (409, "not-expected"),
        "check-out" => (409, "not-on-shelf"),
        "check-in" => (409, "not-with-patron"),
        "send-back" => (409, "nothing-to-send-back"),
        "lost" or "damaged" => (409, "nothing-to-lose"),
        "unwanted" => (409, "not-shipped"),
        "library-said" => (409, "library-not-asked"),
        "renew" => (409, "not-renewable"),
        "asked" => (409, "nobody-to-ask-by-hand"),
        "told" => (409, "nothing-to-tell"),
        "receive" or "found-elsewhere" or "next-supplier" or "remind" or "ask-status" or "add-library" or "edit" or "note" or "cancel" or "write"
            or "write-library" or "mark-read"
            or "assign" or "tag" or "pin" or "unpin" or "free-copy" => null,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>The refusal of an action on a request to lend that we have declined.</summary>
    public static (int Status, string Code)? WhenDeclined(string action) => action switch
    {
        "note" or "heard" or "write-library" or "mark-read" => null,
        "returned" => (409, "nothing-to-take-back"),
        "told" => (409, "nothing-to-tell"),
        _ => (409, "already-closed"),
    };

    /// <summary>Inputs of the actions on a request: the name of the action, and what is wrong.</summary>
    public static readonly IReadOnlyList<(string Action, ABadInput Input)> BadInputs =
    [
        ("note", Bad("{}", "", "missing-member", "note", "A note has a text.")),
        ("note", Bad($$"""{"note":"{{Long}}"}""", $"note={Long}", "too-long", "note", "At most 2000 characters.")),
        ("charge-dispute", Bad("{}", "", "missing-member", "note", "What to write to the library about its charge.")),
        ("charge-fee", Bad(
            """{"amount":{"currency":"HKD","amount":120},"note":"Torn."}""", "currency=HKD&amount=120&note=Torn.", "missing-member", "fee", "What the patron is charged for")),
        ("charge-fee", Bad(
            """{"fee":"rent","amount":{"currency":"HKD","amount":120},"note":"Torn."}""", "fee=rent&currency=HKD&amount=120&note=Torn.", "unknown-value", "fee",
            "One of damage, other.")),
        ("charge-fee", Bad("""{"fee":"other","note":"Torn."}""", "fee=other&note=Torn.", "missing-member", "amount", "The amount that the patron owes.")),
        ("charge-fee", Bad(
            """{"fee":"other","amount":{"currency":"HKD","amount":1.005},"note":"Torn."}""", "fee=other&currency=HKD&amount=1.005&note=Torn.", "too-many-decimals",
            "amount.amount", "An amount in HKD has at most 2 decimals.")),
        ("charge-supply", Bad(
            """{"amount":{"currency":"XYZ","amount":12}}""", "currency=XYZ&amount=12", "unknown-currency", "amount.currency", "A currency is one of ISO 4217")),
        ("next-supplier", Bad($$"""{"note":"{{Long[..300]}}"}""", $"note={Long[..300]}", "too-long", "note", "At most 200 characters.")),
        ("receive", Bad("""{"dueOn":"soon"}""", "dueOn=soon", "wrong-type", "dueOn", "A date such as 2026-12-20.")),
        ("receive", Bad("""{"dueOn":"1999-12-31"}""", "dueOn=1999-12-31", "date-out-of-range", "dueOn", "A date from 2000-01-01 to 2100-01-01.")),
        ("receive", Bad("""{"libraryUseOnly":"perhaps"}""", "libraryUseOnly=perhaps", "wrong-type", "libraryUseOnly", "One of true, false.")),
        ("receive", Bad("""{"parts":"many"}""", "parts=many", "wrong-type", "parts", "A whole number.")),
        ("receive", Bad("""{"parts":1,"barcode":"B1"}""", "parts=1&barcode=B1", "number-out-of-range", "parts", "A number from 2 to ")),
        ("receive", Bad("""{"parts":2}""", "parts=2", "missing-member", "barcode", "The barcode of the item.")),
        ("label", Bad("{}", "", "missing-member", "barcode", "The barcode of the item.")),
        ("label", Bad($$"""{"barcode":"{{Long[..65]}}"}""", $"barcode={Long[..65]}", "too-long", "barcode", "At most 64 characters.")),
        ("cost-accept", Bad("{}", "", "missing-member", "by", "How the patron told you")),
        ("cost-accept", Bad(
            """{"by":"rumour","amount":{"currency":"HKD","amount":450},"note":"Agreed."}""",
            "by=rumour&currency=HKD&amount=450&note=Agreed.",
            "unknown-value",
            "by",
            "One of telephone, letter, mail, counter")),
        ("cost-decline", Bad(
            """{"by":"mail","amount":{"currency":"HKD","amount":450},"note":"No.","saidOn":"2100-01-01"}""",
            "by=mail&currency=HKD&amount=450&note=No.&saidOn=2100-01-01",
            "date-out-of-range",
            "saidOn",
            "A date from ")),
        ("pin", Bad("{}", "", "missing-member", "note", "A note has a text.")),
        ("assign", Bad("""{"to":"somebody"}""", "to=somebody", "unknown-value", "to", "me, nobody, or the key of")),
        ("tag", Bad("""{"tags":["late"]}""", "tags=late", "unknown-value", "tags", "Each one of urgent, ")),
        ("write", Bad("""{"note":"Hello."}""", "note=Hello.", "missing-member", "message", "What you write about.")),
        ("write", Bad("""{"message":"free"}""", "message=free", "missing-member", "note", "The message to the patron.")),
        ("write", Bad("""{"message":"poem"}""", "message=poem", "unknown-value", "message", "One of details-needed, ")),
        ("write-library", Bad("{}", "", "missing-member", "note", "The message to the library.")),
        ("write", Bad("""{"message":"free","answer":"poem"}""", "message=free&answer=poem", "unknown-value", "answer", "One of which-edition, ")),
        ("undo", Bad("""{"note":"The wrong book."}""", "note=The+wrong+book.", "missing-member", "step", "The step to undo.")),
        ("undo", Bad("""{"step":"receive"}""", "step=receive", "missing-member", "note", "The reason: what was wrong.")),
        ("undo", Bad("""{"step":"dance","note":"A slip."}""", "step=dance&note=A+slip.", "unknown-value", "step", "One of receive, ")),
        ("reopen", Bad("{}", "", "missing-member", "note", "The reason: what was wrong.")),
        ("set-dates", Bad("""{"note":"Typhoon."}""", "note=Typhoon.", "missing-member", "dueOn", "The patron’s due date, or the lender’s")),
        ("set-dates", Bad(
            """{"lenderDueOn":"2100-01-01","note":"By letter."}""",
            "lenderDueOn=2100-01-01&note=By+letter.",
            "date-out-of-range",
            "lenderDueOn",
            "A date from 2000-01-01 to ")),
        ("asked", Bad("{}", "", "missing-member", "how", "How you spoke to the library")),
        ("told", Bad("{}", "", "missing-member", "how", "How you spoke to the library")),
        ("found-elsewhere", Bad("""{"tier":"local","how":"web"}""", "tier=local&how=web", "missing-member", "library", "The name of the library or shop.")),
        ("found-elsewhere", Bad(
            """{"library":"A shop","how":"web"}""", "library=A+shop&how=web", "missing-member", "tier", "Where the library or shop is.")),
        ("renew", Bad("""{"by":"link","note":"She rang."}""", "by=link&note=She+rang.", "unknown-value", "by", "How somebody told you")),
        ("renew", Bad("{}", "", "missing-member", "by", "How the patron told you")),
        ("unwanted", Bad("""{"by":"telephone"}""", "by=telephone", "missing-member", "note", "What the patron said.")),
        ("unwanted", Bad("""{"note":"She rang."}""", "note=She+rang.", "missing-member", "by", "How the patron told you")),
        ("resupply", Bad("""{"fault":"ugly"}""", "fault=ugly", "unknown-value", "fault", "One of wrong, unreadable, incomplete.")),
        ("edit", Bad(
            """{"item":{"title":"A book","author":"Somebody","year":"old"}}""",
            "title=A+book&author=Somebody&year=old",
            "wrong-type",
            "item.year",
            "A whole number.")),
        ("edit", new ABadInput(
            """{"item":{"title":"A book","isbn":"123"}}""",
            "title=A+book&isbn=123",
            422,
            "invalid-item",
            "item.isbn",
            "This is not an ISBN")),
        ("library-said", Bad(
            """{"symbol":"HKU","status":"perhaps","by":"telephone","note":"Ms Lee."}""",
            "symbol=HKU&status=perhaps&by=telephone&note=Ms+Lee.",
            "unknown-value",
            "status",
            "One of will-supply, ")),
        ("library-said", Bad(
            """{"symbol":"HKU","status":"copy-ready","by":"telephone","note":"Ms Lee."}""",
            "symbol=HKU&status=copy-ready&by=telephone&note=Ms+Lee.",
            "unknown-value",
            "status",
            "One of will-supply, ")),
        ("library-said", Bad(
            """{"symbol":"HKU","status":"shipped","by":"letter","note":" "}""",
            "symbol=HKU&status=shipped&by=letter",
            "missing-member",
            "note",
            "Who said what.")),
        ("library-said", Bad(
            """{"symbol":" ","status":"shipped","by":"letter","note":"Ms Lee."}""",
            "status=shipped&by=letter&note=Ms+Lee.",
            "missing-member",
            "symbol",
            "The library that said it.")),
        ("library-said", Bad(
            """{"symbol":"HKU","status":"renewed","by":"letter","note":"Ms Lee.","dueOn":"soon"}""",
            "symbol=HKU&status=renewed&by=letter&note=Ms+Lee.&dueOn=soon",
            "wrong-type",
            "dueOn",
            "A date such as 2026-12-20.")),
        ("add-library", Bad("""{"symbol":"NOWHERE"}""", "symbol=NOWHERE", "unknown-library", "symbol", "The directory has no active library of that symbol.")),
    ];

    private static AnAction OnRequest(string name)
    {
        var (json, fields) = name switch
        {
            "label" => ("""{"barcode":"B1"}""", "barcode=B1"),
            "cost-accept" or "cost-decline" => (
                """{"by":"telephone","amount":{"currency":"HKD","amount":450},"note":"Agreed."}""", "by=telephone&currency=HKD&amount=450&note=Agreed."),
            "charge-supply" => ("""{"amount":{"currency":"HKD","amount":470}}""", "currency=HKD&amount=470"),
            "charge-fee" => (
                """{"fee":"damage","amount":{"currency":"HKD","amount":120},"note":"Torn."}""", "fee=damage&currency=HKD&amount=120&note=Torn."),
            "note" or "pin" or "charge-dispute" or "write-library" => ("""{"note":"They called."}""", "note=They+called."),
            "write" => ("""{"message":"free","note":"Which edition?"}""", "message=free&note=Which+edition%3F"),
            "tag" => ("""{"tags":["urgent"]}""", "tags=urgent"),
            "undo" => ("""{"step":"receive","note":"The wrong book."}""", "step=receive&note=The+wrong+book."),
            "reopen" => ("""{"note":"She cancelled the wrong one."}""", "note=She+cancelled+the+wrong+one."),
            "set-dates" => ("""{"lenderDueOn":"2027-03-31","note":"By letter."}""", "lenderDueOn=2027-03-31&note=By+letter."),
            "renew" => ("""{"by":"telephone","note":"She rang."}""", "by=telephone&note=She+rang."),
            "unwanted" => ("""{"by":"counter","note":"She came by."}""", "by=counter&note=She+came+by."),
            "asked" or "told" => ("""{"how":"telephone"}""", "how=telephone"),
            "found-elsewhere" => ("""{"library":"A shop","tier":"hkall","how":"web"}""", "library=A+shop&tier=hkall&how=web"),
            _ => ("{}", ""),
        };
        return new AnAction(name, $"POST /api/staff/requests/{{id}}/{name}", "POST /staff/requests/{id}", json, $"action={name}&{fields}");
    }

    private static AnAction OnLending(string name)
    {
        var (json, fields) = name switch
        {
            "note" or "write-library" => ("""{"note":"They called."}""", "note=They+called."),
            "unfilled" => ("""{"unfilled":"NotHeld"}""", "unfilled=NotHeld"),
            "retry" => ("""{"retry":"AtBindery"}""", "retry=AtBindery"),
            "conditional" => ("""{"conditions":["LibraryUseOnly"]}""", "conditions=LibraryUseOnly"),
            "heard" => ("""{"kind":"cancel"}""", "kind=cancel"),
            "ship" => ("""{"barcode":"B1"}""", "barcode=B1"),
            _ => ("{}", ""),
        };
        return new AnAction(name, $"POST /api/staff/lending/{{id}}/{name}", "POST /staff/lending/{id}", json, $"action={name}&{fields}");
    }
}
