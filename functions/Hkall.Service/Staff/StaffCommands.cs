using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The commands of library staff, by the names of the HTTP contract.</summary>
public static class StaffCommands
{
    /// <summary>No charge waits longer for a patron's decision.</summary>
    private const int LongestAgoDays = 60;

    /// <summary>A date further ahead is more likely a typing mistake: libraries lend for a year at most.</summary>
    private const int LongestLoanDays = 400;

    /// <summary>Whom <c>assign</c> names without a key.</summary>
    public const string Me = "me";

    /// <inheritdoc cref="Me"/>
    public const string Nobody = "nobody";

    public static IReadOnlyList<string> Names { get; } =
    [
        "approve", "reject", "unfilled", "resupply", "receive", "label", "no-more-parts", "check-out", "check-in", "send-back",
        "condition-accept", "condition-decline", "cost-accept", "cost-decline", "charge-bear", "charge-dispute", "charge-supply", "charge-fee",
        "lost", "damaged",
        "next-supplier", "remind", "ask-status", "note", "cancel", "unwanted", "renew",
        "asked", "told", "found-elsewhere", "undo", "reopen", "set-dates", "write", "write-library", "mark-read", "free-copy",
        "assign", "tag", "pin", "unpin",
    ];

    /// <summary>Why staff may reject a request, the likeliest first.</summary>
    public static IReadOnlyList<ReasonCode> ReasonsToReject { get; } =
    [
        ReasonCode.NotPossible, ReasonCode.NotIdentified, ReasonCode.NotFound, ReasonCode.CopyrightLimit, ReasonCode.PolicyProblem, ReasonCode.TooLate,
        ReasonCode.Other,
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
        fields.Date("dueOn", form.DueOn, new DateOnly(2000, 1, 1), action == "set-dates" ? today.AddDays(LongestLoanDays) : new DateOnly(2100, 1, 1));
        fields.Date("lenderDueOn", form.LenderDueOn, new DateOnly(2000, 1, 1), today.AddDays(LongestLoanDays));
        form.ReplacementCost?.Check(fields, "replacementCost");
        var barcode = fields.Text("barcode", ScannedText.Read(form.Barcode), Barcodes.Longest);
        fields.Number("parts", form.Parts, 2, Parts.Most);
        if ((action == "label" || (action == "receive" && form.Parts is not null)) && barcode is null)
        {
            fields.Fault("barcode", "missing-member", "The barcode of the item.");
        }

        if (action is "note" or "pin" && note is null)
        {
            fields.Fault("note", "missing-member", "A note has a text.");
        }

        if (action is "undo" or "reopen" or "set-dates")
        {
            CheckCorrection(action, form, note, fields);
        }

        if (action == "charge-dispute" && note is null)
        {
            fields.Fault("note", "missing-member", "What to write to the library about its charge.");
        }

        if (action == "write" && form.Message is null)
        {
            fields.Fault("message", "missing-member", "What you write about.");
        }

        if (action == "write" && form.Message == PatronMessage.Free && note is null)
        {
            fields.Fault("note", "missing-member", "The message to the patron.");
        }

        if (action == "write-library" && note is null)
        {
            fields.Fault("note", "missing-member", "The message to the library.");
        }

        fields.Date("answerBy", form.AnswerBy, today, today.AddDays(MessagePolicy.Most));
        if (form.Reason is { } reason && (action != "reject" || !ReasonsToReject.Contains(reason)))
        {
            fields.Fault("reason", "unknown-value", $"For reject: one of {string.Join(", ", ReasonsToReject.Select(Domain.Names.Of))}.");
        }

        CheckCharge(action, form, note, fields);
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

    private static void CheckCharge(string action, StaffForm form, string? note, Fields fields)
    {
        if (action == "charge-fee")
        {
            if (form.Fee is null)
            {
                fields.Fault("fee", "missing-member", "What the patron is charged for: damage, or something else.");
            }

            if (note is null)
            {
                fields.Fault("note", "missing-member", "A reason, which the patron can read.");
            }
        }

        if (action is "charge-fee" or "charge-supply" && form.Amount is null)
        {
            fields.Fault("amount", "missing-member", "The amount that the patron owes.");
        }
    }

    /// <summary>Nothing is put right without a reason that the next reader of the journal understands.</summary>
    private static void CheckCorrection(string action, StaffForm form, string? note, Fields fields)
    {
        if (note is null)
        {
            fields.Fault("note", "missing-member", "The reason: what was wrong.");
        }

        if (action == "undo" && form.Step is null)
        {
            fields.Fault("step", "missing-member", "The step to undo.");
        }

        if (action == "set-dates" && form.DueOn is null && form.LenderDueOn is null)
        {
            fields.Fault("dueOn", "missing-member", "The patron’s due date, or the lender’s (lenderDueOn).");
        }
    }

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
            "receive" => new ReceiveItem(form.LibraryUseOnly, form.DueOn, barcode, form.Parts, symbol, form.Sure ?? false),
            "label" => new LabelItem(barcode!),
            // The patron's card is known to whoever runs the command.
            "check-out" => new CheckOutItem(Sure: form.Sure ?? false),
            "check-in" => new CheckInItem(),
            "send-back" => new SendItemBack(),
            "lost" => new DeclareLost(note ?? "Declared lost by staff.", form.ReplacementCost?.ToMoney()),
            "damaged" => new DeclareDamaged(note ?? "Damage noted by staff."),
            "next-supplier" => new AskNextSupplier(note is null ? ReasonCode.PassedOverByStaff : StatedReason.InWords(note)),
            "asked" => new RecordAsked(HandOf(form, note)),
            "told" => new RecordTold(form.Number, form.How!.Value, note),
            "found-elsewhere" => new RecordFoundElsewhere(Blank(form.Library)!, form.Tier!.Value, HandOf(form, note), form.Cost?.ToMoney(), form.DueOn),
            "remind" => new InquireOfSupplier(Inquiry.Reminder),
            "free-copy" => new RecordFreeCopy(null),
            "ask-status" => new InquireOfSupplier(Inquiry.Status),
            "note" => new AddNote(Actor.Staff(staffId).ToString(), note!),
            "resupply" => new ReportScan(form.Fault ?? ScanFault.Unreadable, Who.Staff),
            "cancel" => new CancelRequest(Who.Staff),
            // What may prevent a renewal is known to whoever runs the command.
            "renew" => new RenewLoan(Blocked: null, word),
            "unwanted" => new DeclareUnwanted(Who.Staff, word),
            "undo" => new UndoStep(form.Step!.Value, note!),
            "reopen" => new ReopenRequest(note!),
            "set-dates" => new SetDates(form.DueOn, form.LenderDueOn, note!),
            // The initials are known to whoever runs the command, and so are the names of the policy.
            "assign" => new AssignRequest(form.To == Nobody ? null : new Assignee(form.To is null or Me ? staffId : form.To, null)),
            "tag" => new TagRequest(form.Tags ?? []),
            "pin" => new PinNote(Actor.Staff(staffId).ToString(), note),
            "unpin" => new PinNote(Actor.Staff(staffId).ToString(), null),
            // Whether there is an address is known to whoever runs the command.
            "write" => new WriteToPatron(form.Message!.Value, note, AnswerBy: form.AnswerBy),
            "write-library" => new WriteToLibrary(symbol, note!),
            "mark-read" => new MarkAsRead(),
            "approve" => new ApproveRequest(),
            "reject" => new RejectRequest(note is null ? form.Reason ?? ReasonCode.NotPossible : StatedReason.InWords(note)),
            "unfilled" => new GiveUpSearch(),
            "condition-accept" => new DecideConditions(Accept: true),
            "condition-decline" => new DecideConditions(Accept: false),
            "cost-accept" => new DecideCost(Accept: true, form.Amount!.ToMoney(), word),
            "cost-decline" => new DecideCost(Accept: false, form.Amount!.ToMoney(), word),
            "charge-bear" => new DecideLateCharge(Bear: true),
            "charge-dispute" => new DecideLateCharge(Bear: false, note),
            "charge-supply" => new ChargeSupply(form.Amount!.ToMoney()),
            "charge-fee" => new ChargeFee(form.Fee!.Value, form.Amount!.ToMoney(), note!),
            _ => null,
        };
}
