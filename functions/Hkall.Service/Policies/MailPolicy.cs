using Hkall.Domain;

namespace Hkall.Service.Policies;

/// <summary>When mails go out and in which order, as the library decides. A notice that is in no list is news: it goes after the first and before the reminders.</summary>
public sealed record MailPolicy
{
    /// <summary>From this time of the library's day only what may go at any hour goes; the rest waits for the morning. The same as <see cref="QuietUntil"/>: there are no quiet hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>Before all others and at any hour: somebody waits for the item, or it waits for them.</summary>
    public IReadOnlyList<Notice> First { get; init; } = [Notice.ReadyForPickup, Notice.Recalled, Notice.ReadyToDownload];

    /// <summary>
    /// Those of one patron that wait for the same morning are one mail, but for those that may not be turned off: each of these
    /// is a mail of its own.
    /// </summary>
    public IReadOnlyList<Notice> Reminders { get; init; } =
        [Notice.PickupReminder, Notice.DueSoon, Notice.Overdue, Notice.DownloadReminder, Notice.CostReminder, Notice.DeclarationReminder];

    /// <summary>After all others: the patron was there when it happened.</summary>
    public IReadOnlyList<Notice> Receipts { get; init; } = [Notice.RequestPlaced, Notice.InReview, Notice.CheckedOut, Notice.Returned, Notice.FeeSettled];

    /// <summary>At any hour besides the first: an answer to what the patron has just done.</summary>
    public IReadOnlyList<Notice> AtAnyHour { get; init; } =
        [Notice.RequestPlaced, Notice.InReview, Notice.DeclarationNeeded, Notice.Cancelled, Notice.CheckedOut, Notice.Returned, Notice.FeeSettled];

    /// <summary>Reminders that a patron may turn off. Every other notice tells what a patron must know.</summary>
    public IReadOnlyList<Notice> Optional { get; init; } =
        [Notice.PickupReminder, Notice.DueSoon, Notice.DownloadReminder, Notice.CostReminder, Notice.DeclarationReminder];

    internal IEnumerable<string> Faults()
    {
        var twice = First.Concat(Reminders).Concat(Receipts).GroupBy(notice => notice).Where(same => same.Count() > 1).Select(same => Names.Of(same.Key)).ToList();
        if (twice.Count > 0)
        {
            yield return $"mail: {string.Join(", ", twice)} is in more than one of first, reminders and receipts.";
        }

        var obligatory = Optional.Except(Reminders).Select(Names.Of).ToList();
        if (obligatory.Count > 0)
        {
            yield return $"mail.optional: {string.Join(", ", obligatory)} is no reminder; only reminders may be turned off.";
        }
    }
}
