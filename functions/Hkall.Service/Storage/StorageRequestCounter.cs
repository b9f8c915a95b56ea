using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Hkall.Service.Storage.Azure;

namespace Hkall.Service.Storage;

/// <summary>
/// Counts the storage requests actually sent, including retries, by service and HTTP verb: <c>tables GET</c>. The clients
/// receive it as <see cref="StorageClientSettings.EachRequest"/>, the memory stores as <see cref="Count"/>.
/// </summary>
public sealed class StorageRequestCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public long Total => _counts.Values.Sum();

    public void Count(string request) => _counts.AddOrUpdate(request, 1, (_, counted) => counted + 1);

    /// <summary>A copy of the counts so far; later requests do not change it.</summary>
    public IReadOnlyDictionary<string, long> Snapshot() => new SortedDictionary<string, long>(_counts.ToDictionary(), StringComparer.Ordinal);

    public override void OnSendingRequest(HttpMessage message) =>
        Count($"{StorageServicePolicy.NameOn(message) ?? message.Request.Uri.Host} {message.Request.Method}");
}
