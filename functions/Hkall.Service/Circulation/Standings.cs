using Hkall.Requests;
using Hkall.Requests.Accounts;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Turns;

namespace Hkall.Service.Circulation;

/// <summary>Where a patron stands: what they have, what they owe, and what keeps them from placing and renewing.</summary>
/// <param name="Open">Their open requests.</param>
/// <param name="Owing">Their closed requests on which something is owed.</param>
public sealed record PatronStanding(AccountSaid Own, IReadOnlyList<Request> Open, IReadOnlyList<Request> Owing, IReadOnlyList<Block> Blocks);

/// <summary>Works out where a patron stands, from their cards and what the circulation system says.</summary>
public sealed class Standings(OwnAccounts accounts, MyRequestsDesk mine, RequestDesk desk)
{
    public async Task<PatronStanding> OfAsync(Patron patron, CancellationToken cancellation)
    {
        var own = await accounts.AskAsync(patron, cancellation);
        await accounts.KeepAsync(patron.Id, own, cancellation);
        var requests = await mine.StandingAsync(patron.Id, cancellation);
        return new PatronStanding(
            own,
            [.. requests.Where(request => request.Status.IsOpen())],
            [.. requests.Where(request => !request.Status.IsOpen())],
            Blocks.Of(own.Account, requests, desk.Book.Calendar.DateOf(desk.Now), desk.Book));
    }
}
