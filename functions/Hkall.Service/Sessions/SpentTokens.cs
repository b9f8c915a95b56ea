using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Sessions;

/// <summary>The logout tokens that the provider has sent: each counts once, on whichever instance it arrives.</summary>
public sealed class SpentTokens(IRows rows, IRandom random)
{
    public async Task<bool> IsSpentAsync(string id, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Sessions, SessionRows.Partition, KeyOf(id), cancellation) is not null;

    /// <param name="id">The token's <c>jti</c>.</param>
    /// <param name="until">From then on the token is refused by its age.</param>
    public Task SpendAsync(string id, DateTimeOffset until, CancellationToken cancellation)
    {
        var key = KeyOf(id);

        // If it is there already, the same token arrived twice at once: both have ended the same sessions.
        return rows.CommitAsync(
            RowTable.Sessions,
            SessionRows.Partition,
            [
                new RowWrite.Insert(SessionRows.Of(key, "{}", random)),
                new RowWrite.Insert(SessionRows.Of(SessionRows.End(until, key), key, random)),
            ],
            cancellation);
    }

    private static string KeyOf(string id) => SessionRows.Spent(SessionRows.HashOf(id));
}
