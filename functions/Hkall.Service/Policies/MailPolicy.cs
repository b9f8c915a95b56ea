using Hkall.Domain;

namespace Hkall.Service.Policies;

/// <summary>
/// When mails go out and in which order, as the library decides. A notice in no list is news: it goes after the first and before the reminders.
/// </summary>
public sealed record MailPolicy
{
    /// <summary>
    /// From this time of the library's day only notices for any hour go out; the rest wait for the morning. If it equals
    /// <see cref="QuietUntil"/>, there are no quiet hours.
    /// </summary>
    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    public TimeOnly QuietUntil { get; init; } = new(8, 0);

    /// <summary>Before all others and at any hour: someone waits for the item, or the item waits for them.</summary>
    public IReadOnlyList<Notice> First { get; init; } = [Notice.ReadyForPickup, Notice.Recalled, Notice.ReadyToDownload];

    /// <summary>
    /// Reminders to one patron that wait for the same morning go out as one mail, except those that cannot be turned off: each of
    /// these is a mail of its own.
    /// </summary>
    public IReadOnlyList<Notice> Reminders { get; init; } =
        [Notice.PickupReminder, Notice.DueSoon, Notice.Overdue, Notice.DownloadReminder, Notice.CostReminder, Notice.DeclarationReminder];

    /// <summary>After all others: the patron was there when it happened.</summary>
    public IReadOnlyList<Notice> Receipts { get; init; } = [Notice.RequestPlaced, Notice.InReview, Notice.CheckedOut, Notice.Returned, Notice.FeeSettled];

    /// <summary>At any hour, besides the first: answers to an action of the patron.</summary>
    public IReadOnlyList<Notice> AtAnyHour { get; init; } =
        [Notice.RequestPlaced, Notice.InReview, Notice.DeclarationNeeded, Notice.Cancelled, Notice.Unwanted, Notice.CheckedOut, Notice.Returned,
            Notice.FeeSettled];

    /// <summary>Reminders that a patron may turn off. Every other notice says what a patron must know.</summary>
    public IReadOnlyList<Notice> Optional { get; init; } =
        [Notice.PickupReminder, Notice.DueSoon, Notice.DownloadReminder, Notice.CostReminder, Notice.DeclarationReminder];

    /// <summary>What a patron must know at once, in a mail of its own: that an item is late, wanted back or lost, and what follows from it.</summary>
    private static readonly Notice[] Obligatory = [Notice.Overdue, Notice.Recalled, Notice.Lost, Notice.Returned, Notice.FeeSettled, Notice.FeeWaived];

    internal IEnumerable<string> Faults()
    {
        var twice = First.Concat(Reminders)
            .Concat(Receipts).GroupBy(notice => notice).Where(same => same.Count() > 1).Select(same => Names.Of(same.Key)).ToList();
        if (twice.Count > 0)
        {
            yield return $"mail: {string.Join(", ", twice)} is in more than one of first, reminders and receipts.";
        }

        var obligatory = Optional.Except(Reminders).Select(Names.Of).ToList();
        if (obligatory.Count > 0)
        {
            yield return $"mail.optional: {string.Join(", ", obligatory)} is no reminder; only reminders may be turned off.";
        }

        var always = Optional.Intersect(Obligatory).Select(Names.Of).ToList();
        if (always.Count > 0)
        {
            yield return $"mail.optional: {string.Join(", ", always)} may not be turned off, and each is a mail of its own.";
        }
    }
}
