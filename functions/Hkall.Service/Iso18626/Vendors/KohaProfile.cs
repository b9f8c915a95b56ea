using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>
/// Koha writes due dates in its own time without an offset, and ends a day one minute before midnight. It says a status again, as an answer,
/// after each of our messages but the receipt: the rules know a status that they have heard.
/// </summary>
internal sealed class KohaProfile : VendorProfile
{
    private static readonly TimeSpan s_lastMinute = new(23, 59, 0);
    private static readonly TimeSpan s_lastSecond = new(23, 59, 59);

    public override SupplierMessage Heard(SupplierMessage message) => message with
    {
        Status = message.Status with { Due = WholeDay(message.Status.Due) },
    };

    public override RequesterMessage Heard(RequesterMessage message) => message;

    public override SupplyRequest Told(SupplyRequest message) => message;

    public override SupplierMessage Told(SupplierMessage message) => message;

    public override RequesterMessage Told(RequesterMessage message) => message;

    /// <summary>The last minute of a day is that day, as its last second is in the standard. An instant of it would be the next morning in Hong Kong.</summary>
    private static DateTimeOffset? WholeDay(DateTimeOffset? due) => due is { } end && end.TimeOfDay == s_lastMinute
        ? new DateTimeOffset(end.Date + s_lastSecond, end.Offset)
        : due;
}
