using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Functions.Scheduling;

/// <summary>
/// What a request waits for. The orchestration gets it as its input and carries it from one generation to the next; operators
/// read it as the custom status.
/// </summary>
/// <param name="Until">Null: the request waits for nothing more.</param>
/// <param name="For">The name of the deadline, or <see cref="Delivery"/>.</param>
public sealed record Wait(DateTimeOffset? Until, string? For)
{
    /// <summary>The next delivery try of an effect comes before the deadline.</summary>
    public const string Delivery = "delivery";

    public static Wait Of(NextRun turn) => new(
        turn.At,
        turn.At is null ? null : turn.Deadline is { } deadline && deadline.At == turn.At ? Names.Of(deadline.For) : Delivery);

    /// <summary>Returns the earlier wait. A wait in the past counts as due now.</summary>
    public static Wait Earlier(Wait armed, Wait told) => told.Until is { } until && until > armed.Until ? armed : told;
}
