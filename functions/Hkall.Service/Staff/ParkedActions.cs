using Hkall.Domain;
using Hkall.Service.Inbox;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>Why staff dismiss a parked message.</summary>
public sealed record DismissForm
{
    public required string Reason { get; init; }
}

/// <summary>What staff can do with a parked message, on the pages and through the API.</summary>
public sealed class ParkedActions(ParkedRetries retries, ParkedDismissal dismissing)
{
    private const int IdLength = 32;

    /// <summary>Takes the message in again by the way it came.</summary>
    /// <returns>False if the message is not parked.</returns>
    public async Task<bool> RetryAsync(string id, CancellationToken cancellation) => IsId(id) && await retries.RetryAsync(id, cancellation);

    /// <returns>False if the message is not parked.</returns>
    /// <exception cref="BadInputException">The form gives no reason.</exception>
    public async Task<bool> DismissAsync(string staffId, string id, Func<Task<DismissForm>> read, CancellationToken cancellation)
    {
        if (!IsId(id))
        {
            return false;
        }

        var fields = new Fields();
        var reason = fields.Text("reason", (await read()).Reason, Limits.Note, lines: true);
        if (reason is null)
        {
            fields.Fault("reason", "missing-member", "Why it is not needed.");
        }

        fields.ThrowIfAny();
        return await dismissing.DismissAsync(id, Actor.Staff(staffId).ToString(), reason!, cancellation);
    }

    private static bool IsId(string id) => id.Length == IdLength && id.All(char.IsAsciiHexDigit);
}
