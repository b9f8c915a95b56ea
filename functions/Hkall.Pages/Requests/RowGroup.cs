using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>The parts of My Requests, in their order on the page: what the patron must not miss comes first.</summary>
public enum RowGroup
{
    Late,
    Ready,
    Deciding,
    OnLoan,
    Going,
    Returning,
    Closed,
}

/// <summary>Sorts requests into the parts of the page.</summary>
internal static class RowGroups
{
    public static RowGroup Of(PatronRequest request) => request.Status switch
    {
        RequestStatus.Recalled or RequestStatus.Overdue => RowGroup.Late,
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.ReadyToDownload => RowGroup.Ready,
        RequestStatus.InReview when request.Offer is not null => RowGroup.Deciding,
        RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision => RowGroup.Deciding,
        RequestStatus.OnLoan when request.Loan is { LenderOverdue: true } => RowGroup.Late,
        RequestStatus.OnLoan => RowGroup.OnLoan,
        RequestStatus.InReview or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.OutForDelivery => RowGroup.Going,
        RequestStatus.Returning => RowGroup.Returning,
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => RowGroup.Closed,
    };

    public static string Heading(RowGroup group, NoticeLanguage language) => group switch
    {
        RowGroup.Late => language.Say("Please return now"),
        RowGroup.Ready => language.Say("Ready for you"),
        RowGroup.Deciding => language.Say("Waiting for you"),
        RowGroup.OnLoan => language.Say("On loan to you"),
        RowGroup.Going => language.Say("In progress"),
        RowGroup.Returning => language.Say("Going back"),
        RowGroup.Closed => language.Say("Closed requests"),
    };

    /// <summary>The parts that hold rows, each with the date that comes first on top.</summary>
    public static IReadOnlyList<(RowGroup Group, IReadOnlyList<RequestRow> Rows)> Sort(IReadOnlyList<RequestRow> rows) =>
    [
        .. rows.GroupBy(row => Of(row.Request)).OrderBy(group => group.Key)
            .Select(group => (group.Key, (IReadOnlyList<RequestRow>)[.. InOrder(group.Key, group)])),
    ];

    /// <summary>Closed requests stay in the order of the list, the newest first.</summary>
    private static IEnumerable<RequestRow> InOrder(RowGroup group, IEnumerable<RequestRow> rows) =>
        group == RowGroup.Closed ? rows : rows.OrderBy(row => KeyDate.Of(row.Request)?.On ?? DateOnly.MaxValue);
}
