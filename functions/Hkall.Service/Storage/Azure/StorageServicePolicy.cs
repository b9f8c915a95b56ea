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
/// Marks a request with the service it is for. The address does not always show it: Azurite's services differ only in their
/// port, which changes from run to run.
/// </summary>
internal sealed class StorageServicePolicy(StorageService service) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.SetProperty(typeof(StorageService), service);

    /// <summary>The name under which the service is counted; null for another client's request.</summary>
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
