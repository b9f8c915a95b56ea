using Azure;
using Azure.Identity;

namespace Hkall.Service.Storage.Azure;

/// <summary>Distinguishes a storage service that does not answer from one that refuses.</summary>
internal static class AzureErrors
{
    /// <summary>The three services' codes for tables, containers and queues that do not exist (yet).</summary>
    private static readonly HashSet<string> NotSetUp = new(StringComparer.Ordinal)
    {
        "TableNotFound", "TableBeingDeleted", "ContainerNotFound", "ContainerBeingDeleted", "QueueNotFound", "QueueBeingDeleted",
    };

    /// <summary>Makes the call. If the service is unavailable, throws <see cref="StorageUnavailableException"/> instead of the SDK's exception.</summary>
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

    /// <summary>Whether the service answered that the rows, the file or the message are not in the state the call needs.</summary>
    public static bool IsAnswer(RequestFailedException error) => error.Status is 404 or 409 or 412 && !IsNotSetUp(error.ErrorCode);

    /// <summary>Some SDK calls report a missing table as a missing row; for us a missing table means that the store is not set up.</summary>
    public static void ThrowIfNotSetUp(Response notFound)
    {
        var error = new RequestFailedException(notFound);
        if (IsNotSetUp(error.ErrorCode))
        {
            throw error;
        }
    }

    private static bool IsNotSetUp(string? code) => code is not null && NotSetUp.Contains(code);

    /// <summary>Why the service is unavailable; null if the error means something else.</summary>
    private static string? WhyUnavailable(Exception error, CancellationToken cancellation) => error switch
    {
        // The errors of each try, in order; the last one shows the current state.
        AggregateException { InnerExceptions: [.., var last] } => WhyUnavailable(last, cancellation),
        RequestFailedException { Status: 0 } => $"Storage cannot be reached: {error.Message}",
        RequestFailedException { Status: 408 or 429 or >= 500 } failed => $"Storage is not answering: {failed.Status} {failed.ErrorCode}.",

        // A role assigned a minute ago, or a wrong clock: no patron caused it, and it passes.
        RequestFailedException { Status: 401 or 403 } failed => $"Storage does not let us in: {failed.Status} {failed.ErrorCode}.",
        RequestFailedException failed when IsNotSetUp(failed.ErrorCode) => $"Storage is not set up: {failed.ErrorCode}.",
        AuthenticationFailedException => $"No token for storage: {error.Message}",
        OperationCanceledException when !cancellation.IsCancellationRequested => "Storage did not answer in time.",
        _ => null,
    };
}
