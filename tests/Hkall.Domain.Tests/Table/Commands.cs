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
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Table;

/// <summary>Everything that can arrive, and from whom.</summary>
internal static class Commands
{
    private static readonly (string Name, Func<string, SupplierNews> News)[] News =
    [
        ("will supply", symbol => new WillSupply(symbol, "m-new")),
        ("will supply, as staff were told", symbol => new WillSupply(symbol, "m-new") { Word = Things.ALibrarysWord }),
        ("renewed to a date, as staff were told",
            symbol => new RenewalGranted(symbol, "m-new", Libraries.Date("2027-07-01")) { Word = Things.ALibrarysWord }),
        ("will supply, by the link", symbol => new WillSupply(symbol, "m-new") { Word = Things.AnAnswerByLink }),
        ("unfilled, by the link", symbol => new Unfilled(symbol, "m-new", ReasonCode.NotOnShelf) { Word = Things.AnAnswerByLink }),
        ("our request not delivered", symbol => new MessageUndelivered(symbol, "m-new", RequestingAction.Request, "No such mailbox.")),
        ("our request not taken", symbol => new MessageUndelivered(symbol, "m-new", RequestingAction.Request, "HTTP 400") { BySystem = true }),
        ("our renewal not taken", symbol => new MessageUndelivered(symbol, "m-new", RequestingAction.Renew, "HTTP 400") { BySystem = true }),
        ("our cancelling not taken", symbol => new MessageUndelivered(symbol, "m-new", RequestingAction.Cancel, "HTTP 400") { BySystem = true }),
        ("our receipt not delivered", symbol => new MessageUndelivered(symbol, "m-new", RequestingAction.Received, "No such mailbox.")),
        ("copy ready", symbol => new CopyReady(symbol, "m-new")),
        ("copy ready, and where", symbol => new CopyReady(symbol, "m-new", "https://library.example/scan")),
        ("scan unreachable", symbol => new ScanUnreachable(symbol, "m-new", "There is a page and not a file.")),
        ("scan not clean", symbol => new ScanRejected(symbol, "m-new", "The file contains Eicar-Signature.")),
        ("scan arrived, to be checked", symbol => new ScanArrived(symbol, "m-new", Things.TheScan with { Id = "scan-2", Unchecked = true })),
        ("scan arrived", symbol => new ScanArrived(symbol, "m-new", Things.TheScan with { Id = "scan-2" })),
        ("shipped", symbol => new Shipped(symbol, "m-new", Libraries.Date("2027-06-30"))),
        ("shipped, for use here", symbol => new Shipped(symbol, "m-new", LibraryUseOnly: true)),
        ("shipped, for 500", symbol => new Shipped(symbol, "m-new") { Cost = Money.Hkd(500) }),
        ("shipped, for 150", symbol => new Shipped(symbol, "m-new") { Cost = Money.Hkd(150) }),
        ("copy ready, for 500", symbol => new CopyReady(symbol, "m-new") { Cost = Money.Hkd(500) }),
        ("copy ready, for 150", symbol => new CopyReady(symbol, "m-new") { Cost = Money.Hkd(150) }),
        ("copy ready for 500, and where", symbol => new CopyReady(symbol, "m-new", "https://library.example/scan") { Cost = Money.Hkd(500) }),
        ("unfilled", symbol => new Unfilled(symbol, "m-new", StatedReason.InWords("missing"))),
        ("conditional", symbol => new Conditional(symbol, "m-new", ReasonCode.LibraryUseOnly)),
        ("would charge 450", symbol => new Conditional(symbol, "m-new", Cost: Things.Charge)),
        ("would charge 500", symbol => new Conditional(symbol, "m-new", Cost: Money.Hkd(500))),
        ("would charge 150", symbol => new Conditional(symbol, "m-new", Cost: Money.Hkd(150))),
        ("conditional on use here", symbol => new Conditional(symbol, "m-new", ReasonCode.LibraryUseOnly) { LibraryUseOnly = true }),
        ("conditional on no copying", symbol => new Conditional(symbol, "m-new", ReasonCode.NoReproduction) { Others = [ReasonCode.NoReproduction] }),
        ("conditional on no copying, for 450",
            symbol => new Conditional(symbol, "m-new", ReasonCode.NoReproduction, Things.Charge) { Others = [ReasonCode.NoReproduction] }),
        ("acknowledged", symbol => new RequestAcknowledged(symbol, "m-new")),
        ("expects to supply", symbol => new SupplyExpected(symbol, "m-new") { Note = "It is being bound." }),
        ("ask again for 450", symbol => new RetryOffered(symbol, "m-new", ReasonCode.CostExceedsMaxCost, Things.Charge)),
        ("ask again for 150", symbol => new RetryOffered(symbol, "m-new", ReasonCode.CostExceedsMaxCost, Money.Hkd(150))),
        ("ask again", symbol => new RetryOffered(symbol, "m-new", StatedReason.InWords("loan-possible"))),
        ("ask again on no copying",
            symbol => new RetryOffered(symbol, "m-new", ReasonCode.LoanCondition) { Others = [ReasonCode.NoReproduction] }),
        ("ask again for use here", symbol => new RetryOffered(symbol, "m-new", ReasonCode.LoanCondition) { LibraryUseOnly = true }),
        ("not found as cited", symbol => new Unfilled(symbol, "m-new", ReasonCode.NotFoundAsCited)),
        ("ask again later", symbol => new RetryOffered(symbol, "m-new", ReasonCode.OnLoan, After: Libraries.Date("2026-12-07"))),
        ("hold the return", symbol => new ReturnHeld(symbol, "m-new", Held: true)),
        ("supplier's note", symbol => new SupplierNoted(symbol, "m-new") { Note = "Out of the stacks on Monday." }),
        ("cancel confirmed", symbol => new CancelConfirmed(symbol, "m-new")),
        ("cancel declined", symbol => new CancelDeclined(symbol, "m-new", StatedReason.InWords("packed"))),
        ("recall", symbol => new Recall(symbol, "m-new")),
        ("recall to tomorrow", symbol => new Recall(symbol, "m-new", Libraries.Date("2026-11-24"))),
        ("renewal granted", symbol => new RenewalGranted(symbol, "m-new")),
        ("renewal granted, no later", symbol => new RenewalGranted(symbol, "m-new", Libraries.Date("2026-11-23"))),
        ("renewal declined", symbol => new RenewalDeclined(symbol, "m-new")),
        ("lender overdue", symbol => new LenderOverdue(symbol, "m-new")),
        ("lender received", symbol => new LenderReceived(symbol, "m-new")),
        ("lender lost", symbol => new LenderLost(symbol, "m-new")),
    ];

    private static readonly (string Name, RequestCommand Order)[] Orders =
    [
        ("patron cancels", new CancelRequest(Who.Patron)),
        ("staff cancel", new CancelRequest(Who.Staff)),
        ("patron no longer wants it", new DeclareUnwanted(Who.Patron)),
        ("staff record that the patron no longer wants it", new DeclareUnwanted(Who.Staff, Things.AWord)),
        ("patron signs", new SignDeclaration(Things.SignedDeclaration, Things.PatronsName)),
        ("patron signs without a name", new SignDeclaration(Things.SignedDeclaration, " ")),
        ("patron signs half", new SignDeclaration(Things.SignedDeclaration with { NoEarlierCopy = false }, Things.PatronsName)),
        ("patron accepts the charge", new DecideCost(Accept: true, Cost: null)),
        ("patron declines the charge", new DecideCost(Accept: false, Cost: null)),
        ("patron accepts a charge of 400", new DecideCost(Accept: true, Money.Hkd(400))),
        ("staff accept the charge on the patron's word", new DecideCost(Accept: true, Things.Charge, Things.AWord)),
        ("staff decline the charge on the patron's word", new DecideCost(Accept: false, Things.Charge, Things.AWord)),
        ("staff accept the conditions", new DecideConditions(Accept: true)),
        ("staff accept conditions, naming another charge",
            new DecideConditions(Accept: true) { Meant = Naming(symbol: Situations.Supplier, amount: Money.Hkd(400)) }),
        ("staff decline the conditions", new DecideConditions(Accept: false)),
        ("staff bear the charge", new DecideLateCharge(Bear: true)),
        ("staff dispute the charge", new DecideLateCharge(Bear: false, "We agreed on less.")),
        ("patron lets it go to local ones", new DecideOffer(Alternative.Local)),
        ("patron lets it go overseas", new DecideOffer(Alternative.Overseas)),
        ("patron would have the copy", new DecideOffer(Alternative.Copy, "R-2")),
        ("patron would borrow it", new DecideOffer(Alternative.Loan, "R-2")),
        ("patron would, without placing it", new DecideOffer(Alternative.Copy)),
        ("patron wants no other way", new DecideOffer(Way: null)),
        ("patron chooses the office", new ChooseOffice("Department of Translation")),
        ("patron renews", new RenewLoan(Blocked: null)),
        ("patron renews, blocked", new RenewLoan(new Block("fees", "You owe HKD 40.00."))),
        ("patron renews, the card ends tomorrow", new RenewLoan(Blocked: null, CardUntil: Libraries.Date("2026-11-24"))),
        ("staff renew on the patron's word", new RenewLoan(Blocked: null, Things.AWord)),
        ("patron downloads", new DownloadFile()),
        ("patron reports the scan", new ReportScan(ScanFault.Unreadable, Who.Patron)),
        ("staff report the scan", new ReportScan(ScanFault.Wrong, Who.Staff)),
        ("staff approve", new ApproveRequest()),
        ("staff reject", new RejectRequest(StatedReason.InWords("held-here"))),
        ("staff edit", new EditRequest(Things.Book with { Edition = "2nd" }, [Libraries.Library(Situations.Supplier)]) { Routing = Things.ARouting }),
        ("staff add a library", new AddLibrary(Libraries.Library(Situations.Stranger, Tier.Hkall))),
        ("staff add one from overseas", new AddLibrary(Libraries.Library("BL", Tier.Overseas))),
        ("staff add the one known", new AddLibrary(Libraries.Library(Situations.NotAsked))),
        ("staff add the one passed over", new AddLibrary(Libraries.Library(Situations.PassedOver))),
        ("staff give the search up", new GiveUpSearch()),
        ("staff ask next, naming nothing", new AskNextSupplier(StatedReason.InWords("too slow")) { Meant = Naming() }),
        ("staff ask next, naming another library",
            new AskNextSupplier(StatedReason.InWords("too slow")) { Meant = Naming(symbol: Situations.Stranger) }),
        ("staff ask next", new AskNextSupplier(StatedReason.InWords("too slow"))),
        ("staff asked by hand", new RecordAsked(Things.AnAsking)),
        ("staff asked by hand, naming nothing", new RecordAsked(Things.AnAsking) { Meant = Naming() }),
        ("staff told by hand", new RecordTold(null, AskedBy.Telephone, "Mr Chan.")),
        ("staff told by hand what there never was", new RecordTold(99, AskedBy.Telephone, null)),
        ("staff found it elsewhere", new RecordFoundElsewhere("The Bookshop", Tier.Local, Things.AnAsking)),
        ("staff found it in HKALL, and pay for it",
            new RecordFoundElsewhere("A branch", Tier.Hkall, Things.AnAsking, Money.Hkd(80), Libraries.Date("2027-01-29"))),
        ("staff remind", new InquireOfSupplier(Inquiry.Reminder)),
        ("staff ask status", new InquireOfSupplier(Inquiry.Status)),
        ("staff supply scan", new SupplyScan(Things.TheScan with { Id = "scan-2" })),
        ("staff receive", new ReceiveItem()),
        ("staff receive from a stranger", new ReceiveItem(From: Situations.Stranger)),
        ("staff receive from the supplier", new ReceiveItem(From: Situations.Supplier)),
        ("staff receive, for use here", new ReceiveItem(LibraryUseOnly: true)),
        ("staff receive, with its barcode", new ReceiveItem(Barcode: "38888001")),
        ("staff receive a part of three", new ReceiveItem(Barcode: "V9", Parts: 3)),
        ("staff receive the part known", new ReceiveItem(Barcode: "V1")),
        ("staff say the rest does not come", new RestNotComing()),
        ("staff check a part in", new CheckInPart("V1")),
        ("shipped in three parts", new Shipped(Situations.Supplier, "m-parts") { Parts = 3 }),
        ("staff label", new LabelItem("38888001")),
        ("staff check out", new CheckOutItem()),
        ("staff check in", new CheckInItem()),
        ("staff send back", new SendItemBack()),
        ("staff declare lost", new DeclareLost("gone")),
        ("staff declare lost what they saw on the shelf",
            new DeclareLost("gone") { Meant = Naming(symbol: Situations.Supplier, status: RequestStatus.ReadyForPickup) }),
        ("staff declare lost, price known", new DeclareLost("gone", Money.Hkd(320))),
        ("staff declare lost, no price", new DeclareLost("gone", new Money("GBP", 30))),
        ("staff charge for damage", new ChargeFee(ManualFee.Damage, Money.Hkd(120), "torn pages")),
        ("staff charge for something else", new ChargeFee(ManualFee.Other, Money.Hkd(20), "a new label")),
        ("staff charge too much", new ChargeFee(ManualFee.Damage, Money.Hkd(100_001), "typed wrong")),
        ("staff enter the sum of a charge", new ChargeSupply(Money.Hkd(470))),
        ("staff settle the first fee", new SettleFee(1, null, "paid at the counter")),
        ("staff settle the first fee, of which they saw another balance",
            new SettleFee(1, null, "paid at the counter") { Meant = Naming(balance: Money.Hkd(9_999)) }),
        ("staff settle half of it", new SettleFee(1, Money.Hkd(10), "paid at the counter")),
        ("staff waive the second fee", new WaiveFee(2, null, "the office was closed")),
        ("staff waive too much", new WaiveFee(1, Money.Hkd(9_999), "typed wrong")),
        ("staff declare damaged", new DeclareDamaged("torn")),
        ("staff undo the receipt", new UndoStep(Step.Receive, "the wrong book")),
        ("staff undo the check-out", new UndoStep(Step.CheckOut, "the wrong book")),
        ("staff undo the check-in", new UndoStep(Step.CheckIn, "the wrong book")),
        ("staff undo the expiry", new UndoStep(Step.PickupExpired, "she came")),
        ("staff undo that it was unwanted", new UndoStep(Step.Unwanted, "she wants it")),
        ("staff undo the sending back", new UndoStep(Step.SendBack, "it is here")),
        ("staff undo the loss", new UndoStep(Step.Lost, "it was behind the shelf")),
        ("staff undo the completion", new UndoStep(Step.Completed, "it is here")),
        ("staff open it again", new ReopenRequest("too early")),
        ("staff set the due date", new SetDates(Libraries.Date("2027-03-01"), null, "an extension")),
        ("staff set the lender's due date", new SetDates(null, Libraries.Date("2027-04-01"), "by letter")),
        ("the calendar closes the year", new MoveDates("C-1", [new(Libraries.Date("2026-11-30"), Libraries.Date("2026-12-04")), new(Libraries.Date("2026-12-21"), Libraries.Date("2026-12-31"))], Libraries.Lingnan)),
        ("the patron is told of moved dates", new TellMovedDates("C-1", null, [])),
        ("staff note", new AddNote("Ada", "noted")),
        ("staff take it", new AssignRequest(new Assignee("S-1", "AB"))),
        ("staff give it to nobody", new AssignRequest(null)),
        ("staff tag it", new TagRequest(["urgent"])),
        ("staff pin a note", new PinNote("Ada", "ring first")),
        ("staff unpin it", new PinNote("Ada", null)),
        ("staff find a free copy", new RecordFreeCopy(new FreeCopy("https://repository.example.org/1", FreeVersion.Accepted, "cc-by", "Unpaywall"))),
        ("staff find no free copy", new RecordFreeCopy(null)),
        ("staff write that details are needed", new WriteToPatron(PatronMessage.DetailsNeeded, null)),
        ("staff write that it cannot be extended", new WriteToPatron(PatronMessage.CannotExtend, null)),
        ("staff write that it is here", new WriteToPatron(PatronMessage.ItemHere, null)),
        ("staff write in their own words", new WriteToPatron(PatronMessage.Free, "Which edition?")),
        ("staff write and wait for the answer", new WriteToPatron(PatronMessage.Free, "Which edition?", AnswerBy: Libraries.Date("2026-11-27"))),
        ("staff write to the library", new WriteToLibrary("HKU", "Any edition will do.")),
        ("staff write to a library that was never asked", new WriteToLibrary("OXFORD", "Any edition will do.")),
        ("staff mark the messages as read", new MarkAsRead()),
        ("the patron writes", new WriteToStaff("The second edition.")),
        ("staff write where no address is known", new WriteToPatron(PatronMessage.Free, "Which edition?", HasAddress: false)),
    ];

    private static NamedObject Naming(string? symbol = null, Money? amount = null, Money? balance = null, RequestStatus? status = null) =>
        new(symbol, amount, balance, status, MustName: true);

    /// <summary>All that can reach this request, each at the moment at which it does.</summary>
    public static IEnumerable<(string Name, RequestCommand Command, DateTimeOffset At)> For(ARequest request)
    {
        foreach (var (name, news) in News)
        {
            yield return ($"{name} (supplier)", news(Situations.Supplier), request.Now);
            yield return ($"{name} (passed over)", news(Situations.PassedOver), request.Now);
            yield return ($"{name} (not asked)", news(Situations.NotAsked), request.Now);
            yield return ($"{name} (stranger)", news(Situations.Stranger), request.Now);
        }

        yield return ("renewal declined half a year late", new RenewalDeclined(Situations.Supplier, "m-late"), request.Now.AddDays(183));
        yield return ("staff open it again a year late", new ReopenRequest("too early"), request.Now.AddYears(1));
        yield return ("staff undo the loss a year late", new UndoStep(Step.Lost, "found"), request.Now.AddYears(1));
        yield return ("a message said again", new WillSupply(Situations.PassedOver, "m-0"), request.Now);
        foreach (var (name, order) in Orders)
        {
            yield return (name, order, request.Now);
        }

        var deadline = request.Request.Deadline ?? new Deadline(request.Request.DeadlinesSet, DeadlineKind.SupplierReply, request.Now);
        yield return ("deadline reached", new DeadlineReached(deadline.Id), deadline.At);
        yield return ("deadline reached a year late", new DeadlineReached(deadline.Id), deadline.At.AddYears(1));
        yield return ("deadline not yet due", new DeadlineReached(deadline.Id), deadline.At.AddTicks(-1));
        yield return ("deadline since moved", new DeadlineReached(deadline.Id - 1), deadline.At);
        yield return ("deadline never set", new DeadlineReached(deadline.Id + 1), deadline.At);
    }
}
