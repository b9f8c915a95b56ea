using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626;

/// <summary>The confirmation that answers a message: that we received it, or its errors.</summary>
internal static class Confirming
{
    /// <param name="faults">The errors of the message; without any it is confirmed.</param>
    public static Confirmation Of(ReadMessage read, DateTimeOffset received, IReadOnlyList<ErrorData> faults)
    {
        var header = new ConfirmationHeader
        {
            Supplier = read.Header?.Supplier,
            Requester = read.Header?.Requester,

            // A message without a timestamp is confirmed with its time of arrival.
            Timestamp = read.Header?.Timestamp ?? received,
            RequesterRequestId = read.Header?.RequesterRequestId,
            MultipleItemRequestId = read.Header?.MultipleItemRequestId,
            Received = received,
            Status = faults.Count == 0 ? MessageStatus.OK : MessageStatus.ERROR,
        };
        return read.Kind switch
        {
            MessageKind.SupplierMessage or MessageKind.SupplierMessageConfirmation =>
                new SupplierMessageConfirmation { Header = header, Errors = faults, Reason = (read.Message as SupplierMessage)?.Info.Reason },
            MessageKind.RequesterMessage or MessageKind.RequesterMessageConfirmation =>
                new RequesterMessageConfirmation { Header = header, Errors = faults, Action = (read.Message as RequesterMessage)?.Action },

            // A message of unknown kind gets the first of the three.
            MessageKind.Request or MessageKind.RequestConfirmation or null => new RequestConfirmation { Header = header, Errors = faults },
        };
    }
}
