namespace Hkall.Requests.Delivering;

/// <summary>Staff have the item in their hands. What they see on its slip counts more than what the lender's message said.</summary>
/// <param name="Barcode">The lender's barcode on the item, where staff scanned it.</param>
public sealed record ReceiveItem(bool? LibraryUseOnly = null, DateOnly? LenderDueOn = null, string? Barcode = null) : RequestCommand;

public sealed record CheckOutItem : RequestCommand;
