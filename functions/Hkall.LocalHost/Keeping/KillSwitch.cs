using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Hkall.Service.Storage;

namespace Hkall.LocalHost.Keeping;

/// <summary>
/// Kills this process at one of its storage requests, as <c>kill -9</c> would, so that a test can show at each of them that no
/// data is lost. Only the bench has it, and only where the environment names a request: <c>HKALL_BENCH_KILL_AT=12</c> kills it
/// when the twelfth is answered and before any caller sees the answer, <c>HKALL_BENCH_KILL_AT=before:12</c> before the twelfth is
/// sent. With memory storage there are no requests.
/// </summary>
internal sealed class KillSwitch(StorageRequestCounter counter, int at, bool before) : HttpPipelinePolicy
{
    public const string Variable = "HKALL_BENCH_KILL_AT";
    private const string Before = "before:";

    private int _requests;

    /// <summary>Returns the counter itself where the environment names no request.</summary>
    public static HttpPipelinePolicy Around(StorageRequestCounter counter)
    {
        var text = Environment.GetEnvironmentVariable(Variable) ?? string.Empty;
        var before = text.StartsWith(Before, StringComparison.Ordinal);
        return int.TryParse(before ? text[Before.Length..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new KillSwitch(counter, at, before)
            : counter;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The desk asks nothing of storage and blocks.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var struck = Interlocked.Increment(ref _requests) == at;
        if (struck && before)
        {
            Kill();
        }

        counter.OnSendingRequest(message);
        await ProcessNextAsync(message, pipeline);
        if (struck)
        {
            Kill();
        }
    }

    private static void Kill()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
    }
}
