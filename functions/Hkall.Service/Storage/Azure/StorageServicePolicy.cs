using Azure.Core;
using Azure.Core.Pipeline;

namespace Hkall.Service.Storage.Azure;

/// <summary>The three services of a storage account.</summary>
internal enum StorageService
{
    Tables,
    Blobs,
    Queues,
}

/// <summary>
/// Notes on a request which service it is for. An address does not say so everywhere: Azurite's services differ in a port that
/// is another one each time.
/// </summary>
internal sealed class StorageServicePolicy(StorageService service) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.SetProperty(typeof(StorageService), service);

    /// <summary>The name under which the service is counted; null for a request of another client.</summary>
    public static string? NameOn(HttpMessage message) =>
        message.TryGetProperty(typeof(StorageService), out var noted) && noted is StorageService service
            ? service switch
            {
                StorageService.Tables => "tables",
                StorageService.Blobs => "blobs",
                StorageService.Queues => "queues",
            }
            : null;
}
