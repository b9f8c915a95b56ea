using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;

namespace Hkall.Service.Circulation;

/// <summary>Where a patron stands: what they have, what they owe, and what keeps them from placing and renewing.</summary>
/// <param name="Open">Their open requests.</param>
/// <param name="Owing">Their closed requests on which something is owed.</param>
public sealed record PatronStanding(AccountSaid Own, IReadOnlyList<PatronRequest> Open, IReadOnlyList<PatronRequest> Owing, IReadOnlyList<Block> Blocks);

/// <summary>Works out where a patron stands, from their cards and what the circulation system says.</summary>
public sealed class PatronStandings(OwnAccounts accounts, MyRequestsService mine, PatronRequestProcessor desk)
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
