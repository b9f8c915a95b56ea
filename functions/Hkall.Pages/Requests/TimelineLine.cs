using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>One event of a request's history, in the reader's language.</summary>
/// <param name="IsSearch">It tells which library was asked, or could not help.</param>
public sealed record TimelineLine(DateTimeOffset At, string Text, bool IsSearch = false)
{
    /// <summary>Newest first.</summary>
    public static IReadOnlyList<TimelineLine> Of(PatronRequest request, IReadOnlyList<JournalEntry<RequestEvent>> journal, NoticeLanguage language) =>
        [.. journal.SelectMany(entry => entry.Events.Select(happened => Line(happened, entry, request, language)).OfType<TimelineLine>()).Reverse()];

    private static TimelineLine? Line(RequestEvent happened, JournalEntry<RequestEvent> entry, PatronRequest request, NoticeLanguage language)
    {
        // What goes on to the patron's office at once was never there to be collected.
        if (happened is ItemReceived && entry.Events.OfType<SentToOffice>().Any())
        {
            return new TimelineLine(entry.At, TimelineTexts.ArrivedAtLibrary(language));
        }

        return TimelineTexts.Of(happened, entry.At, request, language: language, dates: DateForm.Short) is { } line
            ? new TimelineLine(entry.At, line.Text, happened is SupplierAsked or SupplierPassedOver or SupplierToAskByHand or RetryPlanned or RetryAsked)
            : null;
    }
}

/// <summary>Several lines of a history that say one thing together, or a single one.</summary>
public sealed record TimelineGroup(IReadOnlyList<TimelineLine> Lines)
{
    /// <summary>Fewer lines about the search are as quickly read as their sum.</summary>
    private const int FewestToFold = 3;

    public bool IsFolded => Lines.Count > 1;

    /// <summary>Lines about the search that follow each other become one.</summary>
    public static IReadOnlyList<TimelineGroup> Of(IReadOnlyList<TimelineLine> lines)
    {
        List<TimelineGroup> groups = [];
        for (var at = 0; at < lines.Count;)
        {
            var alike = lines.Skip(at).TakeWhile(line => line.IsSearch).ToList();
            if (alike.Count < FewestToFold)
            {
                alike = [lines[at]];
            }

            groups.Add(new TimelineGroup(alike));
            at += alike.Count;
        }

        return groups;
    }
}
