using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Copyright;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.MyRequests;

/// <summary>
/// Everything a patron can do with a request of their own. The API and the pages both call these methods and check nothing
/// themselves, so they refuse alike. A method finds the patron's request, reads and checks the input, collects what the rule
/// needs, and runs the command.
/// </summary>
/// <remarks>
/// The input is read only once the request is found: another patron's request does not exist for the caller, whatever the input
/// contains.
/// </remarks>
public sealed class PatronActions(
    MyRequestsService mine, PatronRequestProcessor processor, PatronStandings standings, PlacingService placing, OfferService offers, FileGrants files,
    LoanRenewals renewals)
{
    /// <exception cref="BadInputException">The order is invalid.</exception>
    public Task<Placement> PlaceAsync(Patron patron, PlacingForm form, Idempotency? key, CancellationToken cancellation) =>
        placing.PlaceAsync(patron, form.Check(Today), key, cancellation);

    public Task<Outcome<PatronRequest>> CancelAsync(Patron patron, string id, OrderTerms terms, CancellationToken cancellation) =>
        OnOwnAsync(patron, id, _ => RunAsync(id, new CancelRequest(Who.Patron), terms.For("cancel"), cancellation), cancellation);

    /// <summary>The patron no longer wants an item that cannot be cancelled any more.</summary>
    public Task<Outcome<PatronRequest>> DeclareUnwantedAsync(Patron patron, string id, OrderTerms terms, CancellationToken cancellation) =>
        OnOwnAsync(patron, id, _ => RunAsync(id, new DeclareUnwanted(Who.Patron), terms.For("unwanted"), cancellation), cancellation);

    public Task<Outcome<PatronRequest>> RenewAsync(Patron patron, string id, OrderTerms terms, CancellationToken cancellation) =>
        OnOwnAsync(
            patron,
            id,
            async stored => await RunAsync(id, await standings.RenewalAsync(patron, stored.Request, cancellation), terms.For("renew"), cancellation),
            cancellation);

    /// <summary>Asks to renew every loan of the patron, and says for each what became of it.</summary>
    public Task<IReadOnlyList<RenewedLoan>> RenewAllAsync(Patron patron, CancellationToken cancellation) => renewals.AllAsync(patron, cancellation);

    public Task<Outcome<PatronRequest>> DecideCostAsync(
        Patron patron, string id, OrderTerms terms, Func<Task<CostDecisionForm>> read, CancellationToken cancellation) =>
        OnOwnAsync(patron, id, async _ => await RunFormAsync(id, "cost-decision", await read(), form => form.Check(), terms, cancellation), cancellation);

    public Task<Outcome<PatronRequest>> ChooseOfficeAsync(
        Patron patron, string id, OrderTerms terms, Func<Task<OfficeForm>> read, CancellationToken cancellation) =>
        OnOwnAsync(patron, id, async _ => await RunFormAsync(id, "office-delivery", await read(), form => form.Check(), terms, cancellation), cancellation);

    public Task<Outcome<PatronRequest>> ReportScanAsync(
        Patron patron, string id, OrderTerms terms, Func<Task<ReportScanForm>> read, CancellationToken cancellation) =>
        OnOwnAsync(patron, id, async _ => await RunFormAsync(id, "report-scan", await read(), form => form.Check(), terms, cancellation), cancellation);

    /// <summary>Writes to staff about the request.</summary>
    public Task<Outcome<PatronRequest>> WriteAsync(
        Patron patron, string id, OrderTerms terms, Func<Task<OwnMessageForm>> read, CancellationToken cancellation) =>
        OnOwnAsync(patron, id, async _ => await RunFormAsync(id, "messages", await read(), form => form.Check(), terms, cancellation), cancellation);

    /// <summary>Signs the declaration. The signature is stored only if the declaration is signed by it.</summary>
    public Task<Outcome<PatronRequest>> SignDeclarationAsync(
        Patron patron, string id, OrderTerms terms, Func<Task<DeclarationForm>> read, CancellationToken cancellation) =>
        OnOwnAsync(
            patron,
            id,
            async _ =>
            {
                var form = await read();
                form.CheckSigned();
                return await processor.HandleAsync(
                    id,
                    new SignDeclaration(form.ToDeclaration(Today), form.SignedBy),
                    Actor.Patron,
                    cancellation,
                    alongside: (request, commit) => Signature.Of(form.SignedBy, request.Declaration?.TextVersion, request.PatronId, id, processor.Now, commit),
                    terms: terms.For("declaration", form));
            },
            cancellation);

    /// <summary>Accepts one of the ways offered, or none. A way that leads to the other service places a request and leads to it.</summary>
    public Task<Outcome<PatronRequest>> DecideOfferAsync(
        Patron patron, string id, OrderTerms terms, Func<Task<OfferDecisionForm>> read, CancellationToken cancellation) =>
        OnOwnAsync(
            patron,
            id,
            async stored =>
            {
                var form = await read();
                return await offers.DecideAsync(patron, stored, form.Check(stored.Request.Offer, Today), terms.For("offer-decision", form), cancellation);
            },
            cancellation);

    /// <returns>Null if the patron has no such request.</returns>
    public async Task<FileGrant?> DownloadAsync(Patron patron, string id, CancellationToken cancellation) =>
        await mine.FindAsync(patron, id, cancellation) is { } stored ? await files.TakeAsync(stored, Actor.Patron, cancellation) : null;

    private DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);

    private async Task<Outcome<PatronRequest>> OnOwnAsync(
        Patron patron, string id, Func<VersionedRequest<PatronRequest>, Task<Outcome<PatronRequest>>> act, CancellationToken cancellation) =>
        await mine.FindAsync(patron, id, cancellation) is { } stored ? await act(stored) : new NoSuchRequest<PatronRequest>();

    private Task<Outcome<PatronRequest>> RunFormAsync<T>(
        string id, string action, T form, Func<T, RequestCommand> check, OrderTerms terms, CancellationToken cancellation) =>
        RunAsync(id, check(form), terms.For(action, form), cancellation);

    private Task<Outcome<PatronRequest>> RunAsync(string id, RequestCommand command, OrderTerms terms, CancellationToken cancellation) =>
        processor.HandleAsync(id, command, Actor.Patron, cancellation, terms: terms);
}
