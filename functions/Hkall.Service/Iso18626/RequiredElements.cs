using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626;

/// <summary>
/// What a message must have to be of use, whatever its schema asks for: who speaks, about which request, and the one thing it
/// says. All else may be missing.
/// </summary>
internal static class RequiredElements
{
    /// <summary>What is not there is named by no value: a message without it is badly formed. A word that is there and answers nothing is told.</summary>
    public static IReadOnlyList<ErrorData> MissingIn(IsoMessage message) => message switch
    {
        SupplyRequest { Header: { Requester: not null, RequesterRequestId: not null }, Service.Service: not null } => [],
        SupplierMessage { Header: { Supplier: not null, RequesterRequestId: not null }, Info.Reason: not null, Status.Status: not null } => [],
        RequesterMessage { Header: { Requester: not null, RequesterRequestId: not null }, Action: not null } => [],
        Confirmation { Header.Status: not null } => [],
        _ => [new ErrorData { Type = ErrorType.BadlyFormedMessage }],
    };
}
