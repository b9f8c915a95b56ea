using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Staff;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Counter;

/// <summary>Scan to act: finds the next step for the scanned item, takes it once, and says what it did.</summary>
public sealed class BarcodeService(
    RequestStore<PatronRequest, RequestEvent> store, Barcodes barcodes, JustScanned justScanned, LendingBarcodes lending,
    OpenRequests openRequests, PatronStandings standings, PatronRequestProcessor processor)
{
    /// <summary>More parcels of one library than a shelf of the counter holds; the next scan offers the rest.</summary>
    private const int MostExpected = 20;

    /// <summary>The actions staff may choose when asked.</summary>
    private static readonly IReadOnlyList<string> Choosable = ["receive", "label", "check-out", "check-in", "send-back", .. LendingBarcodes.Choosable];

    public async Task<ScanAnswer> ScanAsync(ScanForm form, string staffId, NoticeLanguage language, CancellationToken cancellation)
    {
        var (barcode, action, meant, symbol) = Check(form);
        var scan = new Scan(barcode, action, meant, symbol, staffId, language) { Slip = SlipOf(form) };
        var number = barcode.ToUpperInvariant();
        if (RequestIds.IsWellFormed(number))
        {
            return await store.ReadAsync(number, cancellation) is { } itself ? await NextAsync(scan, itself, byItem: false, cancellation) : Unknown(scan);
        }

        if (LendingIds.IsWellFormed(number) || (meant is not null && LendingIds.IsWellFormed(meant)))
        {
            return await LendAsync(scan, cancellation);
        }

        var known = await barcodes.FindAsync(barcode, cancellation);
        if (known.FirstOrDefault(one => one.Request.Id == meant) is { } chosen)
        {
            return await NextAsync(scan, chosen, byItem: true, cancellation);
        }

        var holders = known.Where(one => one.Request.Status.IsOpen() && ActionsOf(BarcodeStep.Of(one.Request)).Count > 0).ToList();
        var ours = await lending.FindAsync(barcode, cancellation);
        if (meant is not null)
        {
            if (await store.ReadAsync(meant, cancellation) is not { } inHand)
            {
                return Unknown(scan);
            }

            if (!inHand.Request.Status.IsOpen())
            {
                return About(new ScanAnswer(scan.Barcode, ScanOutcome.Nothing, string.Empty), inHand.Request, language);
            }

            return action is not (null or "receive" or "label") ? Unknown(scan)
                : action is not null || (holders.Count == 0 && ours is null) ? await KeepAsync(scan, inHand, cancellation)
                : Ask(scan, holders.Prepend(inHand), ours, of => of == inHand ? [KeepingOf(inHand.Request)] : ActionsOf(BarcodeStep.Of(of.Request)));
        }

        return (holders, ours) switch
        {
            ([var one], null) => await NextAsync(scan, one, byItem: true, cancellation),
            ([], not null) => await LendAsync(scan, cancellation),
            ([], null) => await NotInUseAsync(scan, known, cancellation),
            _ => Ask(scan, holders, ours, of => ActionsOf(BarcodeStep.Of(of.Request))),
        };
    }

    /// <summary>
    /// No open request has an item of this barcode. A copy that was lent to us before may come for somebody else: the requests that its
    /// library has to send an item for are offered. A closed request keeps nothing for itself.
    /// </summary>
    private async Task<ScanAnswer> NotInUseAsync(Scan scan, IReadOnlyList<VersionedRequest<PatronRequest>> known, CancellationToken cancellation)
    {
        if (known.Count == 0)
        {
            return Unknown(scan);
        }

        var lenders = known.SelectMany(one => one.Request.Rota).Where(entry => entry.Standing == RotaStatus.Supplied).Select(entry => entry.Symbol).ToHashSet();
        var expected = (await openRequests.AllAsync(cancellation))
            .Where(request => request is { Service: ServiceType.Loan, Barcode: null })
            .Select(request => (request.Id, Title: request.Item.ShortTitle, Senders: ParcelSenders.Of(request).Select(sender => sender.Symbol).ToList()))
            .Where(request => request.Senders.Any(lenders.Contains))
            .Take(MostExpected)
            .Select(request => new ScanChoice(request.Id, "receive", request.Title, request.Senders.Count > 1 ? request.Senders.First(lenders.Contains) : null))
            .ToList();
        return expected.Count > 0
            ? Told(new ScanAnswer(scan.Barcode, ScanOutcome.Ask, string.Empty, Choices: expected), scan.Language)
            : await NextAsync(scan, known[0], byItem: true, cancellation);
    }

    /// <summary>Takes the next step of a request whose item, or whose number, was scanned; asks where several are possible.</summary>
    private async Task<ScanAnswer> NextAsync(Scan scan, VersionedRequest<PatronRequest> held, bool byItem, CancellationToken cancellation)
    {
        if (!await justScanned.ClaimAsync(scan.Claim, store.NewCommitId(), cancellation))
        {
            return About(new ScanAnswer(scan.Barcode, ScanOutcome.Repeated, string.Empty), held.Request, scan.Language);
        }

        var step = BarcodeStep.Of(held.Request, byItem);
        if ((scan.Action ?? step.Action) is not { } toDo)
        {
            return About(
                new ScanAnswer(
                    scan.Barcode, step.Choices.Count > 0 ? ScanOutcome.Ask : ScanOutcome.Nothing, string.Empty,
                    Choices: [.. step.Choices.Select(its => new ScanChoice(held.Request.Id, its, held.Request.Item.ShortTitle))]), held.Request, scan.Language);
        }

        var part = byItem && held.Request.Parts is not null ? Barcodes.SpellingOf(held.Request, scan.Barcode) : null;
        var slip = toDo == "receive" ? scan.Slip : new StaffForm();
        var order = slip with { Barcode = part ?? slip.Barcode ?? (byItem && slip.Parts is not null ? scan.Barcode : null), Symbol = scan.Symbol };
        if (slip.Barcode is { } label)
        {
            await barcodes.PutUpAsync(label, held.Request.Id, held.Partition, cancellation);
        }

        return await DoAsync(
            scan.Barcode, held, toDo,
            StaffCommands.Of(toDo, order, scan.StaffId, Today, mustName: false)
                ?? throw BadInputException.Field("action", "unknown-action", "That is done with what we lend."), scan.StaffId, scan.Language, cancellation);
    }

    private async Task<ScanAnswer> LendAsync(Scan scan, CancellationToken cancellation) =>
        await lending.ScanAsync(scan.Barcode, scan.Action, scan.StaffId, cancellation) is { } answer ? Told(answer, scan.Language) : Unknown(scan);

    private static ScanAnswer Ask(
        Scan scan, IEnumerable<VersionedRequest<PatronRequest>> requests, LendingRequest? ours,
        Func<VersionedRequest<PatronRequest>, IReadOnlyList<string>> actionsOf)
    {
        var choices = requests.SelectMany(of => actionsOf(of).Select(action => new ScanChoice(of.Request.Id, action, of.Request.Item.ShortTitle)));
        var lent = ours is null ? [] : ActionsOf(LendingBarcodes.StepOf(ours)).Select(action => new ScanChoice(ours.Id, action, ours.Item.ShortTitle));
        return Told(new ScanAnswer(scan.Barcode, ScanOutcome.Ask, string.Empty, Choices: [.. choices, .. lent]), scan.Language);
    }

    /// <summary>What the lender's slip says, for an item that is received; it is checked with the scan, before anything is done.</summary>
    private StaffForm SlipOf(ScanForm form)
    {
        var slip = new StaffForm { DueOn = form.DueOn, LibraryUseOnly = form.LibraryUseOnly, Parts = form.Parts, Barcode = form.ItemBarcode };
        StaffCommands.Of("receive", slip with { Barcode = form.ItemBarcode ?? form.Barcode }, string.Empty, Today, mustName: false);
        return slip with { Barcode = ScannedText.Read(form.ItemBarcode) };
    }

    private static ScanAnswer Unknown(Scan scan) => Told(new ScanAnswer(scan.Barcode, ScanOutcome.Unknown, string.Empty), scan.Language);

    private static (string Barcode, string? Action, string? Meant, string? Symbol) Check(ScanForm form)
    {
        var fields = new Fields();
        var barcode = fields.Text("barcode", ScannedText.Read(form.Barcode), Barcodes.Longest);
        if (barcode is null)
        {
            fields.Fault("barcode", "missing-member", "Nothing was scanned.");
        }

        if (form.Action is { } action && !Choosable.Contains(action))
        {
            fields.Fault("action", "unknown-action", $"One of {string.Join(", ", Choosable)}.");
        }

        if (form.Request is { } request && !RequestIds.IsWellFormed(request) && !LendingIds.IsWellFormed(request))
        {
            fields.Fault("request", "bad-id", "The number of a request.");
        }

        var symbol = fields.Text("symbol", form.Symbol, Limits.Identifier);
        fields.ThrowIfAny();
        return (barcode!, form.Action, form.Request, symbol);
    }

    /// <summary>Handles a barcode scanned with a request in hand: receives the item, or links the barcode to the request from now on.</summary>
    private async Task<ScanAnswer> KeepAsync(Scan scan, VersionedRequest<PatronRequest> held, CancellationToken cancellation)
    {
        if (!await justScanned.ClaimAsync(scan.Claim, store.NewCommitId(), cancellation))
        {
            return About(new ScanAnswer(scan.Barcode, ScanOutcome.Repeated, string.Empty), held.Request, scan.Language);
        }

        await barcodes.PutUpAsync(scan.Barcode, held.Request.Id, held.Partition, cancellation);
        RequestCommand command = KeepingOf(held.Request) == "receive"
            ? new ReceiveItem(scan.Slip.LibraryUseOnly, scan.Slip.DueOn, scan.Barcode, scan.Slip.Parts, scan.Symbol) : new LabelItem(scan.Barcode);
        return await DoAsync(scan.Barcode, held, KeepingOf(held.Request), command, scan.StaffId, scan.Language, cancellation);
    }

    /// <summary>How a request takes the barcode of the item in hand: an item that has not come yet is received with it.</summary>
    private static string KeepingOf(PatronRequest request) =>
        BarcodeStep.Of(request) is { Action: "receive" } or { Choices: ["receive"] } ? "receive" : "label";

    private async Task<ScanAnswer> DoAsync(
        string barcode,
        VersionedRequest<PatronRequest> held,
        string action,
        RequestCommand command,
        string staffId,
        NoticeLanguage language,
        CancellationToken cancellation) =>
        await processor.HandleAsync(
            held.Request.Id, await standings.CompleteAsync(command, held.Request, cancellation), Actor.Staff(staffId), cancellation) switch
        {
            Done<PatronRequest>(var after) => About(new ScanAnswer(barcode, ScanOutcome.Done, string.Empty, Did: action), after.Request, language),
            NoChange<PatronRequest>(var as_, _) => About(new ScanAnswer(barcode, ScanOutcome.Nothing, string.Empty), as_.Request, language),
            CommandRefused<PatronRequest>(Refusal.WhichLibrary, _) => About(
                new ScanAnswer(
                    barcode,
                    ScanOutcome.Ask,
                    string.Empty,
                    Choices: [.. ParcelSenders.Of(held.Request).Select(sender => new ScanChoice(held.Request.Id, "receive", held.Request.Item.ShortTitle, sender.Symbol))]),
                held.Request,
                language),
            CommandRefused<PatronRequest>(var refusal, var why) =>
                About(new ScanAnswer(barcode, ScanOutcome.Refused, why, Code: Names.Of(refusal)), held.Request, language),
            _ => Told(new ScanAnswer(barcode, ScanOutcome.Unknown, string.Empty), language),
        };

    private DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);

    private static IReadOnlyList<string> ActionsOf(BarcodeStep step) => step.Action is { } action ? [action] : step.Choices;

    private static ScanAnswer About(ScanAnswer answer, PatronRequest request, NoticeLanguage language) =>
        Told(answer with { Request = StaffRow.Of(request), Next = BarcodeStep.Of(request).Action }, language);

    private static ScanAnswer Told(ScanAnswer answer, NoticeLanguage language) => answer with { Say = ScanWords.Of(answer, language) };

    /// <param name="Barcode">What was scanned, without what the scanner adds.</param>
    /// <param name="Action">The action that staff chose when asked; null at the first scan.</param>
    /// <param name="Meant">The request in hand, or the one that staff chose.</param>
    /// <param name="Symbol">The library the parcel is from, if staff said so.</param>
    private sealed record Scan(string Barcode, string? Action, string? Meant, string? Symbol, string StaffId, NoticeLanguage Language)
    {
        /// <summary>What the lender's slip says of an item that is received.</summary>
        public StaffForm Slip { get; init; } = new();

        /// <summary>What must not happen twice in a moment: an answer to a question is another thing than the scan before it.</summary>
        public string Claim => string.Join(' ', new[] { Barcode, Action, Action is null ? null : Meant, Symbol }.OfType<string>());
    }
}
