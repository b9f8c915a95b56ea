using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Inbox;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The body of <c>library-said</c>: the words of a status callback, and how staff heard them.</summary>
public sealed record LibrarySaidForm
{
    /// <summary>The library that said it.</summary>
    public required string Symbol { get; init; }

    public required CallbackStatus Status { get; init; }

    public DateOnly? DueOn { get; init; }

    public MoneyForm? Cost { get; init; }

    /// <summary>Why, in a code or in the library's words.</summary>
    public string? Reason { get; init; }

    public bool? LibraryUseOnly { get; init; }

    /// <summary>With <c>conditional</c>: conditions besides the charge and library use, a few words each.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>With <c>shipped</c>: the number of parts, if there are several.</summary>
    public int? Parts { get; init; }

    /// <summary>How staff heard it.</summary>
    public required SaidBy By { get; init; }

    /// <summary>The day on which the library said it; if left out, today.</summary>
    public DateOnly? SaidOn { get; init; }

    /// <summary>Who said what.</summary>
    public required string Note { get; init; }
}

/// <summary>
/// A library's word by telephone, letter or mail, or at the counter, as the news that its own message would be. Many libraries answer
/// in no other way, and the rules need not know the difference.
/// </summary>
public static class LibrarySaid
{
    /// <summary>A word is recorded soon after it was said; a letter may lie for some weeks.</summary>
    private const int LongestAgoDays = 60;

    /// <summary>
    /// The words that a person can say. A scan is supplied as a file, and what only a system says (that it has the message, that it may
    /// be asked again) is no news of an item.
    /// </summary>
    public static IReadOnlyList<CallbackStatus> Words { get; } =
    [
        CallbackStatus.WillSupply, CallbackStatus.Shipped, CallbackStatus.Unfilled, CallbackStatus.Conditional, CallbackStatus.Renewed,
        CallbackStatus.RenewalDeclined, CallbackStatus.Recalled, CallbackStatus.Overdue, CallbackStatus.Completed, CallbackStatus.Lost,
        CallbackStatus.Cancelled, CallbackStatus.CancelDeclined,
    ];

    /// <param name="messageId">The id that stands for that of a message; each order has its own.</param>
    /// <exception cref="BadInputException">A member is invalid or missing.</exception>
    public static SupplierNews Of(LibrarySaidForm form, string requestId, string messageId, DateOnly today, DateTimeOffset now)
    {
        var fields = new Fields();
        var symbol = fields.Text("symbol", form.Symbol, Limits.Identifier);
        var note = fields.Text("note", form.Note, Limits.Note, lines: true);
        var reason = fields.Text("reason", form.Reason, Limits.Reason);
        fields.Date("dueOn", form.DueOn, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        fields.Date("saidOn", form.SaidOn, today.AddDays(-LongestAgoDays), today);
        fields.Number("parts", form.Parts, 2, Parts.Most);
        form.Cost?.Check(fields, "cost");
        PartnerEndpoints.CheckConditions(fields, form.Conditions ?? []);
        if (symbol is null)
        {
            fields.Fault("symbol", "missing-member", "The library that said it.");
        }

        if (note is null)
        {
            fields.Fault("note", "missing-member", "Who said what.");
        }

        if (!Words.Contains(form.Status))
        {
            fields.Fault("status", "unknown-value", $"One of {string.Join(", ", Words.Select(Names.Of))}.");
        }

        if (form.By == SaidBy.Link)
        {
            fields.Fault("by", "unknown-value", "How somebody told you: by telephone, letter, mail or at the counter.");
        }

        fields.ThrowIfAny();
        var said = new PartnerMessage
        {
            MessageId = messageId,
            Symbol = symbol!,
            RequestId = requestId,
            ReceivedAt = now,
            Status = form.Status,
            DueOn = form.DueOn,
            Reason = reason,
            Cost = form.Cost?.ToMoney(),
            LibraryUseOnly = form.LibraryUseOnly ?? false,
            Conditions = form.Conditions is { Count: > 0 } conditions ? conditions : null,
            Parts = form.Parts,
        };
        return said.ToNews() with { Word = new LibrarysWord(form.By, form.SaidOn ?? today, note!) };
    }
}
