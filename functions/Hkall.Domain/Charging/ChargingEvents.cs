using System.Text.Json.Serialization;

namespace Hkall.Domain.Charging;

/// <summary>The library would supply for a charge; the patron decides.</summary>
public sealed record CostQuoted(string Symbol, Money Cost, DateOnly DecideBy) : RequestEvent
{
    /// <summary>The library has closed the request; accepting the charge means asking it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }

    /// <summary>The library named the charge with conditions, which staff have accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterConditions { get; init; }
}

public sealed record CostReminded : RequestEvent;

/// <summary>
/// The charge is accepted: by the patron now (<c>by-patron</c>), in advance up to an amount (<c>within-maximum</c>), or paid by the
/// Library (<c>borne-by-library</c>).
/// </summary>
public sealed record CostAccepted(string Symbol, Money Cost, string How) : RequestEvent;

/// <summary>The charge is not accepted: the patron declined (<c>by-patron</c>), or did not answer in time (<c>no-answer</c>).</summary>
public sealed record CostDeclined(string Symbol, Money Cost, string Why) : RequestEvent;
