namespace Hkall.Service.Iso18626.Messages;

// The closed codes of ISO 18626, with the standard's own names, which are read and written unchanged. Codes added in 2021 are marked;
// they are accepted from all partners and sent only to those that use 2021.

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

/// <summary>The status of a request at the supplying library.</summary>
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

/// <summary>The actions of a requesting library on an open request.</summary>
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
