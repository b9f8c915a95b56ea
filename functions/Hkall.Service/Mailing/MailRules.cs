using Hkall.Domain;
using Hkall.Service.Policies;

namespace Hkall.Service.Mailing;

/// <summary>The order in which mails go when not all can. The numbers are part of stored keys.</summary>
public enum MailPriority
{
    First = 0,
    News = 1,
    Reminder = 2,
    Receipt = 3,
}

/// <summary>When a notice may go out, and after which others, according to the library's policy.</summary>
public sealed class MailRules(PolicyInForce policy, RuleBook book)
{
    private MailPolicy Mails => policy.Document.Mail;

    public MailPriority RankOf(Notice notice) =>
        Mails.First.Contains(notice) ? MailPriority.First
        : Mails.Reminders.Contains(notice) ? MailPriority.Reminder
        : Mails.Receipts.Contains(notice) ? MailPriority.Receipt
        : MailPriority.News;

    public bool IsOptional(Notice notice) => Mails.Optional.Contains(notice);

    /// <summary>
    /// Whether the notice joins the patron's other reminders of the morning in one mail. A reminder that patrons cannot turn off has
    /// a mail of its own: its subject says at once that an item is overdue.
    /// </summary>
    public bool IsFolded(Notice notice) => RankOf(notice) == MailPriority.Reminder && IsOptional(notice);

    /// <summary>The reminders a patron may turn off, in the policy's order.</summary>
    public IReadOnlyList<Notice> OptionalNotices => Mails.Optional;

    /// <summary>The instant from which the notice may go: now, or the end of the quiet hours.</summary>
    public DateTimeOffset MayGoFrom(Notice notice, DateTimeOffset now, NoticeFacts? facts = null) =>
        (Mails.First.Contains(notice) || Mails.AtAnyHour.Contains(notice)) && !IsOurOwnDoing(notice, facts) ? now : EndOfQuiet(now) ?? now;

    /// <summary>
    /// Whether a notice for any hour answers no action of anybody, but a date that passed at midnight: a search that found no library, and an
    /// item that came back from the office.
    /// </summary>
    private static bool IsOurOwnDoing(Notice notice, NoticeFacts? facts) =>
        (notice == Notice.InReview && facts is { Reason.Code: ReasonCode.NoLibraryLeft, SaidNo: not null })
        || (notice == Notice.ReadyForPickup && facts is { Reason.Code: ReasonCode.NotDelivered });

    /// <summary>When the current quiet hours end; null outside quiet hours.</summary>
    public DateTimeOffset? EndOfQuiet(DateTimeOffset now)
    {
        var (from, until) = (Mails.QuietFrom, Mails.QuietUntil);
        var today = book.Calendar.DateOf(now);
        var time = TimeOnly.FromTimeSpan(now - book.Calendar.StartOf(today));

        // IsBetween handles intervals across midnight, and treats one that ends where it begins as empty.
        return from == until || !time.IsBetween(from, until)
            ? null
            : book.Calendar.StartOf(time < until ? today : today.AddDays(1)) + until.ToTimeSpan();
    }
}
