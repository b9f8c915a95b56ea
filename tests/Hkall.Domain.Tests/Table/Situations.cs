using Hkall.Domain.Delivering;
using Hkall.Domain.Escalating;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Table;

/// <summary>
/// Every place a request can stand in. HKUST was asked first and has been passed over; HKU is the supplier; CUHK waits its turn
/// (where the rota is used up it has been passed over too).
/// </summary>
internal static class Situations
{
    public const string PassedOver = "HKUST";

    public const string Supplier = "HKU";

    public const string NotAsked = "CUHK";

    public const string Stranger = "NUS";

    private static ARequest WouldNot(ARequest request) => request.CancelAsked().And(new CancelDeclined(Supplier, "m-would-not"));

    private static RetryOffered AskAgain(int times) => new(Supplier, $"m-again-{times}", Cost: Money.Hkd(150));

    public static IReadOnlyList<(string Name, ARequest Request)> All { get; } =
    [
        ("loan, in review", InReview),
        ("loan, in review, chased to the last", Chased(InReview, times: 5)),
        ("loan, in review, the patron is asked", InReview.And(new WriteToPatron(PatronMessage.Free, "Which edition?", AnswerBy: Libraries.Date("2026-11-27")))),
        ("loan, sourcing, messages to read, the patron wrote as often as may be",
            Enumerable.Range(1, 5).Aggregate(
                ARequest.Asking(Supplier).And(new SupplierNoted(Supplier, "m-said") { Note = "Only the second is here." }),
                (written, _) => written.And(new WriteToStaff("Is it coming?")))),
        ("loan, in review, nobody known to hold it", ToReview(ServiceType.Loan, Things.Book)),
        ("loan, in review, as many libraries as may be",
            Enumerable.Range(1, 15)
                .Aggregate(
                    ToReview(ServiceType.Loan, Things.Book, Supplier), (listed, number) => listed.And(new AddLibrary(Libraries.Library($"LIB{number}"))))),
        ("loan, sourcing, another tier in reserve", OverseasInReserve),
        ("loan, offered to go on", OverseasInReserve.Declined()),
        ("loan, offered to go on, reminded", OverseasInReserve.Declined().Waits()),
        ("loan, offered to go on, its date past", OverseasInReserve.Declined().At(Libraries.Noon("2026-12-01"))),
        ("loan, allowed to go on", OverseasInReserve.Declined().And(new DecideOffer(Alternative.Overseas))),
        ("loan of a part, offered as a copy", LastPart.Declined()),
        ("copy of a chapter, offered on loan", LastChapter.Declined()),
        ("copy of a chapter, had on loan instead", LastChapter.Declined().And(new DecideOffer(Alternative.Loan, "R-2"))),
        ("loan, offered to go on, and not wanted", OverseasInReserve.Declined().And(new DecideOffer(Way: null))),
        ("loan, staff look for another way", LastLoan.Declined()),
        ("loan, staff look for another way, chased to the last", Chased(LastLoan.Declined(), times: 2)),
        ("copy, staff look for another way", LastCopy.Declined()),
        ("copy, in review, not declared", ToReview(ServiceType.Copy, Things.Article, Supplier)),
        ("copy, awaiting the declaration", Undeclared(Supplier)),
        ("copy, awaiting the declaration, reminded", Undeclared(Supplier).Waits()),
        ("copy, awaiting the declaration, nobody known to hold it", Undeclared()),
        ("loan, sourcing", Loan),
        ("loan, sourcing, last library", LastLoan),
        ("loan, sourcing, after a library that did not answer", Loan.Waits()),
        ("loan, sourcing, the library expects to supply", Loan.And(new SupplyExpected(Supplier, "m-expects"))),
        ("loan, sourcing, the last library to be asked again",
            LastLoan.And(new RetryOffered(Supplier, "m-later", ReasonCode.OnLoan, After: Libraries.Date("2026-12-07")))),
        ("loan, sourcing, asked again twice", Loan.And(AskAgain(1)).And(AskAgain(2))),
        ("loan, a charge to decide before it is asked again", Loan.And(new RetryOffered(Supplier, "m-retry", Cost: Things.Charge))),
        ("loan, to ask by hand", ToAskByHand),
        ("loan, to ask by hand, chased to the last", Chased(ToAskByHand, times: 3)),
        ("loan, asked by hand", ToAskByHand.And(new RecordAsked(Things.AnAsking))),
        ("loan, asked by hand, cancelling", ToAskByHand.And(new RecordAsked(Things.AnAsking)).CancelAsked()),
        ("loan, its letter not delivered", Loan.And(new MessageUndelivered(Supplier, "m-undelivered", RequestingAction.Request, "No such mailbox."))),
        ("loan, found elsewhere", Loan.And(new RecordFoundElsewhere("The Bookshop", Tier.Hkall, Things.AnAsking))),
        ("copy, to ask by hand", CopyToAskByHand),
        ("loan, expected", Loan.Promised()),
        ("loan, expected, last library", LastLoan.Promised()),
        ("loan, conditions to decide", Loan.Conditioned()),
        ("loan, conditions to decide, last library", LastLoan.Conditioned()),
        ("loan, conditions of asking again to decide",
            Loan.And(new RetryOffered(Supplier, "m-terms", ReasonCode.LoanCondition) { Others = [ReasonCode.NoReproduction] })),
        ("loan, conditions and a charge to decide", Loan.Conditioned(Things.Charge)),
        ("loan, conditions of a library that had promised", Loan.Promised().Conditioned()),
        ("loan, a charge to decide", Loan.Quoted()),
        ("loan, a charge to decide, reminded", Loan.Quoted().Waits()),
        ("loan, a charge to decide, its date past", Loan.Quoted().At(Libraries.Noon("2026-12-01"))),
        ("loan, a charge to decide, last library", LastLoan.Quoted()),
        ("loan, a charge to decide, last library, reminded", LastLoan.Quoted().Waits()),
        ("loan, a charge accepted", Loan.Quoted().ChargeAccepted()),
        ("loan, a changed charge to decide", Loan.Quoted().ChargeAccepted().Quoted(Money.Hkd(600))),
        ("loan, in transit at more than was accepted", Loan.Quoted().ChargeAccepted().Shipped(cost: Money.Hkd(500))),
        ("loan, in transit at what was accepted", Loan.Quoted().ChargeAccepted().Shipped(cost: Things.Charge)),
        ("loan, completed at a charge that nobody accepted",
            Loan.Promised().Shipped(cost: Money.Hkd(500)).Received().CheckedOut().CheckedIn().SentBack().BackWithItsLender()),
        ("copy, ready to download at a charge that nobody accepted", Copy.Quoted().Scanned()),
        ("loan, cancelling", Loan.CancelAsked()),
        ("loan, cancelled, and its library would not", WouldNot(Loan)),
        ("copy, cancelled, and its library would not", WouldNot(Copy)),
        ("loan, in transit, and its library would not cancel", WouldNot(Loan).Shipped()),
        ("loan, in transit", Loan.OnItsWay()),
        ("loan, in transit, chased to the last", Loan.OnItsWay().Waits().Waits().Waits()),
        ("loan, in transit from the last library, chased to the last", LastLoan.OnItsWay().Waits().Waits().Waits()),
        ("loan, in transit and not wanted", Loan.CancelAsked().Waits().Shipped()),
        ("loan, cancelled, its library would not, and not wanted", WouldNot(Loan).Unwanted()),
        ("loan, on the shelf, then not wanted", Loan.OnTheShelf().Unwanted()),
        ("loan, on the shelf", Loan.OnTheShelf()),
        ("loan, on the shelf, reminded", Loan.OnTheShelf().Waits()),
        ("loan of staff, on the shelf", StaffLoan.OnTheShelf()),
        ("loan of staff, for use here", StaffLoan.ForUseHere()),
        ("loan for an office, sourcing", OfficeLoan),
        ("loan for an office, a charge to decide", OfficeLoan.Quoted()),
        ("loan for an office, expected", OfficeLoan.Promised()),
        ("loan for an office, cancelling", OfficeLoan.CancelAsked()),
        ("loan for an office, in transit", OfficeLoan.OnItsWay()),
        ("loan of staff, out for delivery", OutForDelivery),
        ("loan of staff, out for delivery, chased to the last", OutForDelivery.Waits()),
        ("loan, for use here", Loan.ForUseHere()),
        ("loan, on loan", Loan.OnLoan()),
        ("loan, on loan, reminded", Loan.OnLoan().Waits()),
        ("loan, on loan, the last day for renewing past", Loan.OnLoan().At(Libraries.Noon("2026-12-22"))),
        ("loan, renewal asked", Loan.OnLoan().RenewalAsked()),
        ("loan, renewal asked, the due date past", Loan.OnLoan().RenewalAsked().At(Libraries.Noon("2027-02-01"))),
        ("loan, renewal not agreed to", Loan.OnLoan().RenewalAsked().RenewalDeclined()),
        ("loan, renewal not answered", Loan.OnLoan().RenewalAsked().Waits()),
        ("loan, renewed", Loan.OnLoan().Renewed()),
        ("loan, renewed as often as allowed", Loan.OnLoan().Renewed().Renewed()),
        ("loan, overdue, renewal not answered", Loan.OnLoan().RenewalAsked().WaitsUntil(RequestStatus.Overdue)),
        ("loan, recalled and overdue, renewal not answered", Loan.OnLoan().RenewalAsked().Waits().Recalled().WaitsUntil(RequestStatus.Overdue)),
        ("loan, overdue", Loan.Overdue()),
        ("loan, overdue, last notice to come", Loan.Overdue().Waits().Waits()),
        ("loan, overdue, all notices given", Loan.Overdue().Waits().Waits().Waits()),
        ("loan, overdue, recalled since", Loan.Overdue().Recalled()),
        ("loan, called overdue by its lender", Loan.OnLoan().And(new LenderOverdue(Supplier, "m-calls"))),
        ("loan, called overdue by its lender, renewal asked", Loan.OnLoan().RenewalAsked().And(new LenderOverdue(Supplier, "m-calls"))),
        ("loan, recalled", Loan.OnLoan().Recalled()),
        ("loan, recalled and overdue", Loan.OnLoan().Recalled().Waits()),
        ("loan, given back", Loan.GivenBack()),
        ("loan, recalled from the shelf", Loan.OnTheShelf().Recalled()),
        ("loan, recalled from the shelf, chased to the last", Chased(Loan.OnTheShelf().Recalled(), times: 8)),
        ("loan, recalled from the shelf of the last library", LastLoan.OnTheShelf().Recalled()),
        ("loan on the shelf, of the last library", LastLoan.OnTheShelf()),
        ("loan of staff, out for delivery, of the last library", LastLoanOfStaff.OnTheShelf().And(new ChooseOffice("Department of History"))),
        ("loan for use here, of the last library", LastLoan.ForUseHere()),
        ("loan, given back, chased to the last", Chased(Loan.GivenBack(), times: 8)),
        ("loan, sent back", Loan.GivenBack().SentBack()),
        ("loan, sent back, chased to the last", Loan.GivenBack().SentBack().Waits().Waits().Waits()),
        ("loan, completed", Loan.GivenBack().SentBack().BackWithItsLender()),
        ("loan, cancelled", Loan.CancelAsked().CancelConfirmed()),
        ("loan, unfilled", Loan.Declined().Declined().GivenUp()),
        ("loan, lost by the patron", Loan.OnLoan().DeclaredLost()),
        ("loan, lost by the patron and paid for", Loan.Overdue().DeclaredLost().Settled(1).Settled(2)),
        ("loan, returned late", Loan.Overdue().Waits().CheckedIn()),
        ("loan, lost on the way", LastLoan.OnItsWay().DeclaredLost()),
        ("loan, on its way in three parts", InThreeParts),
        ("loan, one of three parts here", InThreeParts.And(new ReceiveItem(Barcode: "V1"))),
        ("loan, one of three parts here, chased to the last", OneHere(Loan).Waits().Waits().Waits()),
        ("loan for an office, one of three parts here", OneHere(OfficeLoan)),
        ("loan for an office, one of three parts here, chased to the last", OneHere(OfficeLoan).Waits().Waits().Waits()),
        ("loan for use here, one of three parts here", OneHere(Loan, libraryUseOnly: true)),
        ("loan for use here, one of three parts here, chased to the last", OneHere(Loan, libraryUseOnly: true).Waits().Waits().Waits()),
        ("loan recalled on its way, one of three parts here", OneHere(Loan).Recalled()),
        ("loan recalled on its way, one of three parts here, chased to the last", OneHere(Loan).Recalled().Waits().Waits().Waits()),
        ("loan, two of three parts here", OneHere(Loan).And(new ReceiveItem(Barcode: "V2"))),
        ("loan for an office, two of three parts here", OneHere(OfficeLoan).And(new ReceiveItem(Barcode: "V2"))),
        ("loan for use here, two of three parts here", OneHere(Loan, libraryUseOnly: true).And(new ReceiveItem(Barcode: "V2"))),
        ("loan recalled on its way, two of three parts here", OneHere(Loan).Recalled().And(new ReceiveItem(Barcode: "V2"))),
        ("loan in three parts, lost", ThreeParts.DeclaredLost()),
        ("loan in three parts, lost but for one that is here", ThreeParts.And(new CheckInPart("V2")).DeclaredLost()),
        ("loan in three parts, lost but for one that was sent back", ThreeParts.And(new CheckInPart("V2")).DeclaredLost().And(new SendItemBack())),
        ("loan for use here, two parts", OneHere(Loan, libraryUseOnly: true).And(new ReceiveItem(Barcode: "V2")).And(new RestNotComing())),
        ("loan for an office, two parts, on their way there", OneHere(OfficeLoan).And(new ReceiveItem(Barcode: "V2")).And(new RestNotComing())),
        ("loan, two parts on loan", TwoParts),
        ("loan, two parts overdue", TwoParts.WaitsUntil(RequestStatus.Overdue)),
        ("loan, two parts recalled", TwoParts.Recalled()),
        ("loan, two parts on loan, one of them back", TwoParts.And(new CheckInPart("V2"))),
        ("copy, sourcing", Copy),
        ("copy, sourcing, last library", LastCopy),
        ("copy, expected", Copy.Promised()),
        ("copy, a charge to decide", Copy.Quoted()),
        ("copy, a charge to decide, last library", LastCopy.Quoted()),
        ("copy, cancelling", Copy.CancelAsked()),
        ("copy, ready", Copy.ReadyToDownload()),
        ("copy, ready, reminded", Copy.ReadyToDownload().Waits()),
        ("copy, supplied again twice", Copy.ReadyToDownload().Reported().Scanned().Reported().Scanned()),
        ("copy, of no use and asked for again", Copy.ReadyToDownload().Reported()),
        ("copy of the last library, of no use and asked for again", LastCopy.ReadyToDownload().Reported()),
        ("copy, its scan being fetched", Copy.ScanLocated()),
        ("copy, its scan being checked", Copy.ScanHeld()),
        ("copy, its scan not clean", Copy.ScanHeld().ScanRejected()),
        ("copy, its scan not found", Copy.ScanLocated().ScanNotFound()),
        ("copy, ready, one download left", Copy.ReadyToDownload().Downloaded(times: 4)),
        ("copy, downloads used up", Copy.ReadyToDownload().Downloaded(times: 5)),
        ("copy, window closed", Copy.ReadyToDownload().Waits().Waits()),
        ("copy, cancelled", Copy.CancelAsked().CancelConfirmed()),
        ("copy, unfilled", Copy.Declined().Declined().GivenUp()),
    ];

    private static ARequest Loan => Asked(ServiceType.Loan, Things.Book, PassedOver, Supplier, NotAsked);

    private static ARequest ToAskByHand => ByHand(ServiceType.Loan, Things.Book);

    private static ARequest CopyToAskByHand => ByHand(ServiceType.Copy, Things.Article);

    private static ARequest ByHand(ServiceType service, Item item) => ARequest
        .Placed(service, item, [PassedOver], but: order => order with
        {
            Rota = [.. order.Rota, Libraries.Library(Supplier) with { ByHand = true }, Libraries.Library(NotAsked)],
        })
        .And(new Unfilled(PassedOver, "m-0", ReasonCode.OnLoan));

    private static ARequest InThreeParts => Loan.Promised().And(new Shipped(Supplier, "m-shipped") { Parts = 3 });

    private static ARequest ThreeParts =>
        OneHere(Loan).And(new ReceiveItem(Barcode: "V2")).And(new ReceiveItem(Barcode: "V3")).CheckedOut();

    private static ARequest OneHere(ARequest request, bool libraryUseOnly = false) => request.Promised()
        .And(new Shipped(Supplier, "m-shipped", LibraryUseOnly: libraryUseOnly) { Parts = 3 }).And(new ReceiveItem(Barcode: "V1"));

    private static ARequest TwoParts =>
        InThreeParts.And(new ReceiveItem(Barcode: "V1")).And(new ReceiveItem(Barcode: "V2")).And(new RestNotComing()).CheckedOut();

    private static ARequest LastLoan => Asked(ServiceType.Loan, Things.Book, PassedOver, Supplier);

    private static ARequest Copy => Asked(ServiceType.Copy, Things.Article, PassedOver, Supplier, NotAsked);

    private static ARequest LastCopy => Asked(ServiceType.Copy, Things.Article, PassedOver, Supplier);

    /// <summary>An item of which only a part is wanted, and a chapter of which the whole would do.</summary>
    private static ARequest LastPart => Asked(ServiceType.Loan, Things.Book with { Pages = "1-20" }, PassedOver, Supplier);

    private static ARequest LastChapter => Asked(ServiceType.Copy, Things.Chapter, PassedOver, Supplier);

    /// <summary>Overseas is in reserve: the patron allowed the city alone.</summary>
    private static ARequest OverseasInReserve => ARequest
        .Placed(ServiceType.Loan, Things.Book, [PassedOver, Supplier], group: PatronGroup.Postgraduate, but: order => order with
        {
            AcceptTiers = [Tier.Hkall, Tier.Local],
            Rota = [.. order.Rota, Libraries.Library(NotAsked, Tier.Overseas)],
        })
        .And(new Unfilled(PassedOver, "m-0", ReasonCode.OnLoan));

    private static ARequest StaffLoan => Asked(ServiceType.Loan, Things.Book, PatronGroup.Academic, PassedOver, Supplier, NotAsked);

    private static ARequest LastLoanOfStaff => Asked(ServiceType.Loan, Things.Book, PatronGroup.Academic, PassedOver, Supplier);

    private static ARequest OfficeLoan => StaffLoan.And(new ChooseOffice("Department of History"));

    private static ARequest OutForDelivery => StaffLoan.OnTheShelf().And(new ChooseOffice("Department of History"));

    private static ARequest InReview => ToReview(ServiceType.Loan, Things.Book, Supplier, NotAsked);

    private static ARequest ToReview(ServiceType service, Item item, params string[] libraries) =>
        ARequest.Placed(service, item, libraries, but: order => order with { ReviewWhy = ReasonCode.Incomplete, Declaration = null });

    private static ARequest Undeclared(params string[] libraries) =>
        ARequest.Placed(ServiceType.Copy, Things.Article, libraries, but: order => order with { Declaration = null });

    private static ARequest Chased(ARequest request, int times) => Enumerable.Range(0, times).Aggregate(request, (chased, _) => chased.Waits());

    private static ARequest Asked(ServiceType service, Item item, params string[] libraries) =>
        Asked(service, item, PatronGroup.Undergraduate, libraries);

    private static ARequest Asked(ServiceType service, Item item, PatronGroup group, params string[] libraries) =>
        ARequest.Placed(service, item, libraries, group: group).And(new Unfilled(PassedOver, "m-0", ReasonCode.OnLoan));
}
