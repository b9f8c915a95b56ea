using Hkall.Domain;
using Hkall.Service.Texts;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using RequestStatus = Hkall.Domain.RequestStatus;

namespace Hkall.Service.Notices;

/// <summary>
/// The date of a notice as an entry for the patron's own calendar (RFC 5545). The file is for importing and not an invitation,
/// so it has no METHOD. Like a subject, it never names the item: people share calendars.
/// </summary>
internal static class CalendarEntry
{
    private const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Null if the notice gives the patron no date to come to the Library by.</summary>
    public static Attachment? Of(NoticeData data, NoticeLanguage language) => data switch
    {
        { Notice: Notice.ReadyForPickup, Facts: { Date: { } until, LibraryUseOnly: var libraryUseOnly } } =>
            Write(data, "pickup", until, language, libraryUseOnly ? CalendarWords.Consult(language) : CalendarWords.PickUp(language)),
        { Notice: Notice.Recalled, Facts.Reason.Code: ReasonCode.RecalledOverdue } => null,
        { Notice: Notice.CheckedOut or Notice.Renewed or Notice.Recalled or Notice.DueDateSet, Facts.Date: { } dueOn } =>
            Write(data, "due", dueOn, language, CalendarWords.Return(language)),
        {
            Notice: Notice.Corrected,
            Facts: { Now: RequestStatus.ReadyForPickup or RequestStatus.LibraryUse, Date: { } until, LibraryUseOnly: var libraryUseOnly }
        } =>
            Write(data, "pickup", until, language, libraryUseOnly ? CalendarWords.Consult(language) : CalendarWords.PickUp(language)),
        { Notice: Notice.Corrected, Facts: { Now: RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled, Date: { } dueOn } } =>
            Write(data, "due", dueOn, language, CalendarWords.Return(language)),
        _ => null,
    };

    /// <param name="kind">Identifies the entry together with the request: a new due date replaces the one before.</param>
    private static Attachment Write(NoticeData data, string kind, DateOnly date, NoticeLanguage language, (string Summary, string What) words)
    {
        var calendar = new Ical.Net.Calendar { ProductId = $"-//Lingnan University Library//HKALL and Partners//{language.Tag()}" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{data.RequestId}-{kind}@{data.RequestUrl.Host}",
            Sequence = data.Revision,

            // The time of the request, not of the try, so that the same data give the same mail. SEQUENCE says which entry is newer.
            DtStamp = new CalDateTime(data.PlacedAt.UtcDateTime),
            Start = new CalDateTime(date),
            End = new CalDateTime(date.AddDays(1)),
            Summary = $"{words.Summary} [{NoticeFields.Reference(data.RequestId)}]",
            Description = $"{words.What}\n{CalendarWords.MyRequests(language)}{data.RequestUrl.AbsoluteUri}",
            Class = "PRIVATE",

            // A due date takes up no time of the day.
            Transparency = TransparencyType.Transparent,
        });
        return new Attachment($"{NoticeFields.Reference(data.RequestId)}-{kind}.ics", ContentType, new CalendarSerializer().SerializeToString(calendar)!);
    }
}
