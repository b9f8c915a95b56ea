namespace Hkall.Service.Iso18626.Messages;

// The closed codes of ISO 18626, in its own words: the names go out and come in as they stand. What 2021 added is marked; it is
// taken from everybody and sent only to those who speak it.

public enum RequestType
{
    New,
    Retry,
    Reminder,
}

public enum RequestSubType
{
    BookingRequest,
    MultipleItemRequest,
    PatronRequest,
    TransferRequest,
    SupplyingLibrarysChoice,
}

public enum RequestedService
{
    Copy,
    Loan,
    CopyOrLoan,
}

public enum ReasonForMessage
{
    RequestResponse,
    StatusRequestResponse,
    RenewResponse,
    CancelResponse,
    StatusChange,
    Notification,
}

/// <summary>Where a request stands at the library that supplies.</summary>
public enum SupplyStatus
{
    RequestReceived,
    ExpectToSupply,
    WillSupply,
    Loaned,
    Overdue,
    Recalled,
    RetryPossible,
    Unfilled,
    CopyCompleted,
    LoanCompleted,
    CompletedWithoutReturn,
    Cancelled,

    /// <summary>2021: keep the item for now.</summary>
    HoldReturn,

    /// <summary>2021: send it back after all.</summary>
    ReleaseHoldReturn,
}

/// <summary>What the library that asks says about a request under way.</summary>
public enum RequesterAction
{
    StatusRequest,
    Received,
    Cancel,
    Renew,
    ShippedReturn,
    ShippedForward,
    Notification,

    /// <summary>2021.</summary>
    HoldReturn,

    /// <summary>2021.</summary>
    Lost,
}

public enum ErrorType
{
    UnsupportedActionType,
    UnsupportedReasonForMessageType,
    UnrecognisedDataElement,
    UnrecognisedDataValue,
    BadlyFormedMessage,
}

public enum MessageStatus
{
    OK,
    ERROR,
}

public enum YesNo
{
    Y,
    N,
}

/// <summary>2021.</summary>
public enum PreferredEdition
{
    MostRecentEdition,
    ThisEdition,
    AnyEdition,
}
