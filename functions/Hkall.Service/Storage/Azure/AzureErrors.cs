using Azure;
using Azure.Identity;

namespace Hkall.Service.Storage.Azure;

/// <summary>Tells a storage service that is not answering from one that answers no.</summary>
internal static class AzureErrors
{
    /// <summary>Tables, containers and queues that are not there (yet), under the codes of the three services.</summary>
    private static readonly HashSet<string> NotSetUp = new(StringComparer.Ordinal)
    {
        "TableNotFound", "TableBeingDeleted", "ContainerNotFound", "ContainerBeingDeleted", "QueueNotFound", "QueueBeingDeleted",
    };

    /// <summary>Makes the call; where the service is not to be had, throws <see cref="StorageUnavailableException"/> instead of what the SDK throws.</summary>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception error) when (WhyUnavailable(error, cancellation) is { } why)
        {
            throw new StorageUnavailableException(why, error);
        }
    }

    /// <summary>Whether the service looked and answered that the rows, the file or the message are not as the call needs them.</summary>
    public static bool IsAnswer(RequestFailedException error) => error.Status is 404 or 409 or 412 && !IsNotSetUp(error.ErrorCode);

    /// <summary>Some calls of the SDK take a table that is missing for a row that is missing; to us that store is not set up.</summary>
    public static void ThrowIfNotSetUp(Response notFound)
    {
        var error = new RequestFailedException(notFound);
        if (IsNotSetUp(error.ErrorCode))
        {
            throw error;
        }
    }

    private static bool IsNotSetUp(string? code) => code is not null && NotSetUp.Contains(code);

    /// <summary>Why nothing that depends on the service can go on; null where the error says something else.</summary>
    private static string? WhyUnavailable(Exception error, CancellationToken cancellation) => error switch
    {
        // What the tries failed with, in their order: the last of them says how it stands now.
        AggregateException { InnerExceptions: [.., var last] } => WhyUnavailable(last, cancellation),
        RequestFailedException { Status: 0 } => $"Storage cannot be reached: {error.Message}",
        RequestFailedException { Status: 408 or 429 or >= 500 } failed => $"Storage is not answering: {failed.Status} {failed.ErrorCode}.",

        // A role that was assigned a minute ago, or a clock that is off: nothing a patron did, and it passes.
        RequestFailedException { Status: 401 or 403 } failed => $"Storage does not let us in: {failed.Status} {failed.ErrorCode}.",
        RequestFailedException failed when IsNotSetUp(failed.ErrorCode) => $"Storage is not set up: {failed.ErrorCode}.",
        AuthenticationFailedException => $"No token for storage: {error.Message}",
        OperationCanceledException when !cancellation.IsCancellationRequested => "Storage did not answer in time.",
        _ => null,
    };
}
