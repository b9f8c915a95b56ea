using Hkall.Domain.Accounts;

namespace Hkall.Domain.Delivering;

/// <summary>Staff have the item in hand. Its slip counts for more than the lender's message.</summary>
/// <param name="Barcode">The lender's barcode on the item, if staff scanned it; of several parts, that of the one in hand.</param>
/// <param name="Parts">The number of parts on the slip; null if there is one, or if it is already known.</param>
/// <param name="From">The symbol of the library that sent it; null if only one can have.</param>
/// <param name="Sure">The slip does say that the item was due before today: it is no typing mistake.</param>
public sealed record ReceiveItem(
    bool? LibraryUseOnly = null, DateOnly? LenderDueOn = null, string? Barcode = null, int? Parts = null, string? From = null, bool Sure = false)
    : RequestCommand;

/// <param name="CardUntil">The last day on which the patron's card is valid; null if it has no end, or nobody knows.</param>
/// <param name="Blocked">Why the Library no longer lends to the patron; null if it does, or nobody knows.</param>
/// <param name="Sure">Staff check it out all the same.</param>
public sealed record CheckOutItem(DateOnly? CardUntil = null, Block? Blocked = null, bool Sure = false) : RequestCommand;

/// <summary>Staff record the lender's barcode on the item, so that later scans find its request.</summary>
public sealed record LabelItem(string Barcode) : RequestCommand;

/// <summary>The patron asks to have the item delivered to their department's office instead of picking it up.</summary>
public sealed record ChooseOffice(string Office) : RequestCommand;

/// <summary>Staff stop waiting for the missing parts.</summary>
public sealed record RestNotComing : RequestCommand;
