using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Service.Placing;

/// <summary>Finds who holds an item: a union catalogue, or the bench's sample catalogue.</summary>
public interface ILocator
{
    Task<Holdings> LocateAsync(Item item, CancellationToken cancellation);
}

/// <summary>Symbols of the partner libraries that hold the item, and whether our own library does.</summary>
public sealed record Holdings(bool HeldHere, IReadOnlyList<string> Symbols)
{
    /// <summary>How sure it is of each; of one that is left out, as sure as a catalogue is.</summary>
    public IReadOnlyDictionary<string, KnownHolding> Known { get; init; } = new Dictionary<string, KnownHolding>();

    /// <summary>How it was found, in a sentence for staff.</summary>
    public string? Found { get; init; }
}

/// <param name="Why">What there is to say of it, in a sentence; null where there is nothing.</param>
public sealed record KnownHolding(Certainty Certainty, string? Why);
