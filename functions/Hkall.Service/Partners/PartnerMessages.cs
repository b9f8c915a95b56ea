using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.Partners;

/// <summary>
/// A message to a library without ISO 18626: <c>POST {endpoint}</c>, signed as in Standard Webhooks with
/// <see cref="MessageId"/> as <c>webhook-id</c>. The id is the same on every try, so the library can detect a repetition. Any 2xx
/// means received; 4xx (except 408 and 429) means never; anything else is tried again.
/// </summary>
public sealed record OutgoingMessage
{
    public required string MessageId { get; init; }

    public required RequestingAction Message { get; init; }

    /// <summary>A note from our staff; with <c>damaged</c>, the damage; with <c>parts-missing</c>, how many parts did not come and which are here.</summary>
    public string? Note { get; init; }

    /// <summary>Our id of the request; it does not reveal the patron.</summary>
    public required string RequestId { get; init; }

    /// <summary>The library that receives the message.</summary>
    public required string To { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    public DateOnly? NeededBy { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where to post status callbacks.</summary>
    public required Uri CallbackUrl { get; init; }

    /// <summary>Where to upload the scan; only for a copy.</summary>
    public Uri? FileUrl { get; init; }
}
