using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>A step of a scenario as it will be sent: its dates are reckoned and its id is fixed, so that every try sends the same bytes.</summary>
public sealed record PlannedStep
{
    /// <summary>Library, request and number of the step: the same for ever.</summary>
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
/// <param name="At">When it is tried: <see cref="PlannedStep.Due"/>, or later after a try that failed.</param>
public sealed record PendingStep(SimulatedLibrary Library, OutgoingMessage Answers, PlannedStep Step, DateTimeOffset At)
{
    /// <summary>Tries that failed.</summary>
    public int Tries { get; init; }
}
