using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Cancelling;

public sealed record CancelAsked(Who By) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Status = RequestStatus.Cancelling };
}

/// <summary>The supplier declined to cancel, so we expect the item.</summary>
public sealed record CancelRefused([Id] string Symbol, StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Expected,
        Rota = RotaChanges.ChangeEntry(
            request.Rota, Symbol, entry => entry with { Standing = RotaStatus.Promised, Why = null, WasAsked = true, WouldNotCancel = true }),
    };
}

public sealed record RequestCancelled(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Cancelled, ClosedWhy = Why, Estimate = null, Acceptance = null };
}

/// <summary>
/// The patron no longer wants an item that cannot be cancelled any more. What is here leaves at once; what is still to come goes
/// straight back.
/// </summary>
public sealed record ItemUnwanted(Who By) : RequestEvent
{
    /// <summary>What the patron told staff; null if staff did not act on their word.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PatronsWord? Word { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request.Status.Stage() == RequestStage.AtLibrary
        ? request with
        {
            Status = RequestStatus.Returning,
            Unwanted = true,
            Shelf = null,
            SentBackAt = null,
            Parts = request.Parts is { } parts ? parts with { Back = [] } : null,
        }
        : request with { Unwanted = true };
}
