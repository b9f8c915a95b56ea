using System.Diagnostics;
using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626;

/// <summary>
/// The elements a message needs to be useful, whatever its schema requires: the sender, the request, and its one statement.
/// All else may be missing.
/// </summary>
internal static class RequiredElements
{
    /// <summary>Each missing element makes the message badly formed; the error's value is the element's name, so that the sender can mend it.</summary>
    public static IReadOnlyList<ErrorData> MissingIn(IsoMessage message) =>
        [.. NamesIn(message).OfType<string>().Select(name => new ErrorData { Type = ErrorType.BadlyFormedMessage, Value = name })];

    private static string?[] NamesIn(IsoMessage message) => message switch
    {
        SupplyRequest request => [.. Borrowers(request.Header), request.Service?.Service is null ? "serviceType" : null],
        SupplierMessage supply =>
        [
            supply.Header.Supplier is null ? "supplyingAgencyId" : null,
            NumberIn(supply.Header),
            supply.Info.Reason is null ? "reasonForMessage" : null,
            supply.Status.Status is null && !SaysItAll(supply.Info) ? "status" : null,
        ],
        RequesterMessage asking => [.. Borrowers(asking.Header), asking.Action is null ? "action" : null],
        Confirmation confirmation => [confirmation.Header.Status is null ? "messageStatus" : null],
        _ => throw new UnreachableException($"No required elements for {message.GetType().Name}."),
    };

    private static string?[] Borrowers(Header header) => [header.Requester is null ? "requestingAgencyId" : null, NumberIn(header)];

    private static string? NumberIn(Header header) => header.RequesterRequestId is null ? "requestingAgencyRequestId" : null;

    /// <summary>An answer to a cancellation or a renewal: some systems leave the status out.</summary>
    private static bool SaysItAll(MessageInfo info) => info is { Reason: ReasonForMessage.CancelResponse or ReasonForMessage.RenewResponse, Answer: not null };
}
