using Azure.Core.Pipeline;

namespace Hkall.Service.Storage.Azure;

/// <summary>Timeouts and retries of the storage clients, and the hook that sees each request.</summary>
public sealed record StorageClientSettings
{
    /// <summary>
    /// Tries of one request. Few and close together: a patron at a page, or a queue that will ask again, is waiting, and both are
    /// better served by "not now" within seconds.
    /// </summary>
    public int Tries { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Tries)); } = 3;

    /// <summary>The pause before the second try; it doubles for each that follows.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The timeout of one try for rows and messages.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The timeout of one piece of a file.</summary>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A prefix of every name, so that several services can share an account: lower-case letters and digits.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Sees every request sent, including retries: <see cref="StorageRequestCounter"/>.</summary>
    public HttpPipelinePolicy? EachRequest { get; init; }
}
