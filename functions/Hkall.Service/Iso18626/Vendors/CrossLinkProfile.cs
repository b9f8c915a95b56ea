using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>
/// CrossLink uses the markers of ReShare. As a broker it asks several libraries in turn: that one of them cannot supply is only a notification,
/// and the broker goes on. Its own refusal is an answer to the request.
/// </summary>
internal sealed class CrossLinkProfile : VendorProfile
{
    private static readonly ReShareProfile s_markers = new();

    public override SupplierMessage Heard(SupplierMessage message)
    {
        var plain = s_markers.Heard(message);
        return plain is { Info.Reason: ReasonForMessage.Notification, Status.Status: SupplyStatus.Unfilled }
            ? plain with
            {
                Info = plain.Info with { Note = Said(plain.Info) },
                Status = plain.Status with { Status = SupplyStatus.RequestReceived },
            }
            : plain;
    }

    public override RequesterMessage Heard(RequesterMessage message) => s_markers.Heard(message);

    public override SupplyRequest Told(SupplyRequest message) => s_markers.Told(message);

    public override SupplierMessage Told(SupplierMessage message) => s_markers.Told(message);

    public override RequesterMessage Told(RequesterMessage message) => s_markers.Told(message);

    private static string Said(MessageInfo info)
    {
        var said = info.ReasonUnfilled is { } reason ? $"A library that was asked cannot supply it ({reason})." : "A library that was asked cannot supply it.";
        return info.Note is null ? said : $"{said}\n{info.Note}";
    }
}
