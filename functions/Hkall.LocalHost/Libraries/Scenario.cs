namespace Hkall.LocalHost.Libraries;

/// <summary>How a library behaves through the life of one request: what it sends after each of our messages.</summary>
public sealed record Scenario(string Name)
{
    /// <summary>After a request for a loan.</summary>
    public required IReadOnlyList<Step> Loan { get; init; }

    /// <summary>After a request for a copy.</summary>
    public required IReadOnlyList<Step> Copy { get; init; }

    /// <summary>After our message that the item or the scan has arrived.</summary>
    public IReadOnlyList<Step> Received { get; init; } = [];

    /// <summary>After a cancellation that comes before the item or the scan has left.</summary>
    public required IReadOnlyList<Step> Cancel { get; init; }

    /// <summary>After a cancellation that comes after the item or the scan has left.</summary>
    public required IReadOnlyList<Step> CancelTooLate { get; init; }

    /// <summary>After our message that the item is on its way back.</summary>
    public required IReadOnlyList<Step> Returned { get; init; }

    /// <summary>After a request to renew a loan.</summary>
    public required IReadOnlyList<Step> Renew { get; init; }

    /// <summary>After a repeated request; null: nothing.</summary>
    public IReadOnlyList<Step>? Retried { get; init; }

    /// <summary>After our message that we accept its charge.</summary>
    public IReadOnlyList<Step> CostAccepted { get; init; } = [];

    /// <summary>The factor by which every delay is longer.</summary>
    public int Slowness { get; init; } = 1;

    /// <summary>The library's system answers 500 to every message about the request.</summary>
    public bool SystemDown { get; init; }
}
