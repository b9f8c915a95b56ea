using System.Text.Json.Serialization;

namespace Hkall.Domain.Lending;

/// <summary>The status of a lending request, in the words of interlibrary lending staff. The attribute gives the stored and served name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LendingStatus>))]
public enum LendingStatus
{
    /// <summary>Staff decide whether we supply.</summary>
    [JsonStringEnumMemberName("to-answer")] ToAnswer,

    /// <summary>We offered to supply on conditions; the borrowing library decides.</summary>
    [JsonStringEnumMemberName("conditional")] Conditional,

    /// <summary>Promised; staff have to fetch the item from its shelf.</summary>
    [JsonStringEnumMemberName("to-pull")] ToPull,

    /// <summary>Staff have the item and are to ship it.</summary>
    [JsonStringEnumMemberName("to-ship")] ToShip,

    /// <summary>Staff have the item and are to scan it.</summary>
    [JsonStringEnumMemberName("to-scan")] ToScan,

    /// <summary>The borrowing library no longer wants it; staff check whether they can still stop it.</summary>
    [JsonStringEnumMemberName("cancel-asked")] CancelAsked,

    /// <summary>The item is on its way to the borrowing library.</summary>
    [JsonStringEnumMemberName("shipped")] Shipped,

    /// <summary>The borrowing library has the item.</summary>
    [JsonStringEnumMemberName("on-loan")] OnLoan,

    /// <summary>The borrowing library asks to keep it longer; staff decide.</summary>
    [JsonStringEnumMemberName("renewal-asked")] RenewalAsked,

    /// <summary>The due date has passed.</summary>
    [JsonStringEnumMemberName("overdue")] Overdue,

    /// <summary>We want the item back at once.</summary>
    [JsonStringEnumMemberName("recalled")] Recalled,

    /// <summary>The borrowing library has sent the item back.</summary>
    [JsonStringEnumMemberName("returning")] Returning,

    /// <summary>The borrowing library can fetch the scan.</summary>
    [JsonStringEnumMemberName("supplied")] Supplied,

    /// <summary>Closed: the item is back, or the scan was fetched or its time is over.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Closed: we do not supply.</summary>
    [JsonStringEnumMemberName("unfilled")] Unfilled,

    /// <summary>Closed: not now, or not like this; the borrowing library may ask again on other terms.</summary>
    [JsonStringEnumMemberName("retry-possible")] RetryPossible,

    /// <summary>Closed: the borrowing library cancelled before we sent anything.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,

    /// <summary>Closed: the item was lost on loan.</summary>
    [JsonStringEnumMemberName("lost")] Lost,
}

/// <summary>The stages of a lending request. The rules depend on the stage more often than on the status.</summary>
public enum LendingStage
{
    /// <summary>We have promised nothing yet.</summary>
    Answering,

    /// <summary>Promised, and not yet sent.</summary>
    Preparing,

    /// <summary>Promised, and no longer wanted.</summary>
    Withdrawing,

    /// <summary>The item has left the library.</summary>
    Lent,

    /// <summary>The borrower says that the item is on its way back.</summary>
    ComingBack,

    /// <summary>The scan is ready to be fetched.</summary>
    Collecting,

    Closed,
}

public static class LendingStatuses
{
    public static LendingStage Stage(this LendingStatus status) => status switch
    {
        LendingStatus.ToAnswer or LendingStatus.Conditional => LendingStage.Answering,
        LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan => LendingStage.Preparing,
        LendingStatus.CancelAsked => LendingStage.Withdrawing,
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Overdue or LendingStatus.Recalled => LendingStage.Lent,
        LendingStatus.Returning => LendingStage.ComingBack,
        LendingStatus.Supplied => LendingStage.Collecting,
        LendingStatus.Completed or LendingStatus.Unfilled or LendingStatus.RetryPossible or LendingStatus.Cancelled or LendingStatus.Lost =>
            LendingStage.Closed,
    };

    /// <summary>Whether somebody still has to act. An open request always has a deadline, a closed one never.</summary>
    public static bool IsOpen(this LendingStatus status) => status.Stage() switch
    {
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Lent or LendingStage.ComingBack
            or LendingStage.Collecting => true,
        LendingStage.Closed => false,
    };
}
