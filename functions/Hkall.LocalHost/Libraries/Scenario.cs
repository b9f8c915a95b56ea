namespace Hkall.LocalHost.Libraries;

/// <summary>How a library behaves through the life of one request: what it sends upon each of our messages.</summary>
public sealed record Scenario(string Name)
{
    /// <summary>Upon a request for a loan.</summary>
    public required IReadOnlyList<Step> Loan { get; init; }

    /// <summary>Upon a request for a copy.</summary>
    public required IReadOnlyList<Step> Copy { get; init; }

    /// <summary>Upon our word that the item or the scan has arrived.</summary>
    public IReadOnlyList<Step> Received { get; init; } = [];

    /// <summary>Upon a cancellation while nothing has left the library.</summary>
    public required IReadOnlyList<Step> Cancel { get; init; }

    /// <summary>Upon a cancellation that comes after the item or the scan has left.</summary>
    public required IReadOnlyList<Step> CancelTooLate { get; init; }

    /// <summary>Upon our word that the item is on its way back.</summary>
    public required IReadOnlyList<Step> Returned { get; init; }

    /// <summary>Upon the wish to keep a loan for longer.</summary>
    public required IReadOnlyList<Step> Renew { get; init; }

    /// <summary>Upon being asked again; null: nothing.</summary>
    public IReadOnlyList<Step>? Retried { get; init; }

    /// <summary>Upon our word that its charge is accepted.</summary>
    public IReadOnlyList<Step> CostAccepted { get; init; } = [];

    /// <summary>How many times as long everything takes.</summary>
    public int Slowness { get; init; } = 1;

    /// <summary>The library's system answers 500 to every message about the request.</summary>
    public bool SystemDown { get; init; }
}
