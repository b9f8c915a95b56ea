using Hkall.Domain;
using Hkall.Domain.Placing;

namespace Hkall.Service.Partners;

/// <summary>
/// What we post to a library without ISO 18626: <c>POST {endpoint}</c>, signed as in Standard Webhooks with
/// <see cref="MessageId"/> as <c>webhook-id</c>. It is the same on every try, so a repetition can be known. Any 2xx means
/// received; 4xx (but 408 and 429) means never; all else is tried again.
/// </summary>
public sealed record OutgoingMessage
{
    public required string MessageId { get; init; }

    public required RequestingAction Message { get; init; }

    /// <summary>What our staff add to it; with <c>damaged</c>, how; with <c>parts-missing</c>, how many and which are here.</summary>
    public string? Note { get; init; }

    /// <summary>Our id of the request; nothing in it tells whose it is.</summary>
    public required string RequestId { get; init; }

    /// <summary>The library this is for.</summary>
    public required string To { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    public DateOnly? NeededBy { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where to post status callbacks.</summary>
    public required Uri CallbackUrl { get; init; }

    /// <summary>Where to put the scan; only for a copy.</summary>
    public Uri? FileUrl { get; init; }
}
