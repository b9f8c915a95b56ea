namespace Hkall.Service.Storage;

/// <summary>
/// The names under which storage requests are counted: the service and the HTTP verb. The memory stores call their hook with
/// the same names as often as Azure would be asked, so that a count taken in memory is the count that will be paid for.
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

    /// <summary>A single write goes by itself, several go as one batch.</summary>
    public static string Of(IReadOnlyList<RowWrite> writes) => writes switch
    {
        [RowWrite.Replace or RowWrite.Put] => "tables PUT",
        [RowWrite.Delete] => "tables DELETE",
        _ => "tables POST",
    };
}
