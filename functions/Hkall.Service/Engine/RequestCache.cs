using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>
/// The stored requests this process read or wrote last. A cached request may be out of date, and that is harmless: a decision made
/// on it commits only if it is still the stored version, and anything that is not a commit is decided again on a fresh read.
/// </summary>
public sealed class RequestCache<TRequest>(int capacity = 1_000)
    where TRequest : class, IRequestState
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<VersionedRequest<TRequest>>> _byId = [];
    private readonly LinkedList<VersionedRequest<TRequest>> _byUse = [];

    public VersionedRequest<TRequest>? Find(string requestId)
    {
        lock (_lock)
        {
            if (!_byId.TryGetValue(requestId, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>
    /// Caches the request and returns the one to use: if the cached one has the same version, that one, because it knows of later deliveries.
    /// </summary>
    public VersionedRequest<TRequest> Keep(VersionedRequest<TRequest> stored)
    {
        lock (_lock)
        {
            if (_byId.TryGetValue(stored.Request.Id, out var known) && known.Value.ETag == stored.ETag)
            {
                return known.Value;
            }

            Drop(stored.Request.Id);
            _byId[stored.Request.Id] = _byUse.AddFirst(stored);
            if (_byId.Count > capacity && _byUse.Last is { } oldest)
            {
                Drop(oldest.Value.Request.Id);
            }

            return stored;
        }
    }

    /// <summary>Changes the cached request if there is one and its version is still the caller's.</summary>
    public void Amend(VersionedRequest<TRequest> seen, Func<StoredRequest<TRequest>, StoredRequest<TRequest>> change)
    {
        lock (_lock)
        {
            if (_byId.TryGetValue(seen.Request.Id, out var node) && node.Value.ETag == seen.ETag)
            {
                node.Value = node.Value with { Stored = change(node.Value.Stored) };
            }
        }
    }

    public void Forget(string requestId)
    {
        lock (_lock)
        {
            Drop(requestId);
        }
    }

    private void Drop(string requestId)
    {
        if (_byId.Remove(requestId, out var node))
        {
            _byUse.Remove(node);
        }
    }
}
