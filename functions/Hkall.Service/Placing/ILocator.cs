using Hkall.Requests.Placing;

namespace Hkall.Service.Placing;

/// <summary>Finds who holds an item: a union catalogue, or the bench's sample catalogue.</summary>
public interface ILocator
{
    Task<Holdings> LocateAsync(Item item, CancellationToken cancellation);
}

/// <summary>Symbols of the partner libraries that hold the item, and whether our own library does.</summary>
public sealed record Holdings(bool HeldHere, IReadOnlyList<string> Symbols);
