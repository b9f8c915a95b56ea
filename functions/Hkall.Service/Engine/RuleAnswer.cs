using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>What the rules of either direction answered, as the desk commits it: done, or nothing to do (<paramref name="Ignored"/> says why), or refused.</summary>
public sealed record RuleAnswer<TRequest, TEvent>(
    TRequest Request,
    IReadOnlyList<TEvent> Events,
    IReadOnlyList<Effect> Effects,
    string? Ignored = null,
    Refusal? Refusal = null,
    string? Reason = null)
    where TRequest : class, IRequestState
    where TEvent : class;
