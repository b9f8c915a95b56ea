namespace Hkall.Service.Storage;

/// <summary>
/// The names under which storage requests are counted: the service and the HTTP verb. The memory stores call their hook with
/// the same names, once for each request Azure would receive, so that a count taken in memory is the count Azure charges for.
/// </summary>
internal static class StorageRequests
{
    public const string ReadRows = "tables GET";
    public const string ReadBlob = "blobs GET";
    public const string WriteBlob = "blobs PUT";
    public const string DeleteBlob = "blobs DELETE";
    public const string ReceiveMessages = "queues GET";
    public const string CountMessages = "queues GET";
    public const string SendMessage = "queues POST";
    public const string DeleteMessage = "queues DELETE";

    /// <summary>A single write is a request of its own; several are one batch.</summary>
    public static string Of(IReadOnlyList<RowWrite> writes) => writes switch
    {
        [RowWrite.Replace or RowWrite.Put] => "tables PUT",
        [RowWrite.Delete] => "tables DELETE",
        _ => "tables POST",
    };
}
