using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Returning;

namespace Hkall.Simulation.Invariants;

/// <summary>What a member of staff knew when they gave an order.</summary>
/// <param name="Seen">The number of entries of the request's history that they had seen; null if they said nothing of it.</param>
/// <param name="Symbol">The library that they named; null for none.</param>
/// <param name="Status">The status that they named; null for none.</param>
/// <param name="InHand">They had the item in hand.</param>
public sealed record Sight(int? Seen, string? Symbol, RequestStatus? Status, bool InHand)
{
    public static Sight Of(RequestCommand command, int? seen) => new(seen, command.Meant?.Symbol, command.Meant?.Status, IsInHand(command));

    /// <summary>Whether the order may cost money, end a request or speak to a library. A status names what ends, and not whom we speak to.</summary>
    /// <param name="entries">The entries of the history before the order was carried out.</param>
    /// <param name="speaks">Whether it did speak to a library.</param>
    public bool Suffices(PatronRequest before, int entries, bool speaks) =>
        InHand || Seen == entries || (Symbol is not null && Symbol == before.Supplier?.Symbol) || (!speaks && Status == before.Status);

    private static bool IsInHand(RequestCommand command) =>
        command is ReceiveItem or CheckOutItem or CheckInItem or CheckInPart or SendItemBack or LabelItem or RestNotComing;
}
