using System.Text.Json.Serialization;

namespace Hkall.Domain.Charging;

/// <summary>The library would supply for a charge; the patron is asked.</summary>
public sealed record CostQuoted(string Symbol, Money Cost, DateOnly DecideBy) : RequestEvent
{
    /// <summary>The library has let go of the request and would have to be asked again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }

    /// <summary>It was named with conditions, which staff have accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterConditions { get; init; }
}

public sealed record CostReminded : RequestEvent;

/// <summary>The charge is accepted: by the patron now (<c>by-patron</c>), beforehand up to an amount (<c>within-maximum</c>), or borne by the Library (<c>borne-by-library</c>).</summary>
public sealed record CostAccepted(string Symbol, Money Cost, string How) : RequestEvent;

/// <summary>The charge is not accepted: <c>by-patron</c>, or no answer in time (<c>no-answer</c>).</summary>
public sealed record CostDeclined(string Symbol, Money Cost, string Why) : RequestEvent;
