using Microsoft.DurableTask.Client;

namespace Hkall.Functions.Scheduling;

/// <summary>
/// The way to the orchestrations. The Functions host hands a client to each invocation and to nothing else; they are all the
/// same, so the latest serves whoever needs one.
/// </summary>
public sealed class DurableClientAccessor
{
    private DurableTaskClient? _client;

    public DurableTaskClient Client => Volatile.Read(ref _client)
        ?? throw new InvalidOperationException("No trigger has brought a client yet; every one that can lead to a nudge must.");

    public void Use(DurableTaskClient client) => Volatile.Write(ref _client, client);
}
