using Azure;
using Azure.Storage.Blobs;

namespace Hkall.Service.Storage.Azure;

/// <summary>
/// Microsoft Defender for Storage: it looks at each file once it is stored, and writes what it found into the file's index tags. Reading them
/// needs a role with the tags' own permission.
/// </summary>
internal sealed class DefenderScanner(Func<BlobContainer, BlobContainerClient> containers) : IFileScanner
{
    private const string ResultTag = "Malware Scanning scan result";
    private const string NothingFound = "No threats found";
    private const string Malicious = "Malicious";

    public Task<FileVerdict> ScanAsync(Stream content, CancellationToken cancellation) => Task.FromResult<FileVerdict>(new FileVerdict.OnceStored());

    public Task<FileVerdict> OfStoredAsync(string scanId, CancellationToken cancellation)
    {
        BlobChecks.Name(scanId);
        var blob = containers(BlobContainer.Scans).GetBlobClient(scanId);
        return AzureErrors.CallAsync(
            async () =>
            {
                try
                {
                    return VerdictOf((await blob.GetTagsAsync(cancellationToken: cancellation)).Value.Tags);
                }
                catch (RequestFailedException error) when (AzureErrors.IsAnswer(error))
                {
                    return new FileVerdict.NotNow("The file cannot be found.");
                }
            },
            cancellation);
    }

    /// <summary>Besides these two the tag says that the scan failed or was not made, and of such a file nothing is known.</summary>
    internal static FileVerdict VerdictOf(IDictionary<string, string> tags) => tags.TryGetValue(ResultTag, out var result)
        ? result switch
        {
            NothingFound => new FileVerdict.Clean(),

            // The tag does not name the malware; Defender's own alert does.
            Malicious => new FileVerdict.Infected("malware"),
            _ => new FileVerdict.NotNow($"Defender for Storage says: {result}."),
        }
        : new FileVerdict.NotNow("Defender for Storage has not looked at the file yet.");
}
