using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>What the desk answers to a command. What is not stored is never answered as done.</summary>
public abstract record Outcome<TRequest>
    where TRequest : class, IRequestState
{
    private protected Outcome()
    {
    }
}

/// <summary>Committed. Effects not delivered at once are delivered by a later turn.</summary>
public sealed record Done<TRequest>(VersionedRequest<TRequest> Stored) : Outcome<TRequest>
    where TRequest : class, IRequestState;

/// <summary>It changes nothing (repeated, late or crossed); acknowledged.</summary>
public sealed record NoChange<TRequest>(VersionedRequest<TRequest> Stored, string Reason) : Outcome<TRequest>
    where TRequest : class, IRequestState;

public sealed record CommandRefused<TRequest>(Refusal Refusal, string Reason) : Outcome<TRequest>
    where TRequest : class, IRequestState;

/// <summary>There is no such request.</summary>
public sealed record NoSuchRequest<TRequest> : Outcome<TRequest>
    where TRequest : class, IRequestState;

/// <summary>Others kept changing the request; the caller tries again later.</summary>
public sealed class RequestBusyException(string requestId) : Exception($"Request {requestId} is being changed by others.");

/// <summary>The request's history is as long as any may get; staff must look at what keeps writing to it.</summary>
public sealed class HistoryFullException(string requestId) : Exception($"The history of request {requestId} is full.");
