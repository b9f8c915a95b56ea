using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Hkall.Service.Storage.Azure;

namespace Hkall.Service.Storage;

/// <summary>
/// Counts the storage requests that are really sent, every try included, by service and HTTP verb: <c>tables GET</c>. It is
/// given to the clients as <see cref="StorageClientSettings.EachRequest"/>, and to the memory stores as <see cref="Count"/>.
/// </summary>
public sealed class StorageRequestCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public long Total => _counts.Values.Sum();

    public void Count(string request) => _counts.AddOrUpdate(request, 1, (_, counted) => counted + 1);

    /// <summary>The counts so far; it does not change as counting goes on.</summary>
    public IReadOnlyDictionary<string, long> Snapshot() => new SortedDictionary<string, long>(_counts.ToDictionary(), StringComparer.Ordinal);

    public override void OnSendingRequest(HttpMessage message) =>
        Count($"{StorageServicePolicy.NameOn(message) ?? message.Request.Uri.Host} {message.Request.Method}");
}
