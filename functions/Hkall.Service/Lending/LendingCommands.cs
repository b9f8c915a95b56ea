using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>The body of a lending action; the action decides which members apply.</summary>
public sealed record LendingActionForm
{
    public string? Note { get; init; }

    /// <summary>For <c>write-library</c>: a canned answer of the policy, by its name; its words stand in the place of an empty note.</summary>
    public string? Answer { get; init; }

    /// <summary>For <c>unfilled</c>.</summary>
    public UnfilledReason? Unfilled { get; init; }

    /// <summary>For <c>retry</c>: the reason, and the first day on which to ask again.</summary>
    public RetryReason? Retry { get; init; }

    public DateOnly? After { get; init; }

    /// <summary>For <c>conditional</c> and <c>ship</c>.</summary>
    public IReadOnlyList<LoanCondition>? Conditions { get; init; }

    /// <summary>For <c>conditional</c> and <c>retry</c>: the cost of supplying; for <c>lost</c>: the replacement cost.</summary>
    public MoneyForm? Cost { get; init; }

    /// <summary>For <c>pulled</c> and <c>ship</c>.</summary>
    public string? Barcode { get; init; }

    /// <summary>For <c>ship</c>, <c>recall</c> and <c>renew-approve</c>; if absent, the policy decides.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>For <c>will-supply</c> of a copy: the borrowing library's statement about copyright.</summary>
    public string? Compliance { get; init; }

    /// <summary>For <c>heard</c>: the message the borrower gave us by letter or telephone.</summary>
    public BorrowerMessageKind? Kind { get; init; }

    /// <summary>For <c>told</c>: the number of the message that staff told the borrower; if absent, all that wait.</summary>
    public int? Number { get; init; }

    /// <summary>For <c>heard</c> with <c>notification</c>: whether the borrower accepts our conditions.</summary>
    public bool? Accepts { get; init; }
}

/// <summary>The staff commands for lending, by the names of the HTTP contract.</summary>
public static class LendingCommands
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "will-supply", "conditional", "retry", "unfilled", "pulled", "ship", "recall", "renew-approve", "renew-decline", "returned",
        "lost", "cancel-approve", "cancel-decline", "heard", "told", "write-library", "mark-read", "note",
    ];

    /// <param name="request">The request the action is for: news by telephone is news from its borrower.</param>
    /// <param name="newId">Makes the id of such news.</param>
    /// <returns>The command, or null if the action does not exist.</returns>
    public static LendingCommand? Of(string action, LendingActionForm form, LendingRequest request, Actor by, Func<string> newId)
    {
        if (!Names.Contains(action))
        {
            return null;
        }

        var fields = new Fields();
        var note = fields.Text("note", form.Note, Limits.Note, lines: true);
        var barcode = fields.Text("barcode", ScannedText.Read(form.Barcode), Limits.Short);
        var compliance = fields.Text("compliance", form.Compliance, Limits.Name, lines: true);
        fields.Date("dueOn", form.DueOn, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        fields.Date("after", form.After, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        form.Cost?.Check(fields, "cost");
        fields.Number("number", form.Number, 1, int.MaxValue);
        Need(action is "note" or "write-library" && note is null, "note");
        Need(action == "unfilled" && form.Unfilled is null, "unfilled");
        Need(action == "retry" && form.Retry is null, "retry");
        Need(action == "heard" && form.Kind is null, "kind");
        Need(action == "conditional" && form is { Conditions: null or { Count: 0 }, Cost: null }, "conditions");
        if (action == "heard" && form.Kind is BorrowerMessageKind.Request)
        {
            fields.Fault("kind", "unknown-value", "A new request is keyed in with POST /api/staff/lending.");
        }

        fields.ThrowIfAny();
        var cost = form.Cost?.ToMoney();
        return action switch
        {
            "will-supply" => new PromiseSupply(compliance),
            "conditional" => new OfferConditions([.. (form.Conditions ?? []).Distinct()], cost, note),
            "retry" => new OfferRetry(form.Retry!.Value, form.After, cost, note),
            "unfilled" => new DeclineLending(form.Unfilled!.Value, note),
            "pulled" => new PullItem(barcode),
            "ship" => new ShipItem(barcode, form.DueOn, form.Conditions is null ? null : [.. form.Conditions.Distinct()]),
            "recall" => new RecallItem(form.DueOn),
            "renew-approve" => new ApproveRenewal(form.DueOn),
            "renew-decline" => new DeclineRenewal(note),
            "returned" => new TakeBack(),
            "lost" => new DeclareLentLost(note ?? "declared-by-staff", cost),
            "cancel-approve" => new ApproveCancel(),
            "cancel-decline" => new DeclineCancel(note ?? "too-late"),
            "heard" => Heard(form, request, note, cost, newId()),
            "told" => new RecordBorrowerTold(form.Number, note),
            "write-library" => new WriteToBorrower(note!),
            "mark-read" => new MarkBorrowerAsRead(),
            "note" => new AddLendingNote(by.ToString(), note!),
            _ => null,
        };

        void Need(bool missing, string field)
        {
            if (missing)
            {
                fields.Fault(field, "missing-member", $"The action {new NamedArgument("lending-action", action)} needs it.");
            }
        }
    }

    private static BorrowerNews Heard(LendingActionForm form, LendingRequest request, string? note, Money? cost, string id) =>
        new BorrowerMessage
        {
            MessageId = id,
            Kind = form.Kind!.Value,
            Symbol = request.Borrower.Symbol,
            AgencyId = request.AgencyId,
            RequestId = request.BorrowersId,
            ReceivedAt = default,
            Accepts = form.Accepts,
            Note = note,
            MaxCost = cost,
        }.ToNews(request.Holding) with
        { ByStaff = true };
}
