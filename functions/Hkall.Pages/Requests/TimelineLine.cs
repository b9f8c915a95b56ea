using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>One event of a request's history, in the reader's language.</summary>
public sealed record TimelineLine(DateTimeOffset At, string Text)
{
    /// <summary>Newest first.</summary>
    public static IReadOnlyList<TimelineLine> Of(PatronRequest request, IReadOnlyList<JournalEntry<RequestEvent>> journal, NoticeLanguage language) =>
        [.. journal.SelectMany(entry => entry.Events.Select(happened => Line(happened, entry.At, request, language)).OfType<TimelineLine>()).Reverse()];

    private static TimelineLine? Line(RequestEvent happened, DateTimeOffset at, PatronRequest request, NoticeLanguage language) =>
        TimelineTexts.Of(happened, at, request, language: language) is { } entry ? new TimelineLine(at, entry.Text) : null;
}
