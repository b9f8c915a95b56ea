using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626;

/// <summary>The confirmation that answers a message: it says that the message was received, or what is wrong with it.</summary>
internal static class Confirming
{
    /// <param name="faults">What is wrong with it; with none it is confirmed.</param>
    public static Confirmation Of(ReadMessage read, DateTimeOffset received, IReadOnlyList<ErrorData> faults)
    {
        var header = new ConfirmationHeader
        {
            Supplier = read.Header?.Supplier,
            Requester = read.Header?.Requester,

            // A message without a time is confirmed with the time it came.
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

            // What cannot be told apart is answered as the first of the three.
            MessageKind.Request or MessageKind.RequestConfirmation or null => new RequestConfirmation { Header = header, Errors = faults },
        };
    }
}
