using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>
/// Alma uses version 1.1, which has no ExpectToSupply. It accepts a promise and a completion as answers to the request, and a
/// loan as a change. It knows only the standard's three kinds of item number, and asks about conditions in English.
/// </summary>
internal sealed class AlmaProfile : VendorProfile
{
    private const string AsksForAnswer = "Please respond `ACCEPT` or `REJECT`";
    private static readonly string[] s_kindsOfNumber = ["ISBN", "ISSN", "ISMN"];

    public override SupplierMessage Heard(SupplierMessage message)
    {
        // Only the note asks the question; the conditions are the text beside it.
        if (message.Info.Note?.Contains(AsksForAnswer, StringComparison.OrdinalIgnoreCase) != true || Conditions.AreIn(message))
        {
            return message;
        }

        return message with
        {
            Status = message.Status with { Status = SupplyStatus.WillSupply },
            Delivery = (message.Delivery ?? new DeliveryInfo()) with { LoanConditions = [new Code("Other")] },
        };
    }

    public override RequesterMessage Heard(RequesterMessage message) => message;

    public override SupplyRequest Told(SupplyRequest message) => message with
    {
        Item = message.Item with { ItemIds = [.. message.Item.ItemIds.Where(id => id.Code is { } code && s_kindsOfNumber.Any(code.Is))] },
    };

    public override SupplierMessage Told(SupplierMessage message)
    {
        var info = message.Info;
        if (info.Reason is ReasonForMessage.RequestResponse or ReasonForMessage.StatusChange)
        {
            info = message.Status.Status switch
            {
                SupplyStatus.WillSupply or SupplyStatus.LoanCompleted => info with { Reason = ReasonForMessage.RequestResponse },
                SupplyStatus.Loaned => info with { Reason = ReasonForMessage.StatusChange },
                SupplyStatus.RequestReceived or SupplyStatus.ExpectToSupply or SupplyStatus.Overdue or SupplyStatus.Recalled or SupplyStatus.RetryPossible
                    or SupplyStatus.Unfilled or SupplyStatus.CopyCompleted or SupplyStatus.CompletedWithoutReturn or SupplyStatus.Cancelled
                    or SupplyStatus.HoldReturn or SupplyStatus.ReleaseHoldReturn or null => info,
            };
        }

        if (message.Status.Status == SupplyStatus.WillSupply && Conditions.AreIn(message))
        {
            info = info with { Note = info.Note is null ? AsksForAnswer : $"{info.Note}\n{AsksForAnswer}" };
        }

        return message with
        {
            Info = info,
            Status = message.Status.Status == SupplyStatus.ExpectToSupply ? message.Status with { Status = SupplyStatus.RequestReceived } : message.Status,
        };
    }

    public override RequesterMessage Told(RequesterMessage message) => message;
}
