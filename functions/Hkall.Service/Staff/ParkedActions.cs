using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>Why staff dismiss a parked message.</summary>
public sealed record DismissForm
{
    public required string Reason { get; init; }
}

/// <summary>What staff can do with a parked message, on the pages and through the API.</summary>
public sealed class ParkedActions(ParkedMessages parked, ParkedDismissal dismissing, IRequestScheduler scheduler)
{
    private const int IdLength = 32;

    /// <summary>Puts the message back on the queue.</summary>
    /// <returns>False if the message is not parked.</returns>
    public async Task<bool> RetryAsync(string id, CancellationToken cancellation)
    {
        if (!IsId(id) || !await parked.RetryAsync(id, cancellation))
        {
            return false;
        }

        scheduler.MessageQueued();
        return true;
    }

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
        return await dismissing.DismissAsync(id, By.Staff(staffId), reason!, cancellation);
    }

    private static bool IsId(string id) => id.Length == IdLength && id.All(char.IsAsciiHexDigit);
}
