using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The body of a staff action; the action decides which members apply.</summary>
public sealed record StaffForm
{
    /// <summary>
    /// For <c>note</c>, <c>lost</c>, <c>damaged</c> and <c>charge-dispute</c> (of both the library reads it) and <c>next-supplier</c>.
    /// </summary>
    public string? Note { get; init; }

    /// <summary>For <c>receive</c>: as on the slip.</summary>
    public bool? LibraryUseOnly { get; init; }

    /// <summary>For <c>receive</c>: the lender's date on the slip. For <c>found-elsewhere</c>: when the item has to be back.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>For <c>resupply</c>: what is wrong with the scan.</summary>
    public ScanFault? Fault { get; init; }

    /// <summary>For <c>lost</c>: the price of another copy for the lender, if known.</summary>
    public MoneyForm? ReplacementCost { get; init; }

    /// <summary>For <c>receive</c>: the number of parts, if there are several; each is then received by its barcode.</summary>
    public int? Parts { get; init; }

    /// <summary>
    /// For <c>receive</c> and <c>label</c>: the lender's barcode on the item. For <c>check-in</c>: the barcode of the returned part, if there are several.
    /// </summary>
    public string? Barcode { get; init; }

    /// <summary>The library meant. For <c>receive</c>: the library that sent the item.</summary>
    public string? Symbol { get; init; }

    /// <summary>For <c>condition-accept</c>, <c>cost-accept</c>, <c>cost-decline</c>, <c>charge-bear</c> and <c>charge-dispute</c>: the charge meant.</summary>
    public MoneyForm? Amount { get; init; }

    /// <summary>The status of the request, as seen.</summary>
    public RequestStatus? Status { get; init; }

    /// <summary>For <c>cost-accept</c>, <c>cost-decline</c>, <c>renew</c> and <c>unwanted</c>: how the patron told staff; the note says what.</summary>
    public SaidBy? By { get; init; }

    /// <summary>For <c>asked</c>, <c>told</c> and <c>found-elsewhere</c>: how staff spoke to the library.</summary>
    public AskedBy? How { get; init; }

    /// <summary>For <c>asked</c> and <c>found-elsewhere</c>: the number that the library gave our request.</summary>
    public string? Reference { get; init; }

    /// <summary>For <c>told</c>: which word the library was told; if left out, all that there is to tell.</summary>
    public int? Number { get; init; }

    /// <summary>For <c>found-elsewhere</c>: the name of the library or shop.</summary>
    public string? Library { get; init; }

    /// <summary>For <c>found-elsewhere</c>: where it is.</summary>
    public Tier? Tier { get; init; }

    /// <summary>For <c>found-elsewhere</c>: what the Library pays for the item.</summary>
    public MoneyForm? Cost { get; init; }

    /// <summary>With <see cref="By"/>: the day on which the patron said it; if left out, today.</summary>
    public DateOnly? SaidOn { get; init; }
}

/// <summary>The commands of library staff, by the names of the HTTP contract.</summary>
public static class StaffCommands
{
    /// <summary>No charge waits longer for a patron's decision.</summary>
    private const int LongestAgoDays = 60;

    public static IReadOnlyList<string> Names { get; } =
    [
        "approve", "reject", "unfilled", "resupply", "receive", "label", "no-more-parts", "check-out", "check-in", "send-back",
        "condition-accept", "condition-decline", "cost-accept", "cost-decline", "charge-bear", "charge-dispute", "lost", "damaged",
        "asked", "told", "found-elsewhere", "next-supplier", "remind", "ask-status", "note", "cancel", "unwanted", "renew",
    ];

    /// <param name="today">The day in the library's calendar.</param>
    /// <param name="mustName">Whether the caller did not say which version of the request they saw.</param>
    /// <returns>The command, or null if the action does not exist.</returns>
    /// <exception cref="BadInputException">A member is invalid, or the action needs one that is missing.</exception>
    public static RequestCommand? Of(string action, StaffForm form, string staffId, DateOnly today, bool mustName)
    {
        if (!Names.Contains(action))
        {
            return null;
        }

        var fields = new Fields();
        var note = fields.Text("note", form.Note, action == "next-supplier" ? Limits.Reason : Limits.Note, lines: true);
        fields.Date("dueOn", form.DueOn, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        form.ReplacementCost?.Check(fields, "replacementCost");
        var barcode = fields.Text("barcode", ScannedText.Read(form.Barcode), Barcodes.Longest);
        fields.Number("parts", form.Parts, 2, Parts.Most);
        if ((action == "label" || (action == "receive" && form.Parts is not null)) && barcode is null)
        {
            fields.Fault("barcode", "missing-member", "The barcode of the item.");
        }

        if (action == "note" && note is null)
        {
            fields.Fault("note", "missing-member", "A note has a text.");
        }

        if (action == "charge-dispute" && note is null)
        {
            fields.Fault("note", "missing-member", "What to write to the library about its charge.");
        }

        if (form.By == SaidBy.Link)
        {
            fields.Fault("by", "unknown-value", "How somebody told you: by telephone, letter, mail or at the counter.");
        }

        CheckByHand(action, form, fields);
        var symbol = fields.Text("symbol", form.Symbol, Limits.Identifier);
        form.Amount?.Check(fields, "amount");
        var word = IsOnPatronsWord(action, form, note) ? WordIn(action, form, note, today, fields) : null;
        fields.ThrowIfAny();
        var command = CommandOf(action, form, staffId, note, barcode, symbol, word);
        return command is null ? null : command with { Meant = new NamedObject(symbol, form.Amount?.ToMoney(), null, form.Status, mustName) };
    }

    /// <summary>What staff do themselves is recorded with how they did it.</summary>
    private static void CheckByHand(string action, StaffForm form, Fields fields)
    {
        fields.Text("reference", form.Reference, Limits.Short);
        fields.Number("number", form.Number, 1, int.MaxValue);
        form.Cost?.Check(fields, "cost");
        var library = fields.Text("library", form.Library, Limits.Name);
        if (action is "asked" or "told" or "found-elsewhere" && form.How is null)
        {
            fields.Fault("how", "missing-member", "How you spoke to the library: by telephone, on its pages, by letter, mail or at the counter.");
        }

        if (action == "found-elsewhere" && library is null)
        {
            fields.Fault("library", "missing-member", "The name of the library or shop.");
        }

        if (action == "found-elsewhere" && form.Tier is null)
        {
            fields.Fault("tier", "missing-member", "Where the library or shop is.");
        }
    }

    private static HandAsking HandOf(StaffForm form, string? note) => new(form.How!.Value, note, Blank(form.Reference));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Staff may know without being told that nobody waits for an item: its patron has left the university.</summary>
    private static bool IsOnPatronsWord(string action, StaffForm form, string? note) =>
        action is "cost-accept" or "cost-decline" or "renew" || (action == "unwanted" && (form.By is not null || note is not null));

    /// <summary>What the patron told staff. Nobody acts for a patron on less than how, when and what they said.</summary>
    private static PatronsWord? WordIn(string action, StaffForm form, string? note, DateOnly today, Fields fields)
    {
        if (form.By is null)
        {
            fields.Fault("by", "missing-member", "How the patron told you: by telephone, letter, mail or at the counter.");
        }

        if (form.Amount is null && action is "cost-accept" or "cost-decline")
        {
            fields.Fault("amount", "missing-member", "The charge that the patron was told.");
        }

        if (note is null)
        {
            fields.Fault("note", "missing-member", "What the patron said.");
        }

        fields.Date("saidOn", form.SaidOn, today.AddDays(-LongestAgoDays), today);
        return form.By is { } by && note is not null ? new PatronsWord(by, form.SaidOn ?? today, note) : null;
    }

    private static RequestCommand? CommandOf(
        string action, StaffForm form, string staffId, string? note, string? barcode, string? symbol, PatronsWord? word) => action switch
        {
            "no-more-parts" => new RestNotComing(),
            "check-in" when barcode is not null => new CheckInPart(barcode),
            "receive" => new ReceiveItem(form.LibraryUseOnly, form.DueOn, barcode, form.Parts, symbol),
            "label" => new LabelItem(barcode!),
            "check-out" => new CheckOutItem(),
            "check-in" => new CheckInItem(),
            "send-back" => new SendItemBack(),
            "lost" => new DeclareLost(note ?? "Declared lost by staff.", form.ReplacementCost?.ToMoney()),
            "damaged" => new DeclareDamaged(note ?? "Damage noted by staff."),
            "next-supplier" => new AskNextSupplier(note is null ? ReasonCode.PassedOverByStaff : StatedReason.InWords(note)),
            "asked" => new RecordAsked(HandOf(form, note)),
            "told" => new RecordTold(form.Number, form.How!.Value, note),
            "found-elsewhere" => new RecordFoundElsewhere(Blank(form.Library)!, form.Tier!.Value, HandOf(form, note), form.Cost?.ToMoney(), form.DueOn),
            "remind" => new InquireOfSupplier(Inquiry.Reminder),
            "ask-status" => new InquireOfSupplier(Inquiry.Status),
            "note" => new AddNote(Actor.Staff(staffId).ToString(), note!),
            "resupply" => new ReportScan(form.Fault ?? ScanFault.Unreadable, Who.Staff),
            "cancel" => new CancelRequest(Who.Staff),
            // What may prevent a renewal is known to whoever runs the command.
            "renew" => new RenewLoan(Blocked: null, word),
            "unwanted" => new DeclareUnwanted(Who.Staff, word),
            "approve" => new ApproveRequest(),
            "reject" => new RejectRequest(note is null ? ReasonCode.NotPossible : StatedReason.InWords(note)),
            "unfilled" => new GiveUpSearch(),
            "condition-accept" => new DecideConditions(Accept: true),
            "condition-decline" => new DecideConditions(Accept: false),
            "cost-accept" => new DecideCost(Accept: true, form.Amount!.ToMoney(), word),
            "cost-decline" => new DecideCost(Accept: false, form.Amount!.ToMoney(), word),
            "charge-bear" => new DecideLateCharge(Bear: true),
            "charge-dispute" => new DecideLateCharge(Bear: false, note),
            _ => null,
        };
}
