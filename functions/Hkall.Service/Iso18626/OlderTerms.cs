using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626;

/// <summary>Replaces the closed codes added in 2021 for a library that uses 1.2: a notification says the same.</summary>
internal static class OlderTerms
{
    private const string Lost = "The item is lost.";

    /// <summary>
    /// What such a notification of ours says is read as the code again: 1.2 has no action for a lost item, and the lender would go on to claim an item
    /// that the borrower has given up. Any other words of a notification are for a person.
    /// </summary>
    public static RequesterMessage Heard(RequesterMessage message) =>
        message is { Action: RequesterAction.Notification, Note: { } note } && note.StartsWith(Lost, StringComparison.Ordinal)
            ? message with { Action = RequesterAction.Lost, Note = note[Lost.Length..].Trim() is { Length: > 0 } rest ? rest : null }
            : message;

    public static IsoMessage For(IsoVersion version, IsoMessage message) => version switch
    {
        IsoVersion.V12 => message switch
        {
            RequesterMessage { Action: RequesterAction.Lost } lost => Notified(lost, Lost),
            RequesterMessage { Action: RequesterAction.HoldReturn } held => Notified(held, "The return of the item is held."),
            RequesterMessageConfirmation { Action: RequesterAction.Lost or RequesterAction.HoldReturn } confirmed =>
                confirmed with { Action = RequesterAction.Notification },
            SupplierMessage { Status.Status: SupplyStatus.HoldReturn } hold => Notified(hold, "Please do not send the item back yet."),
            SupplierMessage { Status.Status: SupplyStatus.ReleaseHoldReturn } released => Notified(released, "Please send the item back now."),
            _ => message,
        },
        IsoVersion.V2021 => message,
    };

    private static RequesterMessage Notified(RequesterMessage message, string what) =>
        message with { Action = RequesterAction.Notification, Note = With(what, message.Note) };

    /// <summary>In the older terms, a library that has the item has it on loan.</summary>
    private static SupplierMessage Notified(SupplierMessage message, string what) => message with
    {
        Info = message.Info with { Reason = ReasonForMessage.Notification, Note = With(what, message.Info.Note) },
        Status = message.Status with { Status = SupplyStatus.Loaned },
    };

    private static string With(string what, string? note) => note is null ? what : $"{what} {note}";
}
