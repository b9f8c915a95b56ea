using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Web;

namespace Hkall.Service.Inbox;

/// <summary>A library's answer to our letter, by its link.</summary>
public sealed record AnswerForm
{
    public required CallbackStatus Status { get; init; }

    /// <summary>With <c>will-supply</c>: when it is going to be sent.</summary>
    public DateOnly? SendsOn { get; init; }

    /// <summary>With <c>shipped</c> and <c>renewed</c>: when the item has to be back.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>With <c>conditional</c> and <c>shipped</c>: what the library charges.</summary>
    public MoneyForm? Cost { get; init; }

    /// <summary>With <c>unfilled</c>: one of the reasons that the answer to the link names.</summary>
    public string? Reason { get; init; }

    public bool? LibraryUseOnly { get; init; }

    /// <summary>With <c>shipped</c>: the barcode on the item.</summary>
    public string? Barcode { get; init; }

    /// <summary>The library's own words. With <c>conditional</c>: its conditions.</summary>
    public string? Note { get; init; }

    /// <exception cref="BadInputException">A member is invalid or missing.</exception>
    internal SupplierNews ToNews(AnswerLink link, DateOnly today, DateTimeOffset now)
    {
        var fields = new Fields();
        var note = fields.Text("note", Note, Limits.Reason, lines: true);
        var barcode = fields.Text("barcode", Barcode, Limits.Short);
        fields.Date("sendsOn", SendsOn, today, today.AddYears(1));
        fields.Date("dueOn", DueOn, today, today.AddYears(5));
        Cost?.Check(fields, "cost");
        if (!AnswerChoices.Words.Contains(Status))
        {
            fields.Fault("status", "unknown-value", $"One of {string.Join(", ", AnswerChoices.Words.Select(Names.Of))}.");
        }

        if (Reason is not null && !AnswerChoices.Reasons.Select(Names.Of).Contains(Reason))
        {
            fields.Fault("reason", "unknown-value", $"One of {string.Join(", ", AnswerChoices.Reasons.Select(Names.Of))}.");
        }

        if (Status == CallbackStatus.Conditional && note is null && Cost is null && LibraryUseOnly is not true)
        {
            fields.Fault("note", "missing-member", "The charge, or the conditions in words.");
        }

        fields.ThrowIfAny();
        var said = new PartnerMessage
        {
            MessageId = MessageIdOf(link, Status),
            Symbol = link.Symbol,
            RequestId = link.RequestId,
            ReceivedAt = now,
            Status = Status,
            DueOn = DueOn,
            Reason = Status == CallbackStatus.Unfilled ? Reason : null,
            Cost = Status is CallbackStatus.Conditional or CallbackStatus.Shipped ? Cost?.ToMoney() : null,
            LibraryUseOnly = LibraryUseOnly ?? false,
            Conditions = Status == CallbackStatus.Conditional && note is not null ? [note] : null,
        };
        return said.ToNews() with { Word = new LibrarysWord(SaidBy.Link, today, NoteOf(note, barcode)) };
    }

    /// <summary>One answer of each kind for each letter.</summary>
    internal static string MessageIdOf(AnswerLink link, CallbackStatus status) => FormattableString.Invariant($"answer-{link.Letter}-{Names.Of(status)}");

    /// <summary>What staff read: the words of the library, and what its form asked for besides.</summary>
    private string NoteOf(string? note, string? barcode) => string.Join(
        " ",
        new[]
        {
            note,
            SendsOn is { } sends ? FormattableString.Invariant($"To be sent on {sends:yyyy-MM-dd}.") : null,
            barcode is null ? null : $"Barcode {barcode}.",
        }.OfType<string>());
}
