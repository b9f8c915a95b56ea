using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>
/// Everything staff can do with a request to lend, on the pages and through the API. A method finds the request, reads and checks
/// the input, and runs the command. <see cref="ManualLendingRequests"/> takes new requests in.
/// </summary>
public sealed class LendingActions(
    RequestStore<LendingRequest, LendingEvent> store, LendingRequestProcessor processor, ScanUploads uploads, ICannedAnswers canned)
{
    /// <summary>One of the actions of <see cref="LendingCommands"/>.</summary>
    public Task<Outcome<LendingRequest>> ActAsync(
        string staffId, string id, string action, OrderTerms terms, Func<Task<LendingActionForm>> read, CancellationToken cancellation) =>
        OnAsync(
            id,
            async request =>
            {
                var form = await read();
                if (form.Answer is { Length: > 0 } answer && string.IsNullOrWhiteSpace(form.Note))
                {
                    form = form with { Note = await canned.ForLibraryAsync(answer, request.Borrower.Symbol, cancellation) };
                }

                return LendingCommands.Of(action, form, request, Actor.Staff(staffId), () => $"staff-{store.NewCommitId()}") is { } command
                    ? await processor.HandleAsync(id, command, Actor.Staff(staffId), cancellation, terms: terms.For(action, form))
                    : new NoSuchRequest<LendingRequest>();
            },
            cancellation);

    /// <summary>Supplies a scan that staff made. If the rules refuse it, it is deleted.</summary>
    /// <param name="read">Reads the file and its content type.</param>
    /// <exception cref="BadInputException">The file is empty.</exception>
    public Task<Outcome<LendingRequest>> SupplyScanAsync(
        string staffId, string id, OrderTerms terms, Func<Task<(Stream Content, string? Type)>> read, CancellationToken cancellation) =>
        OnAsync(id, async _ => await SupplyAsync(staffId, id, terms, await read(), cancellation), cancellation);

    private async Task<Outcome<LendingRequest>> SupplyAsync(
        string staffId, string id, OrderTerms terms, (Stream Content, string? Type) file, CancellationToken cancellation)
    {
        await using var content = file.Content;
        return await uploads.SupplyAsync(
            id,
            store.NewCommitId(),
            content,
            file.Type,
            scan => processor.HandleAsync(id, new SupplyCopy(scan), Actor.Staff(staffId), cancellation, terms: terms.For("file", scan.Sha256)),
            cancellation);
    }

    private async Task<Outcome<LendingRequest>> OnAsync(string id, Func<LendingRequest, Task<Outcome<LendingRequest>>> act, CancellationToken cancellation) =>
        await LendingEndpoints.FindAsync(id, store, cancellation) is { } stored ? await act(stored.Request) : new NoSuchRequest<LendingRequest>();
}
