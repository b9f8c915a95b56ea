namespace Hkall.Pages.Staff;

/// <summary>What a list of requests tells of each, besides whose it is and its item.</summary>
public enum RowColumn
{
    Service,
    Status,
    Library,

    /// <summary>Why staff have to look at it.</summary>
    Trouble,
    Office,
    HoldUntil,
    Due,

    /// <summary>The days since the due date.</summary>
    Late,
    LenderDue,

    /// <summary>Where an item stands that goes back.</summary>
    Where,
    NeededBy,

    /// <summary>What is awaited.</summary>
    Next,

    /// <summary>The last day of what is awaited.</summary>
    By,
    Age,

    /// <summary>Who wrote, and how many of their messages are unread.</summary>
    Unread,

    /// <summary>How long the oldest of them has waited.</summary>
    UnreadSince,
}

/// <summary>The columns of each worklist: what staff need to know to do its work.</summary>
internal static class RowColumns
{
    public static IReadOnlyList<RowColumn> Usual { get; } = [RowColumn.Status, RowColumn.Library, RowColumn.Next, RowColumn.By, RowColumn.Age];

    public static IReadOnlyList<RowColumn> Of(string worklist) => worklist switch
    {
        "unread-messages" => [RowColumn.Unread, RowColumn.UnreadSince, RowColumn.Status, RowColumn.Library, RowColumn.By],
        "to-review" or "no-library-left" => [RowColumn.Service, RowColumn.Trouble, RowColumn.NeededBy, RowColumn.By, RowColumn.Age],
        "to-ask-by-hand" or "to-tell-by-hand" => [RowColumn.Service, RowColumn.Library, RowColumn.NeededBy, RowColumn.By, RowColumn.Age],
        "needs-attention" or "to-chase" => [RowColumn.Trouble, RowColumn.Library, RowColumn.By, RowColumn.Age],
        "conditions" => [RowColumn.Trouble, RowColumn.Next, RowColumn.Library, RowColumn.By, RowColumn.Age],
        "to-charge" => [RowColumn.Status, RowColumn.Library, RowColumn.Due, RowColumn.Age],
        "to-receive" => [RowColumn.Library, RowColumn.By, RowColumn.NeededBy, RowColumn.Age],
        "to-deliver" => [RowColumn.Office, RowColumn.Library, RowColumn.By, RowColumn.Age],
        "on-hold-shelf" or "expiring-today" => [RowColumn.HoldUntil, RowColumn.Status, RowColumn.Library, RowColumn.LenderDue, RowColumn.Age],
        "to-send-back" => [RowColumn.Where, RowColumn.Library, RowColumn.LenderDue, RowColumn.By, RowColumn.Age],
        "overdue" => [RowColumn.Due, RowColumn.Late, RowColumn.Status, RowColumn.Library, RowColumn.LenderDue],
        "on-loan" => [RowColumn.Due, RowColumn.Library, RowColumn.LenderDue, RowColumn.Age],
        "with-libraries" => [RowColumn.Status, RowColumn.Library, RowColumn.NeededBy, RowColumn.By, RowColumn.Age],
        "awaiting-receipt" => [RowColumn.Library, RowColumn.LenderDue, RowColumn.By, RowColumn.Age],
        "copies-to-download" => [RowColumn.Library, RowColumn.By, RowColumn.Age],
        _ => Usual,
    };

    /// <summary>The order in which a click on the head of the column puts the list; null where it has none.</summary>
    public static string? SortOf(RowColumn column) => column switch
    {
        RowColumn.Service => "service",
        RowColumn.Status => "status",
        RowColumn.Library => "library",
        RowColumn.Office => "office",
        RowColumn.HoldUntil => "hold",
        RowColumn.Due or RowColumn.Late => "due",
        RowColumn.LenderDue => "lender-due",
        RowColumn.NeededBy => "needed",
        RowColumn.By => "next",
        RowColumn.Age => "age",
        RowColumn.UnreadSince => "unread",
        RowColumn.Trouble or RowColumn.Where or RowColumn.Next or RowColumn.Unread => null,
    };
}
