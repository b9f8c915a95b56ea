namespace Hkall.Domain.Delivering;

/// <summary>Staff have the item in hand. Its slip counts for more than the lender's message.</summary>
/// <param name="Barcode">The lender's barcode on the item, if staff scanned it; of several parts, that of the one in hand.</param>
/// <param name="Parts">The number of parts on the slip; null if there is one, or if it is already known.</param>
public sealed record ReceiveItem(bool? LibraryUseOnly = null, DateOnly? LenderDueOn = null, string? Barcode = null, int? Parts = null) : RequestCommand;

public sealed record CheckOutItem : RequestCommand;
