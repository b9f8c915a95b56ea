using Hkall.Requests.Lending;
using Hkall.Service.Turns;

namespace Hkall.Service.Lending;

/// <summary>What one borrower has of ours now. Pointers are put up with each request and taken down when it closes; one left over by a crash is found out when it matters.</summary>
public sealed class Borrowed(Pointers pointers, Cabinet<LendingRequest, LendingEvent> cabinet)
{
    /// <returns>How many are open; where it is below <paramref name="limit"/>, at most that many.</returns>
    public async Task<int> CountAsync(string symbol, int limit, CancellationToken cancellation)
    {
        var ids = await pointers.TargetsAsync(Keys.WithBorrowerFrom(symbol), Keys.WithBorrowerTo(symbol), limit * 2, cancellation);
        if (ids.Count < limit)
        {
            return ids.Count;
        }

        var open = 0;
        foreach (var id in ids)
        {
            if (await cabinet.ReadAsync(id, id, cancellation) is { Request.IsOpen: true })
            {
                open++;
            }
            else
            {
                pointers.Spend([Keys.WithBorrower(symbol, id)]);
            }
        }

        return open;
    }
}
