namespace Hkall.Domain.Delivering;

/// <summary>Staff have the item in their hands. What they see on its slip counts more than what the lender's message said.</summary>
/// <param name="Barcode">The lender's barcode on the item, where staff scanned it; of several parts that of the one in hand.</param>
/// <param name="Parts">How many parts there are, as the slip says; null where it is one, or where that is known.</param>
public sealed record ReceiveItem(bool? LibraryUseOnly = null, DateOnly? LenderDueOn = null, string? Barcode = null, int? Parts = null) : RequestCommand;

public sealed record CheckOutItem : RequestCommand;
