using Hkall.Domain;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;

namespace Hkall.Service.Staff;

/// <summary>A request as staff see it: the patron's view, and everything behind it.</summary>
/// <param name="Request">What the patron sees.</param>
/// <param name="State">The stored state: rota, deadline, inbox marks.</param>
/// <param name="Journal">Every commit: who, what happened, which effects and what became of them.</param>
/// <param name="Routing">How the rota came about, with every figure it rests on; null where it was made before that was kept.</param>
/// <param name="Declaration">The copyright declaration as it was signed; null where none was.</param>
public sealed record StaffView(RequestView Request, PatronRequest State, IReadOnlyList<JournalEntry> Journal, Routing? Routing, SignedView? Declaration)
{
    public static StaffView Of(RequestView seen, PatronRequest state, IReadOnlyList<JournalEntry> journal, Signature? signature) =>
        new(seen, state, journal, journal.SelectMany(entry => entry.Events).OfType<RotaRanked>().LastOrDefault()?.Routing, SignedView.Of(journal, signature));
}

/// <summary>That a declaration was signed, in which version and when, which outlives the name.</summary>
/// <param name="SignedBy">The name that was typed; null where none was, or where it has been erased.</param>
public sealed record SignedView(string TextVersion, DateTimeOffset At, string? SignedBy)
{
    public static SignedView? Of(IReadOnlyList<JournalEntry> journal, Signature? signature)
    {
        foreach (var entry in journal.Reverse())
        {
            foreach (var declaration in entry.Events.Select(SignedIn).OfType<Declaration>())
            {
                return new SignedView(declaration.TextVersion, entry.At, signature?.Name);
            }
        }

        return null;
    }

    private static Declaration? SignedIn(RequestEvent happened) => happened switch
    {
        RequestPlaced placed => placed.Declaration,
        DeclarationSigned signed => signed.Declaration,
        _ => null,
    };
}

/// <summary>A request in a list of staff.</summary>
/// <param name="Since">Since when it stands where it stands.</param>
public sealed record StaffRow(
    string Id,
    string PatronId,
    Hkall.Domain.Placing.ServiceType Service,
    RequestStatus Status,
    string Title,
    DateTimeOffset PlacedAt,
    string? Supplier,
    Deadline? Deadline,
    ResponsibleParty? Owner,
    DateTimeOffset? Since,
    Parts? Parts)
{
    public static StaffRow Of(PatronRequest request) => new(
        request.Id,
        request.PatronId,
        request.Service,
        request.Status,
        request.Item.ShortTitle,
        request.PlacedAt,
        request.Supplier?.Symbol,
        request.Deadline,
        request.Deadline?.For.ResponsibleParty(),
        request.StatusSince,
        request.Parts);
}
