using Azure.Core.Pipeline;

namespace Hkall.Service.Storage.Azure;

/// <summary>How patient the clients are, and what they are told about each request.</summary>
public sealed record StorageClientSettings
{
    /// <summary>
    /// Tries of one request. Few and close together: whoever waits for us is a patron at a page or a queue that will ask again,
    /// and both are better served by "not now" within seconds.
    /// </summary>
    public int Tries { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Tries)); } = 3;

    /// <summary>The pause before the second try; it doubles for each that follows.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long one try may take for rows and messages.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one piece of a file may take.</summary>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Put before every name, so that several services can share an account: lower-case letters and digits.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Sees every request that is sent, every try of it included: <see cref="StorageRequestCounter"/>.</summary>
    public HttpPipelinePolicy? EachRequest { get; init; }
}
