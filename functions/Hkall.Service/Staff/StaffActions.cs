using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Fees;
using Hkall.Domain.Messaging;
using Hkall.Domain.Renewing;
using Hkall.Domain.Reviewing;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.FreeCopies;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>
/// Everything staff can do with a patron's request. The API and the pages both call these methods and check nothing themselves,
/// so they refuse alike. A method checks the id, reads and checks the input, collects what the rule needs, and runs the command.
/// </summary>
public sealed class StaffActions(
    RequestStore<PatronRequest, RequestEvent> store,
    PatronRequestProcessor processor,
    Barcodes barcodes,
    StaffEdits edits,
    AddingLibraries adding,
    PatronStandings standings,
    ScanUploads uploads,
    Proposals proposals,
    FreeCopyFinder freeCopies,
    People people,
    HandlingChecks handling,
    CannedWords canned)
{
    /// <summary>One of the actions of <see cref="StaffCommands"/>.</summary>
    /// <param name="staffId">The opaque key of the member of staff.</param>
    public Task<Outcome<PatronRequest>> ActAsync(
        string staffId, string id, string action, OrderTerms terms, Func<Task<StaffForm>> read, CancellationToken cancellation) =>
        OnAsync(id, async () =>
        {
            var form = await read();
            if (form.Answer is not null)
            {
                form = await canned.FillAsync(action, form, (await store.ReadAsync(id, cancellation))?.Request, cancellation);
            }

            if (StaffCommands.Of(action, form, staffId, Today, terms.Seen is null) is not { } command)
            {
                return new NoSuchRequest<PatronRequest>();
            }

            if (command is RenewLoan or CheckOutItem && await store.ReadAsync(id, cancellation) is { } stored)
            {
                command = await standings.CompleteAsync(command, stored.Request, cancellation);
            }

            if (command is WriteToPatron letter && await store.ReadAsync(id, cancellation) is { } about)
            {
                command = letter with { HasAddress = (await people.FindAsync(about.Request.PatronId, cancellation))?.Person.Email is { Length: > 0 } };
            }

            command = await handling.CompleteAsync(staffId, command, cancellation);
            if (command is RecordFreeCopy search && await store.ReadAsync(id, cancellation) is { Request: var sought } && sought.Status.IsOpen())
            {
                command = search with { Copy = await freeCopies.FindAsync(sought.Item, cancellation) };
            }

            await barcodes.PutUpForAsync(id, command, cancellation);
            return await processor.HandleAsync(id, command, Actor.Staff(staffId), cancellation, terms: terms.For(action, form));
        });

    /// <summary>Completes the item of a request under review.</summary>
    public Task<Outcome<PatronRequest>> EditAsync(
        string staffId, string id, OrderTerms terms, Func<Task<EditForm>> read, CancellationToken cancellation) =>
        OnAsync(id, async () =>
        {
            var form = await read();
            var edited = await edits.EditAsync(id, form, Actor.Staff(staffId), terms, cancellation);
            return form.Approve == true ? await ThenApproveAsync(staffId, edited, cancellation) : edited;
        });

    /// <summary>Records what a library told staff, as if its own system had said it.</summary>
    public Task<Outcome<PatronRequest>> RecordLibrarySaidAsync(
        string staffId, string id, OrderTerms terms, Func<Task<LibrarySaidForm>> read, CancellationToken cancellation) =>
        OnAsync(id, async () =>
        {
            var form = await read();
            var news = LibrarySaid.Of(form, id, $"staff-{store.NewCommitId()}", Today, processor.Now);
            return await processor.HandleAsync(id, news, Actor.Staff(staffId), cancellation, terms: terms.For("library-said", form));
        });

    /// <summary>Adds a library to those that may be asked.</summary>
    public Task<Outcome<PatronRequest>> AddLibraryAsync(
        string staffId, string id, OrderTerms terms, Func<Task<AddLibraryForm>> read, CancellationToken cancellation) =>
        OnAsync(id, async () =>
        {
            var form = await read();
            var added = await adding.AddAsync(id, form, Actor.Staff(staffId), terms, cancellation);
            return form.AskNow == true ? await ThenApproveAsync(staffId, added, cancellation) : added;
        });

    /// <summary>What staff prepared under review goes out with the same order. If the rules refuse that, what was prepared stays.</summary>
    private async Task<Outcome<PatronRequest>> ThenApproveAsync(string staffId, Outcome<PatronRequest> prepared, CancellationToken cancellation) =>
        (prepared is Done<PatronRequest> done ? done.Stored : prepared is NoChange<PatronRequest> same ? same.Stored : null)
            is { Request.Status: RequestStatus.InReview } stored
            ? await processor.HandleAsync(
                stored.Request.Id, new ApproveRequest(), Actor.Staff(staffId), cancellation, terms: new OrderTerms([RequestVersion.Of(stored)]))
            : prepared;

    /// <summary>Settles or waives a fee.</summary>
    /// <param name="patronId">The patron whose fee it is, if the caller names one; another patron's fee does not exist for the call.</param>
    /// <param name="action"><c>settle</c> or <c>waive</c>.</param>
    /// <param name="read">Reads the input, given the request: it is read only if the request exists.</param>
    public Task<Outcome<PatronRequest>> FeeAsync(
        string staffId, string? patronId, string id, int fee, string action, OrderTerms terms, Func<PatronRequest, Task<FeeForm>> read,
        CancellationToken cancellation) =>
        OnAsync(id, async () =>
        {
            var stored = patronId is null ? await store.ReadAsync(id, cancellation) : await store.ReadAsync(patronId, id, cancellation);
            if (stored is null)
            {
                return new NoSuchRequest<PatronRequest>();
            }

            var form = await read(stored.Request);
            var command = FeeCommands.Of(action, fee, form, terms.Seen is null);
            if (command is WaiveFee waiver && terms.Holds(stored) && await proposals.ForWaiverAsync(staffId, stored.Request, waiver, cancellation) is not null)
            {
                return new CommandRefused<PatronRequest>(Refusal.SecondPersonNeeded, "It is proposed; another member of staff has to approve it.");
            }

            return command is not null
                ? await processor.HandleAsync(
                    id, command, Actor.Staff(staffId), cancellation, terms: terms.For(string.Create(CultureInfo.InvariantCulture, $"{action} {fee}"), form))
                : new NoSuchRequest<PatronRequest>();
        });

    /// <summary>Supplies a scan that came by other means. If the rules refuse it, it is deleted.</summary>
    /// <param name="sent">The file and its content type.</param>
    /// <exception cref="BadInputException">The file is empty.</exception>
    public Task<Outcome<PatronRequest>> SupplyScanAsync(
        string staffId, string id, OrderTerms terms, Func<(Stream Content, string? Type)> sent, CancellationToken cancellation) =>
        OnAsync(id, async () =>
        {
            if (await store.ReadAsync(id, cancellation) is null)
            {
                return new NoSuchRequest<PatronRequest>();
            }

            var (content, given) = sent();
            return await uploads.SupplyAsync(
                id,
                store.NewCommitId(),
                content,
                given,
                scan => processor.HandleAsync(id, new SupplyScan(scan), Actor.Staff(staffId), cancellation, terms: terms.For("file", scan.Sha256)),
                cancellation);
        });

    /// <summary>Runs one action on many requests. Each is independent: a refusal of one does not affect the next.</summary>
    /// <param name="terms">The id of the order. What was seen is in the form, for each request.</param>
    /// <exception cref="BadInputException">The action does not exist, or there are no ids or too many.</exception>
    public async Task<IReadOnlyList<BatchRow>> BatchAsync(string staffId, BatchForm form, OrderTerms terms, CancellationToken cancellation)
    {
        var seen = form.Check();

        // The note is checked before the first request changes.
        StaffCommands.Of(form.Action, new StaffForm { Note = form.Note, DueOn = form.DueOn }, staffId, Today, mustName: false);
        var rows = new List<BatchRow>();
        foreach (var id in form.Ids.Distinct(StringComparer.Ordinal))
        {
            rows.Add(await OneAsync(staffId, id, form, terms with { Seen = seen.GetValueOrDefault(id) is { } version ? [version] : null }, cancellation));
        }

        return rows;
    }

    private async Task<BatchRow> OneAsync(string staffId, string id, BatchForm form, OrderTerms terms, CancellationToken cancellation)
    {
        try
        {
            return await ActAsync(
                staffId, id, form.Action, terms, () => Task.FromResult(new StaffForm { Note = form.Note, DueOn = form.DueOn }), cancellation) switch
            {
                Done<PatronRequest>(var stored) => new BatchRow(id, BatchOutcome.Done, Request: StaffRow.Of(stored.Request)),
                NoChange<PatronRequest>(var stored, var why) => new BatchRow(id, BatchOutcome.Nothing, Why: why, Request: StaffRow.Of(stored.Request)),
                CommandRefused<PatronRequest>(var refusal, var why) => new BatchRow(id, BatchOutcome.Refused, Names.Of(refusal), why),
                ChangedSince<PatronRequest>(var stored) => new BatchRow(id, BatchOutcome.Changed, "changed-since", Request: StaffRow.Of(stored.Request)),
                OrderIdReused<PatronRequest> => new BatchRow(id, BatchOutcome.Refused, "idempotency-key-reused"),
                _ => new BatchRow(id, BatchOutcome.Unknown),
            };
        }
        catch (Exception failure) when (failure is RequestBusyException or StorageUnavailableException)
        {
            // One failure must not stop the rest of the batch, and the answer still reports the requests already done.
            return new BatchRow(id, BatchOutcome.NotNow, Why: failure.Message);
        }
    }

    private DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);

    private static async Task<Outcome<PatronRequest>> OnAsync(string id, Func<Task<Outcome<PatronRequest>>> act) =>
        RequestIds.IsWellFormed(id) ? await act() : new NoSuchRequest<PatronRequest>();
}
