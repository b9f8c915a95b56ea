using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>
/// The answer of the rules of either direction, for the processor to commit: done, ignored (<paramref name="Ignored"/> says why), or refused.
/// </summary>
public sealed record RuleAnswer<TRequest, TEvent>(
    TRequest Request,
    IReadOnlyList<TEvent> Events,
    IReadOnlyList<Effect> Effects,
    string? Ignored = null,
    Refusal? Refusal = null,
    string? Reason = null)
    where TRequest : class, IRequestState
    where TEvent : class;
