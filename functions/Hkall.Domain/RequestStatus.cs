using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>The status of a request, in the words of interlibrary lending staff. The attribute gives the stored and served name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestStatus>))]
public enum RequestStatus
{
    /// <summary>Staff complete or check it before we ask any library.</summary>
    [JsonStringEnumMemberName("in-review")] InReview,

    /// <summary>The patron has yet to sign the declaration that a copy needs.</summary>
    [JsonStringEnumMemberName("awaiting-declaration")] AwaitingDeclaration,

    /// <summary>A library would supply for a charge; the patron decides.</summary>
    [JsonStringEnumMemberName("awaiting-cost-decision")] AwaitingCostDecision,

    /// <summary>We have asked a library, and it has not answered yet.</summary>
    [JsonStringEnumMemberName("sourcing")] Sourcing,

    /// <summary>A library has promised the item or the scan.</summary>
    [JsonStringEnumMemberName("expected")] Expected,

    /// <summary>The patron no longer wants it; we have asked the library to cancel and wait for its answer.</summary>
    [JsonStringEnumMemberName("cancelling")] Cancelling,

    /// <summary>The lending library has shipped the item to us.</summary>
    [JsonStringEnumMemberName("in-transit")] InTransit,

    /// <summary>The item is on the hold shelf.</summary>
    [JsonStringEnumMemberName("ready-for-pickup")] ReadyForPickup,

    /// <summary>The item is on its way to the patron's office.</summary>
    [JsonStringEnumMemberName("out-for-delivery")] OutForDelivery,

    /// <summary>The patron has the item.</summary>
    [JsonStringEnumMemberName("on-loan")] OnLoan,

    /// <summary>The item is at the counter for the patron to use here; its lender does not allow it to leave.</summary>
    [JsonStringEnumMemberName("library-use")] LibraryUse,

    /// <summary>The patron has the item and its due date has passed.</summary>
    [JsonStringEnumMemberName("overdue")] Overdue,

    /// <summary>The patron has the item and its lender wants it back at once.</summary>
    [JsonStringEnumMemberName("recalled")] Recalled,

    /// <summary>The item is back with us, or on its way to its lender.</summary>
    [JsonStringEnumMemberName("returning")] Returning,

    /// <summary>The patron can download the scan.</summary>
    [JsonStringEnumMemberName("ready-to-download")] ReadyToDownload,

    /// <summary>Closed: the loan is back with its lender, or the scan was downloaded or its window is over.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Closed: cancelled before a library supplied anything.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,

    /// <summary>Closed: no library could supply it.</summary>
    [JsonStringEnumMemberName("unfilled")] Unfilled,

    /// <summary>Closed: the item was lost.</summary>
    [JsonStringEnumMemberName("lost")] Lost,
}

/// <summary>Where the item is. What may be done depends on this more often than on the status itself.</summary>
public enum RequestStage
{
    /// <summary>No library has been asked: staff or the patron still have something to do.</summary>
    Preparing,

    /// <summary>A library has been asked, has promised, or waits for a decision on its charge.</summary>
    Sourcing,

    /// <summary>The library that was asked has to answer a cancellation.</summary>
    Withdrawing,

    InTransit,

    /// <summary>With us, for the patron.</summary>
    AtLibrary,

    WithPatron,
    Returning,
    Downloadable,
    Closed,
}

public static class RequestStatuses
{
    public static RequestStage Stage(this RequestStatus status) => status switch
    {
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => RequestStage.Preparing,
        RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.AwaitingCostDecision => RequestStage.Sourcing,
        RequestStatus.Cancelling => RequestStage.Withdrawing,
        RequestStatus.InTransit => RequestStage.InTransit,
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse => RequestStage.AtLibrary,
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => RequestStage.WithPatron,
        RequestStatus.Returning => RequestStage.Returning,
        RequestStatus.ReadyToDownload => RequestStage.Downloadable,
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => RequestStage.Closed,
    };

    /// <summary>Whether somebody still has to act. An open request always has a deadline, a closed one never.</summary>
    public static bool IsOpen(this RequestStatus status) => status.Stage() != RequestStage.Closed;

    /// <summary>
    /// Whether the request rules out another for the same item. An item that the patron returned no longer does, even before its
    /// lender confirms the receipt.
    /// </summary>
    public static bool ConcernsPatron(this RequestStatus status) => status.Stage() is not (RequestStage.Returning or RequestStage.Closed);

    /// <summary>Whether the patron has the item.</summary>
    public static bool IsWithPatron(this RequestStatus status) => status.Stage() == RequestStage.WithPatron;
}
