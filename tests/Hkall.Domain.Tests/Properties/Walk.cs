using Hkall.Domain.Accounts;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Moving;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Properties;

/// <summary>
/// A request that meets one thing after another, likely and unlikely. Half of the moves take it the way that requests
/// usually go, so that walks get far; the rest is whatever the dice say.
/// </summary>
internal static class Walk
{
    private static readonly string[] Symbols = ["HKU", "CUHK", "HKUST", "POLYU", "NUS"];

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromHours(7), TimeSpan.FromDays(1),
        TimeSpan.FromDays(2), TimeSpan.FromDays(5), TimeSpan.FromDays(11), TimeSpan.FromDays(30), TimeSpan.FromDays(90),
    ];

    private static readonly Money?[] Costs = [null, Money.Hkd(150), Money.Hkd(250), Money.Hkd(450), new Money("GBP", 20), new Money("KRW", 90_000), Money.Hkd(2_000)];

    public static IEnumerable<Step> Play(IReadOnlyList<Move> moves)
    {
        var request = Begin(moves[0]);
        foreach (var move in moves)
        {
            var command = CommandOf(move, request);
            var at = request.Now + Pauses[move.Pause];
            if (command is DeadlineReached && move.Kind % 4 != 0 && request.Request.Deadline is { At: var due } && due > at)
            {
                at = due;
            }

            var answer = request.Decide(command, at);
            var step = new Step(request, command, at, answer, request.After(answer, at));
            yield return step;
            request = step.After;
        }
    }

    private static ARequest Begin(Move first) => ARequest.Placed(
        first.Kind % 3 == 0 ? ServiceType.Copy : ServiceType.Loan,
        first.Kind % 3 == 0 ? Things.Article : Things.Book,
        Symbols[..(first.Message % 5)],
        (Tier)(first.Pause % 3),
        Eligibility.For((PatronGroup)first.Library, (Tier)(first.Pause % 3), ServiceType.Loan) == Access.NotAllowed
            ? PatronGroup.Research : (PatronGroup)first.Library,
        but: order => order with
        {
            Declaration = first.Message / 5 % 2 == 0 ? null : order.Declaration,
            ReviewWhy = first.Message / 5 % 3 == 1 ? ReasonCode.Incomplete : null,
            AcceptTiers = first.Message / 7 % 3 == 0 ? [(Tier)(first.Pause % 3)] : order.AcceptTiers,
            Rota = first.Message % 3 == 0 ? [.. order.Rota, Libraries.Library("BL", (Tier)((first.Pause + 1) % 3)) with { ByHand = true }] : order.Rota,
            MaxCost = first.Message > 30 ? Money.Hkd(300) : null,
            Office = first.Message > 20 && OfficeDelivery.MayHave(order.Group) ? "Department of History" : null,
        },
        rules: (first.Message % 4) switch { 0 => Libraries.UsualRules, 1 => Libraries.LimitedRules, _ => Libraries.Rules });

    private static RequestCommand CommandOf(Move move, ARequest request) => move.Kind switch
    {
        < 15 => News(move, move.Library % 2 == 0 && request.Request.Rota.Count > 0 ? request.Supplier : Symbols[move.Library], request),
        < 38 => Order(move, request),
        < 45 => new DeadlineReached(request.Request.DeadlinesSet - (move.Message % 8 == 0 ? 1 : 0)),
        < 64 => TheUsual(request),
        64 => new SettleFee(1 + (move.Library % 3), move.Message % 2 == 0 ? null : Money.Hkd(move.Message), "paid"),
        65 => new WaiveFee(1 + (move.Library % 3), move.Message % 2 == 0 ? null : Money.Hkd(move.Message), "waived"),
        66 when move.Library % 3 == 1 => new ChargeFee((ManualFee)(move.Message % 2), Money.Hkd(move.Message * 5), "torn"),
        66 when move.Library % 3 == 2 => new ChargeSupply(Money.Hkd(move.Message * 10)),
        66 => new DeclareLost("lost", Money.Hkd(move.Message * 10)),
        _ => new RenewLoan(new Block("fees", "You owe HKD 40.00.")),
    };

    private static SupplierNews News(Move move, string from, ARequest request)
    {
        var id = $"m{move.Message}";
        DateOnly? due = (move.Message % 4) switch
        {
            0 => null,
            1 => DateOnly.FromDateTime(request.Now.Date).AddDays(20),
            2 => DateOnly.MinValue,
            _ => DateOnly.MaxValue,
        };
        return move.Kind switch
        {
            0 => new WillSupply(from, id),
            1 => new CopyReady(from, id, move.Message % 2 == 0 ? null : $"https://library.example/{move.Message % 3}")
            {
                Cost = Costs[move.Pause % Costs.Length],
            },
            2 => new ScanArrived(from, id, Things.TheScan with { Id = $"scan-{move.Message % 3}" }),
            3 => new Shipped(from, id, due, LibraryUseOnly: move.Pause % 2 == 0)
            {
                Parts = move.Message % 3 == 0 ? 3 : null,
                Cost = Costs[move.Message % Costs.Length],
            },
            4 => new Unfilled(from, id),
            5 => new Conditional(from, id, Cost: Costs[move.Message % Costs.Length]),
            6 => new CancelConfirmed(from, id),
            7 => new CancelDeclined(from, id),
            8 => new Recall(from, id, due),
            9 => new RenewalGranted(from, id, due),
            10 => new RenewalDeclined(from, id),
            11 => new LenderOverdue(from, id),
            12 => new LenderReceived(from, id),
            13 => new LenderLost(from, id),
            _ => (move.Message % 8) switch
            {
                0 => new RetryOffered(from, id, Cost: Costs[move.Message % Costs.Length]),
                1 => move.Pause % 3 == 0
                    ? new RetryOffered(from, id, ReasonCode.LoanCondition) { Others = [ReasonCode.NoReproduction] }
                    : new RetryOffered(from, id, After: due) { LibraryUseOnly = move.Pause % 3 == 1, LendersNumber = $"N-{move.Message}" },
                2 => new SupplyExpected(from, id),
                3 => new Conditional(from, id, ReasonCode.LibraryUseOnly) { LibraryUseOnly = true },
                4 => new Conditional(from, id, ReasonCode.NoReproduction, Costs[move.Pause % Costs.Length]) { Others = [ReasonCode.NoReproduction] },
                5 => move.Pause % 3 == 0
                    ? move.Library % 2 == 0 ? new ScanUnreachable(from, id, "gone") : new ScanRejected(from, id, "malware")
                    : move.Pause % 3 == 1 ? new RequestAcknowledged(from, id) : new ReturnHeld(from, id, Held: move.Library % 2 == 0),
                6 => new SupplierNoted(from, id) { Note = "Only the second edition is here." },
                _ => new MessageUndelivered(from, id, (RequestingAction)(move.Pause % 3), "No such mailbox.") { BySystem = move.Library % 2 == 0 },
            },
        };
    }

    private static RequestCommand Order(Move move, ARequest request) => move.Kind switch
    {
        15 => new CancelRequest((Who)(move.Message % 2)),
        16 => new DownloadFile(),
        17 => new AskNextSupplier(StatedReason.InWords("staff")),
        18 => new SupplyScan(Things.TheScan),
        19 => move.Message % 3 == 0 ? new LabelItem($"3888800{move.Message % 2}") : new ReceiveItem(Barcode: move.Message % 3 == 1 ? "38888000" : null),
        20 when move.Message % 3 == 0 => new ReceiveItem(Barcode: $"V{move.Message % 4}", Parts: move.Library % 2 == 0 ? 3 : null),
        20 => new ReceiveItem(move.Message % 2 == 0, DateOnly.FromDateTime(request.Now.Date).AddDays(move.Message - 10)),
        21 => new CheckOutItem(),
        22 => move.Message % 2 == 0 && request.Request.Parts is { Here.Count: > 0 } parts
            ? new CheckInPart(parts.Here[move.Message % parts.Here.Count]) : move.Message % 5 == 0 ? new CheckInPart("V9") : new CheckInItem(),
        23 => new SendItemBack(),
        24 => new DeclareLost("lost"),
        25 => new DeclareDamaged("torn"),
        26 => move.Message % 3 == 0 ? new WriteToPatron(PatronMessage.Free, "Which edition?", AnswerBy: Today(request).AddDays(3)) : new ApproveRequest(),
        27 => move.Message % 3 == 0 ? new MarkAsRead() : new RejectRequest(StatedReason.InWords("not a library matter")),
        28 => new EditRequest(
            request.Request.Item with { Volume = $"{move.Message}" },
            [.. Symbols[..(move.Message % 5)].Select(symbol => Libraries.Library(symbol))])
        { Routing = Things.ARouting },
        29 => new SignDeclaration(
            Things.SignedDeclaration with { NotRelatedToAnother = move.Message % 4 != 0 },
            move.Message % 5 == 0 ? null : Things.PatronsName),
        30 => new DecideCost(Accept: move.Message % 2 == 0, Cost: null),
        31 => new ChooseOffice($"Office {move.Message % 2}"),
        32 => new RenewLoan(Blocked: null),
        33 => new DecideOffer(move.Message % 3 == 0 ? null : request.Request.Offer?.Ways[^1].Way ?? Alternative.Overseas, move.Message % 5 == 0 ? null : "R-2"),
        34 => new AddLibrary(Libraries.Library(Symbols[move.Library], (Tier)(move.Message % 3))),
        35 => request.Status == RequestStatus.InTransit ? new RestNotComing() : new GiveUpSearch(),
        36 => new ReportScan((ScanFault)(move.Message % 3), (Who)(move.Library % 2)),
        _ => (move.Message % 15) switch
        {
            0 => new InquireOfSupplier(Inquiry.Reminder),
            1 => new InquireOfSupplier(Inquiry.Status),
            2 => new DecideLateCharge(Bear: true),
            3 => new DecideLateCharge(Bear: false, "We agreed on less."),
            4 => new DeclareUnwanted((Who)(move.Library % 2)),
            5 => new UndoStep(request.Request.Steps is [.., var last] ? last.Step : Model.Step.Receive, "a slip"),
            6 => new ReopenRequest("too early"),
            7 => new SetDates(DateOnly.FromDateTime(request.Now.Date).AddDays(move.Pause * 10), null, "an extension"),
            8 => new RecordAsked(Things.AnAsking),
            9 => new RecordTold(move.Library % 2 == 0 ? null : 1, AskedBy.Telephone, "Mr Chan."),
            11 when move.Pause % 4 == 0 => new TellMovedDates($"C-{move.Library % 3}", null, []),
            11 when move.Pause % 4 == 1 => new RecordFreeCopy(new FreeCopy($"https://library.example/{move.Library % 2}", FreeVersion.Accepted, null, "DOAJ")),
            11 or 12 or 13 => new MoveDates($"C-{move.Library % 3}", [new(Today(request), Today(request).AddDays(40))], Libraries.Lingnan),
            10 => new RecordFoundElsewhere("The Bookshop", (Tier)(move.Library % 3), Things.AnAsking, Costs[move.Pause % Costs.Length]),
            _ => (move.Library % 5) switch
            {
                0 => new AssignRequest(move.Pause % 2 == 0 ? null : new Assignee("S-1", "AB")),
                1 => new TagRequest(move.Pause % 2 == 0 ? [] : ["urgent"]),
                2 => new PinNote("Ada", move.Pause % 2 == 0 ? null : "ring first"),
                3 => (move.Pause % 5) switch
                {
                    0 => new WriteToPatron(PatronMessage.Free, "Which edition?", AnswerBy: Today(request).AddDays(1 + (move.Pause % 7))),
                    1 => new WriteToStaff("The second edition."),
                    2 => new WriteToLibrary(move.Library % 2 == 0 ? null : "HKU", "Any edition will do."),
                    3 => new MarkAsRead(),
                    _ => new WriteToPatron((PatronMessage)(move.Pause % 4), "Which edition?"),
                },
                _ => new AddNote("Ada", "noted"),
            },
        },
    };

    private static DateOnly Today(ARequest request) => request.Rules.Calendar.DateOf(request.Now);

    private static RequestCommand TheUsual(ARequest request) => request.Status switch
    {
        RequestStatus.InReview => request.Request switch
        {
            { Offer: { } offer } => new DecideOffer(offer.Ways[request.Request.Events % offer.Ways.Count].Way, "R-2"),
            { Rota: var rota } when rota.Any(entry => entry.Standing == RotaStatus.Waiting) => new ApproveRequest(),
            _ => request.Request.Events % 2 == 0 ? new GiveUpSearch() : new AddLibrary(Libraries.Library($"LIB{request.Request.Events}")),
        },
        RequestStatus.AwaitingDeclaration => new SignDeclaration(Things.SignedDeclaration, Things.PatronsName),
        RequestStatus.AwaitingCostDecision => new DecideCost(Accept: true, Cost: null),
        RequestStatus.Sourcing when request.Request.ToAskByHand is not null => new RecordAsked(Things.AnAsking),
        RequestStatus.Sourcing when request.Request.Conditions is not null => new DecideConditions(Accept: request.Request.Events % 3 != 0),
        RequestStatus.Sourcing => request.Request is { Service: ServiceType.Copy, Events: var events } && events % 2 == 0
            ? new CopyReady(request.Supplier, request.NextMessageId, "https://library.example/scan")
            : new WillSupply(request.Supplier, request.NextMessageId),
        RequestStatus.Expected => request.Request.Service switch
        {
            ServiceType.Loan => new Shipped(request.Supplier, request.NextMessageId) { Parts = request.Request.Events % 3 == 0 ? 2 : null },
            ServiceType.Copy => request.Request.Scanned is { Trouble: null } && request.Request.Events % 3 == 0
                ? new ScanUnreachable(request.Supplier, request.NextMessageId, "gone")
                : new ScanArrived(request.Supplier, request.NextMessageId, Things.TheScan with { Unchecked = request.Request.Events % 4 == 0 }),
        },
        RequestStatus.Cancelling => request.Request.Events % 3 == 0
            ? new CancelDeclined(request.Supplier, request.NextMessageId)
            : new CancelConfirmed(request.Supplier, request.NextMessageId),
        RequestStatus.InTransit =>
            request.Request.Parts is { } coming ? new ReceiveItem(Barcode: $"V{coming.Here.Count}{request.Request.Events}") : new ReceiveItem(),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery => new CheckOutItem(),
        RequestStatus.OnLoan => request.Request.Loan switch
        {
            { RenewalAsked: true } => new RenewalGranted(request.Supplier, request.NextMessageId),
            { Renewals: 0 } when request.Request.Events % 2 == 0 => new RenewLoan(Blocked: null),
            _ => new CheckInItem(),
        },
        RequestStatus.LibraryUse or RequestStatus.Overdue or RequestStatus.Recalled => new CheckInItem(),
        RequestStatus.Lost =>
            request.Request.Events % 2 == 0 && request.Request.Fees.FirstOrDefault(line => request.Request.BalanceOf(line.Number) > 0) is { } owed
            ? new SettleFee(owed.Number, null, "paid")
            : new CheckInItem(),
        RequestStatus.Returning => request.Request.SentBackAt is null ? new SendItemBack() : new LenderReceived(request.Supplier, request.NextMessageId),
        RequestStatus.ReadyToDownload => new DownloadFile(),
        RequestStatus.Unfilled or RequestStatus.Cancelled => request.Request.Rota.Any(entry => entry.WasAsked)
            ? new Shipped(request.Supplier, request.NextMessageId)
            : new AddNote("Ada", "closed"),
        RequestStatus.Completed => new AddNote("Ada", "closed"),
    };
}
