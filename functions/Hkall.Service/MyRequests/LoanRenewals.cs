using Hkall.Domain;
using Hkall.Domain.Renewing;
using Hkall.Service.Engine;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.MyRequests;

/// <summary>What became of one loan when the patron asked to renew all of them.</summary>
/// <param name="Renewal"><c>asked</c>: the lending library decides; <c>refused</c>: see <paramref name="Code"/> and <paramref name="Why"/>.</param>
/// <param name="Code">The refusal; null if the lending library has been asked.</param>
/// <param name="Why">The reason in a sentence; null if the lending library has been asked.</param>
public sealed record RenewedLoan(string Id, string Title, string Renewal, Refusal? Code = null, string? Why = null)
{
    public const string Asked = "asked";

    public const string Refused = "refused";
}

/// <summary>Renews all loans of a patron.</summary>
public sealed class LoanRenewals(MyRequestsService mine, PatronRequestProcessor processor, PatronStandings standings)
{
    /// <summary>More loans than any quota allows: the limit of one call.</summary>
    private const int MostLoans = 200;

    public async Task<IReadOnlyList<RenewedLoan>> AllAsync(Patron patron, CancellationToken cancellation)
    {
        var (open, _) = await mine.ListAsync(patron, open: true, MostLoans, after: null, cancellation);
        var loans = open.Where(stored => stored.Request.Status.IsWithPatron())
            .OrderBy(stored => stored.Request.Loan?.DueOn).ThenBy(stored => stored.Request.Id, StringComparer.Ordinal).ToList();

        // The account is looked at once for all of them.
        var order = await standings.RenewalsAsync(patron, [.. loans.Select(stored => stored.Request)], cancellation);
        List<RenewedLoan> answers = [];
        foreach (var stored in loans)
        {
            answers.Add(await OneAsync(stored, order, cancellation));
        }

        return answers;
    }

    private async Task<RenewedLoan> OneAsync(VersionedRequest<PatronRequest> stored, RenewLoan order, CancellationToken cancellation)
    {
        var (id, title) = (stored.Request.Id, stored.Request.Item.ShortTitle);

        // The version that was read: a recall that comes between is not answered with a renewal.
        var terms = new OrderTerms([RequestVersion.Of(stored)]);
        return await processor.HandleAsync(id, order, Actor.Patron, cancellation, terms: terms) switch
        {
            Done<PatronRequest> or NoChange<PatronRequest> => new RenewedLoan(id, title, RenewedLoan.Asked),
            CommandRefused<PatronRequest>(var refusal, var why) => new RenewedLoan(id, title, RenewedLoan.Refused, refusal, why),
            ChangedSince<PatronRequest> or OrderIdReused<PatronRequest> or NoSuchRequest<PatronRequest> => new RenewedLoan(
                id, title, RenewedLoan.Refused, Refusal.StatusChanged, NoticeLanguage.English.Named("refusal", Refusal.StatusChanged)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
