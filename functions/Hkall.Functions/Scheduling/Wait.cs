using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Functions.Scheduling;

/// <summary>
/// What a request waits for: what the orchestration is told, what it carries from one generation to the next, and what an
/// operator reads as its custom status.
/// </summary>
/// <param name="Until">Null: there is nothing left to wait for.</param>
/// <param name="For">The deadline by its name, or <see cref="Delivery"/>.</param>
public sealed record Wait(DateTimeOffset? Until, string? For)
{
    /// <summary>The next try at an effect comes before the deadline.</summary>
    public const string Delivery = "delivery";

    public static Wait Of(NextRun turn) => new(
        turn.At,
        turn.At is null ? null : turn.Deadline is { } deadline && deadline.At == turn.At ? Names.Of(deadline.For) : Delivery);

    /// <summary>The one that ends first; one that ends never again counts as now.</summary>
    public static Wait Earlier(Wait armed, Wait told) => told.Until is { } until && until > armed.Until ? armed : told;
}
