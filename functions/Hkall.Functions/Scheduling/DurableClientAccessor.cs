using Microsoft.DurableTask.Client;

namespace Hkall.Functions.Scheduling;

/// <summary>
/// Gives access to the orchestrations. The Functions host passes a client only to an invocation. All clients are the same, so the
/// latest serves every caller.
/// </summary>
public sealed class DurableClientAccessor
{
    private DurableTaskClient? _client;

    public DurableTaskClient Client => Volatile.Read(ref _client)
        ?? throw new InvalidOperationException("No trigger has brought a client yet; every one that can lead to a nudge must.");

    public void Use(DurableTaskClient client) => Volatile.Write(ref _client, client);
}
