using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626;

/// <summary>
/// The elements a message needs to be useful, whatever its schema requires: the sender, the request, and its one statement.
/// All else may be missing.
/// </summary>
internal static class RequiredElements
{
    /// <summary>A missing element has no value to report and makes the message badly formed. A value that is present but answers nothing is reported.</summary>
    public static IReadOnlyList<ErrorData> MissingIn(IsoMessage message) => message switch
    {
        SupplyRequest { Header: { Requester: not null, RequesterRequestId: not null }, Service.Service: not null } => [],
        SupplierMessage { Header: { Supplier: not null, RequesterRequestId: not null }, Info.Reason: not null, Status.Status: not null } => [],

        // The answer says it all: some systems leave the status out.
        SupplierMessage
        {
            Header: { Supplier: not null, RequesterRequestId: not null },
            Info: { Reason: ReasonForMessage.CancelResponse or ReasonForMessage.RenewResponse, Answer: not null },
        } => [],
        RequesterMessage { Header: { Requester: not null, RequesterRequestId: not null }, Action: not null } => [],
        Confirmation { Header.Status: not null } => [],
        _ => [new ErrorData { Type = ErrorType.BadlyFormedMessage }],
    };
}
