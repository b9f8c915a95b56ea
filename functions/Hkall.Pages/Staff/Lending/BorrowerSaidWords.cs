using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.Lending;
using Hkall.Service.Web;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The messages that staff can record for a borrowing library.</summary>
public static class BorrowerSaidWords
{
    private const string Accepted = "conditions-accepted";
    private const string Declined = "conditions-declined";

    /// <summary>
    /// The messages that a form offers. The one with the least effect comes first, in case someone presses the button too early.
    /// A new request has a form of its own, and conditions are answered only where the Library offered some.
    /// </summary>
    public static IReadOnlyList<string> ToRecord(bool conditions) =>
    [
        .. conditions ? [Accepted, Declined] : Array.Empty<string>(),
        .. Enum.GetValues<BorrowerMessageKind>()
            .Where(kind => kind != BorrowerMessageKind.Request).OrderBy(kind => kind != BorrowerMessageKind.Notification).Select(Names.Of),
    ];

    /// <summary>The chosen message; null where none was chosen. Another word is an error in that field.</summary>
    public static (BorrowerMessageKind? Kind, bool? Accepts) Read(PageForm form, Fields faults) => form["kind"] switch
    {
        Accepted => (BorrowerMessageKind.Notification, true),
        Declined => (BorrowerMessageKind.Notification, false),
        _ => (form.Choice<BorrowerMessageKind>("kind", faults), null),
    };
}
