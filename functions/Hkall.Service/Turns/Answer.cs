using Hkall.Requests;

namespace Hkall.Service.Turns;

/// <summary>What the rules of either direction answered, as the desk commits it: done, or nothing to do (<paramref name="Ignored"/> says why), or refused.</summary>
public sealed record Answer<TRequest, TEvent>(
    TRequest Request,
    IReadOnlyList<TEvent> Events,
    IReadOnlyList<Effect> Effects,
    string? Ignored = null,
    Refusal? Refusal = null,
    string? Why = null)
    where TRequest : class, IKept
    where TEvent : class;
