namespace Hkall.Requests.Delivering;

/// <summary>Staff have the item in their hands. What they see on its slip counts more than what the lender's message said.</summary>
public sealed record ReceiveItem(bool? LibraryUseOnly = null, DateOnly? LenderDueOn = null) : RequestCommand;

public sealed record CheckOutItem : RequestCommand;
