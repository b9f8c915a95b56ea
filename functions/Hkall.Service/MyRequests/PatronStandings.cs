using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Domain.Delivering;
using Hkall.Domain.Renewing;
using Hkall.Service.Circulation;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.MyRequests;

/// <summary>A patron's standing: what they have, what they owe, and what prevents them from placing and renewing.</summary>
/// <param name="Open">Their open requests.</param>
/// <param name="Owing">Their closed requests with unpaid fees.</param>
public sealed record PatronStanding(AccountSaid Own, IReadOnlyList<PatronRequest> Open, IReadOnlyList<PatronRequest> Owing, IReadOnlyList<Block> Blocks);

/// <summary>Works out a patron's standing from their requests and the circulation system's answer.</summary>
public sealed class PatronStandings(OwnAccounts accounts, KnownPatrons patrons, MyRequestsService mine, PatronRequestProcessor processor)
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
            Blocks.Of(own.Account, requests, processor.Book.Calendar.DateOf(processor.Now), processor.Book));
    }

    /// <summary>A patron's own order to renew, with what only their account tells.</summary>
    public Task<RenewLoan> RenewalAsync(Patron patron, PatronRequest request, CancellationToken cancellation) =>
        RenewalsAsync(patron, [request], cancellation);

    /// <summary>A patron's order to renew any of these loans. The circulation system is not asked where none of them could be renewed anyway.</summary>
    public async Task<RenewLoan> RenewalsAsync(Patron patron, IReadOnlyList<PatronRequest> requests, CancellationToken cancellation)
    {
        if (!requests.Any(request => Renewal.Of(request, processor.Now, processor.Book, blocked: null).Possible))
        {
            return new RenewLoan(Blocked: null);
        }

        var standing = await OfAsync(patron, cancellation);
        return new RenewLoan(standing.Blocks.FirstOrDefault(), CardUntil: standing.Own.Account?.CardExpiresOn);
    }

    /// <summary>
    /// What keeps the patron from renewing. The circulation system is not asked where none of the requests could be renewed anyway.
    /// </summary>
    /// <param name="requests">The requests to renew, or to show.</param>
    public async Task<Block?> RenewalBlockAsync(Patron patron, IReadOnlyList<PatronRequest> requests, CancellationToken cancellation) =>
        requests.Any(request => Renewal.Of(request, processor.Now, processor.Book, blocked: null).Possible)
            ? (await OfAsync(patron, cancellation)).Blocks.FirstOrDefault()
            : null;

    /// <summary>Adds what only the patron's account tells to an order of staff.</summary>
    public async Task<RequestCommand> CompleteAsync(RequestCommand command, PatronRequest request, CancellationToken cancellation) => command switch
    {
        RenewLoan renewal when await patrons.FindAsync(request.PatronId, cancellation) is { } patron =>
            await RenewalAsync(patron, request, cancellation) with { Word = renewal.Word },
        RenewLoan renewal => renewal with { Blocked = await OfRequestsAloneAsync(request, cancellation) },
        CheckOutItem checkOut when await patrons.FindAsync(request.PatronId, cancellation) is { } patron =>
            ForCard(checkOut, (await accounts.AskAsync(patron, cancellation)).Account),
        _ => command,
    };

    private CheckOutItem ForCard(CheckOutItem checkOut, OwnAccount? own) => checkOut with
    {
        CardUntil = own?.CardExpiresOn,
        Blocked = Blocks.OfTheLibrary(own, processor.Book.Calendar.DateOf(processor.Now)).FirstOrDefault(),
    };

    /// <summary>What keeps a patron from renewing whom nobody knows any more: only the requests can be looked at.</summary>
    private async Task<Block?> OfRequestsAloneAsync(PatronRequest request, CancellationToken cancellation)
    {
        var requests = await mine.StandingAsync(request.PatronId, cancellation);
        return Blocks.Of(own: null, requests, processor.Book.Calendar.DateOf(processor.Now), processor.Book).FirstOrDefault();
    }
}
