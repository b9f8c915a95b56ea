using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>A step of a scenario as the library will send it. Its dates and its id are fixed, so that every try sends the same bytes.</summary>
public sealed record PlannedStep
{
    /// <summary>Library, request and number of the step; it never changes.</summary>
    public required string MessageId { get; init; }

    public required int Number { get; init; }

    public required News News { get; init; }

    public required DateTimeOffset Due { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Reason { get; init; }

    public decimal? Cost { get; init; }

    public bool LibraryUseOnly { get; init; }

    public Flaw Flaw { get; init; }
}

/// <summary>A step not yet sent.</summary>
/// <param name="Answers">Our message that it answers.</param>
/// <param name="At">When it is tried: <see cref="PlannedStep.Due"/>, or later after a failed try.</param>
public sealed record PendingStep(SimulatedLibrary Library, OutgoingMessage Answers, PlannedStep Step, DateTimeOffset At)
{
    /// <summary>Failed tries.</summary>
    public int Tries { get; init; }
}
