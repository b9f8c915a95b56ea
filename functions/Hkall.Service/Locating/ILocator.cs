using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Service.Locating;

/// <summary>Finds who holds an item: a union catalogue, or the bench's sample catalogue.</summary>
public interface ILocator
{
    Task<Holdings> LocateAsync(Item item, CancellationToken cancellation);
}

/// <summary>Symbols of the partner libraries that hold the item, and whether our own library does.</summary>
public sealed record Holdings(bool HeldHere, IReadOnlyList<string> Symbols)
{
    /// <summary>How certain each holding is. A symbol without an entry is as certain as a catalogue record.</summary>
    public IReadOnlyDictionary<string, KnownHolding> Known { get; init; } = new Dictionary<string, KnownHolding>();

    /// <summary>Our own library's copies, those on the shelf first; none if it has none or its catalogue does not say.</summary>
    public IReadOnlyList<OwnCopy> Own { get; init; } = [];

    /// <summary>How the holdings were found, in a sentence for staff.</summary>
    public string? Found { get; init; }
}

/// <summary>A copy of our own library: on a shelf, or at an address.</summary>
/// <param name="Available">Whether it is on its shelf; null if the catalogue does not say.</param>
/// <param name="Address">Of an electronic copy.</param>
public sealed record OwnCopy(string? CallNumber, string? Location, bool? Available, Uri? Address = null);

/// <param name="Why">A remark on this holding, in a sentence; null if there is none.</param>
public sealed record KnownHolding(Certainty Certainty, string? Why);
