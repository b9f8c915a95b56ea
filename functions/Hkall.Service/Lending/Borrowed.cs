using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>
/// A borrower's open requests. Index entries are added with each request and removed when it closes; an entry left over by a crash
/// is detected when it matters.
/// </summary>
public sealed class Borrowed(RequestIndex index, RequestStore<LendingRequest, LendingEvent> store)
{
    /// <returns>The number of open requests; if it is below <paramref name="limit"/>, at most that many.</returns>
    public async Task<int> CountAsync(string symbol, int limit, CancellationToken cancellation)
    {
        var ids = await index.RequestIdsAsync(Keys.WithBorrowerFrom(symbol), Keys.WithBorrowerTo(symbol), limit * 2, cancellation);
        if (ids.Count < limit)
        {
            return ids.Count;
        }

        var open = 0;
        foreach (var id in ids)
        {
            if (await store.ReadAsync(id, id, cancellation) is { Request.IsOpen: true })
            {
                open++;
            }
            else
            {
                index.MarkObsolete([Keys.WithBorrower(symbol, id)]);
            }
        }

        return open;
    }
}
