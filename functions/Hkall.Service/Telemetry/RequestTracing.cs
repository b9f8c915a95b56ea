using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Hkall.Service.Telemetry;

/// <summary>
/// Traces. Everything that happens to a request, over months and on any machine, is one trace: its id is derived from the
/// request's. Each step links to the call or message that caused it. Traces contain no personal data: a request's id reveals nothing.
/// </summary>
public static class RequestTracing
{
    public const string SourceName = "Hkall.Desk";

    public const string RequestIdTag = "hkall.request_id";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a step, which ends when it is disposed of; null if there is no listener.</summary>
    public static Activity? Step(string name, string requestId)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var journey = Of(requestId);
        var cause = Activity.Current?.Context ?? default;
        var step = cause.TraceId == journey.TraceId
            ? Source.StartActivity(name)
            : Source.StartActivity(name, ActivityKind.Internal, journey, links: cause == default ? null : [new ActivityLink(cause)]);
        return step?.SetTag(RequestIdTag, requestId);
    }

    /// <summary>The trace of a request. Its first span exists only as the parent of all others.</summary>
    public static ActivityContext Of(string requestId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"journey:{requestId}"));
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash.AsSpan(0, 16)),
            ActivitySpanId.CreateFromBytes(hash.AsSpan(16, 8)),
            ActivityTraceFlags.Recorded,
            isRemote: true);
    }
}
