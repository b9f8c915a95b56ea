using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>The processor's answer to a command. It never reports a command as done before the change is stored.</summary>
public abstract record Outcome<TRequest>
    where TRequest : class, IRequestState
{
    private protected Outcome()
    {
    }
}

/// <summary>Committed. A later run delivers the effects that were not delivered at once.</summary>
public sealed record Done<TRequest>(VersionedRequest<TRequest> Stored) : Outcome<TRequest>
    where TRequest : class, IRequestState
{
    /// <summary>The same order was carried out before, under the same id; this time nothing changed.</summary>
    public bool Before { get; init; }
}

/// <summary>The command changes nothing (repeated, late or crossed) and is acknowledged.</summary>
public sealed record NoChange<TRequest>(VersionedRequest<TRequest> Stored, string Reason) : Outcome<TRequest>
    where TRequest : class, IRequestState;

public sealed record CommandRefused<TRequest>(Refusal Refusal, string Reason) : Outcome<TRequest>
    where TRequest : class, IRequestState;

/// <summary>The request is no longer as the giver of the order saw it. Nothing changed.</summary>
/// <param name="Stored">The request as it is now.</param>
public sealed record ChangedSince<TRequest>(VersionedRequest<TRequest> Stored) : Outcome<TRequest>
    where TRequest : class, IRequestState;

/// <summary>The id of the order belongs to another order of the same person. Nothing changed.</summary>
public sealed record OrderIdReused<TRequest> : Outcome<TRequest>
    where TRequest : class, IRequestState;

/// <summary>There is no such request.</summary>
public sealed record NoSuchRequest<TRequest> : Outcome<TRequest>
    where TRequest : class, IRequestState;

/// <summary>Other writers kept changing the request; the caller tries again later.</summary>
public sealed class RequestBusyException(string requestId) : Exception($"Request {requestId} is being changed by others.");

/// <summary>The request's history has reached its maximum length; staff must find out which system keeps writing to it.</summary>
public sealed class HistoryFullException(string requestId) : Exception($"The history of request {requestId} is full.");
