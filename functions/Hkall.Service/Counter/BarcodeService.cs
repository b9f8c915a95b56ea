using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Service.Engine;
using Hkall.Service.Staff;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Counter;

/// <summary>Scan to act: finds the next step for the scanned item, takes it once, and says what it did.</summary>
public sealed class BarcodeService(
    RequestStore<PatronRequest, RequestEvent> store, Barcodes barcodes, JustScanned justScanned, LendingBarcodes lending, PatronRequestProcessor processor)
{
    /// <summary>The actions staff may choose when asked.</summary>
    private static readonly IReadOnlyList<string> Choosable = ["receive", "check-out", "check-in", "send-back", .. LendingBarcodes.Choosable];

    public async Task<ScanAnswer> ScanAsync(ScanForm form, string staffId, NoticeLanguage language, CancellationToken cancellation)
    {
        var (barcode, action, meant) = Check(form);
        var found = RequestIds.IsWellFormed(barcode.ToUpperInvariant())
            ? await store.ReadAsync(barcode.ToUpperInvariant(), cancellation) is { } stored ? [stored] : []
            : await OpenOrLastAsync(barcode, cancellation);
        if (found.Count == 0 && await lending.ScanAsync(barcode, action, staffId, cancellation) is { } ours)
        {
            return Told(ours, language);
        }

        if (found.Count == 0)
        {
            return meant is null || RequestIds.IsWellFormed(barcode.ToUpperInvariant()) || await store.ReadAsync(meant, cancellation) is not { } its
                ? Told(new ScanAnswer(barcode, ScanOutcome.Unknown, string.Empty), language)
                : await KeepAsync(barcode, its, staffId, language, cancellation);
        }

        if (found.Count > 1 && (meant is null || found.All(one => one.Request.Id != meant)))
        {
            var choices = found.SelectMany(one => ActionsOf(BarcodeStep.Of(one.Request)).Select(its => new ScanChoice(one.Request.Id, its)));
            return Told(new ScanAnswer(barcode, ScanOutcome.Ask, string.Empty, Choices: [.. choices]), language);
        }

        var held = found.FirstOrDefault(one => one.Request.Id == meant) ?? found[0];
        if (!await justScanned.ClaimAsync(action is null ? barcode : $"{barcode} {action}", store.NewCommitId(), cancellation))
        {
            return About(new ScanAnswer(barcode, ScanOutcome.Repeated, string.Empty), held.Request, language);
        }

        var byItem = held.Request.Id != barcode.ToUpperInvariant();
        var step = BarcodeStep.Of(held.Request, byItem);
        return (action ?? step.Action) is not { } toDo
            ? About(
                new ScanAnswer(
                    barcode, step.Choices.Count > 0 ? ScanOutcome.Ask : ScanOutcome.Nothing, string.Empty,
                    Choices: [.. step.Choices.Select(its => new ScanChoice(held.Request.Id, its))]), held.Request, language)
            : await DoAsync(
                barcode, held, toDo,
                StaffCommands.Of(toDo, byItem && held.Request.Parts is not null ? new StaffForm { Barcode = barcode } : new StaffForm(), staffId)
                    ?? throw BadInputException.Field("action", "unknown-action", "That is done with what we lend."), staffId, language, cancellation);
    }

    private static (string Barcode, string? Action, string? Meant) Check(ScanForm form)
    {
        var fields = new Fields();
        var barcode = fields.Text("barcode", form.Barcode, Barcodes.Longest);
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

        fields.ThrowIfAny();
        return (barcode!, form.Action, form.Request);
    }

    /// <summary>An item that comes again belongs to its open request; if all are closed, to the last one.</summary>
    private async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> OpenOrLastAsync(string barcode, CancellationToken cancellation)
    {
        var all = await barcodes.FindAsync(barcode, cancellation);
        var open = all.Where(stored => stored.Request.Status.IsOpen()).ToList();
        return open.Count > 0 ? open : [.. all.Take(1)];
    }

    /// <summary>Handles an unknown barcode scanned with a request in hand: receives the item, or links the barcode to the request from now on.</summary>
    private async Task<ScanAnswer> KeepAsync(
        string barcode, VersionedRequest<PatronRequest> held, string staffId, NoticeLanguage language, CancellationToken cancellation)
    {
        if (!await justScanned.ClaimAsync(barcode, store.NewCommitId(), cancellation))
        {
            return About(new ScanAnswer(barcode, ScanOutcome.Repeated, string.Empty), held.Request, language);
        }

        await barcodes.PutUpAsync(barcode, held.Request.Id, held.Partition, cancellation);
        return BarcodeStep.Of(held.Request).Action == "receive"
            ? await DoAsync(barcode, held, "receive", new ReceiveItem(Barcode: barcode), staffId, language, cancellation)
            : await DoAsync(barcode, held, "label", new LabelItem(barcode), staffId, language, cancellation);
    }

    private async Task<ScanAnswer> DoAsync(
        string barcode,
        VersionedRequest<PatronRequest> held,
        string action,
        RequestCommand command,
        string staffId,
        NoticeLanguage language,
        CancellationToken cancellation) =>
        await processor.HandleAsync(held.Request.Id, command, Actor.Staff(staffId), cancellation) switch
        {
            Done<PatronRequest>(var after) => About(new ScanAnswer(barcode, ScanOutcome.Done, string.Empty, Did: action), after.Request, language),
            NoChange<PatronRequest>(var as_, _) => About(new ScanAnswer(barcode, ScanOutcome.Nothing, string.Empty), as_.Request, language),
            CommandRefused<PatronRequest>(var refusal, var why) =>
                About(new ScanAnswer(barcode, ScanOutcome.Refused, why, Code: Names.Of(refusal)), held.Request, language),
            _ => Told(new ScanAnswer(barcode, ScanOutcome.Unknown, string.Empty), language),
        };

    private static IReadOnlyList<string> ActionsOf(BarcodeStep step) => step.Action is { } action ? [action] : step.Choices;

    private static ScanAnswer About(ScanAnswer answer, PatronRequest request, NoticeLanguage language) =>
        Told(answer with { Request = StaffRow.Of(request), Next = BarcodeStep.Of(request).Action }, language);

    private static ScanAnswer Told(ScanAnswer answer, NoticeLanguage language) => answer with { Say = ScanWords.Of(answer, language) };
}
