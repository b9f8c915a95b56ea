using Hkall.Domain.Calendar;
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
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Stored;

/// <summary>Every event and every effect, once with all that it can hold and once with no more than it must.</summary>
internal static partial class Shapes
{
    private static readonly Estimate Estimate = new(Date("2026-11-26"), Date("2026-11-30"));

    private static readonly Item WholeItem = new()
    {
        Title = "紅樓夢",
        Author = "曹雪芹",
        Isbn = "9780140442939",
        Issn = "0022-0418",
        Doi = "10.1108/jd-05-2020-0080",
        Publisher = "Penguin",
        Year = 1973,
        Edition = "1st",
        Volume = "1",
        Issue = "2",
        ChapterTitle = "The Golden Days",
        ArticleTitle = "Lending \"across\" <borders>",
        ArticleAuthor = "Ada Wong",
        Pages = "1-20",
        TotalPages = 540,
        OclcNumber = "815650",
        Source = "primo",
    };

    private static readonly Estimate WholeEstimate = Estimate with { Basis = EstimateBasis.Measured, Sample = 12 };

    private static readonly RoutingTerms Terms = new(
        Date("2026-11-23"), ServiceType.Loan, [Tier.Hkall, Tier.Overseas], [Tier.Overseas], new ByTier<int>(7, 10, 14), 12);

    private static readonly Routing WholeRouting = Ranking.Rank(
        [
            new LibraryFacts("HKU", Tier.Hkall) { Holding = Certainty.Available, Listed = 1, TypicalDays = 3, LatestDays = 5, Sample = 12, Balance = -2 },
            new LibraryFacts("BL", Tier.Overseas)
            {
                Holding = Certainty.Unknown,
                HoldingWhy = "Its catalogue cannot be asked.",
                ClosureReason = "Christmas",
                OpensOn = Date("2027-01-04"),
                TypicalDays = 44,
                LatestDays = 65,
                Charge = Money.Hkd(120.5m),
                NotReciprocal = true,
                Open = 3,
                MostOpen = 5,
            },
        ],
        Terms) with
    {
        MoreRejected = 1,
        Found = "The union catalogue has it.",
    };

    private static readonly RotaEntry WholeEntry = Library("BL", Tier.Overseas) with
    {
        Works = new SupplierDays { Zone = "Europe/London", Weekdays = "12345", Closed = [new ClosedDays(Date("2026-12-24"), Date("2027-01-01"))] },
        ReplyDays = 3,
        Delivery = new ExpectedDelivery(10, 20, 12),
        AskedAt = Monday,
        ToldBy = Date("2026-12-21"),
    };

    private static readonly RotaEntry Waiting = Library("HKU");

    private static readonly RotaEntry PassedOver = Library("CUHK", Tier.Overseas) with
    {
        Standing = RotaStatus.PassedOver,
        Why = ReasonCode.Silent,
        WasAsked = true
    };

    private static FreeCopy AFreeCopy => new("https://repository.example.org/1", FreeVersion.Accepted, "cc-by", "Unpaywall");

    public static IReadOnlyList<RequestEvent> CompleteEvents { get; } =
    [
        new RequestPlaced(
            "P-1", PatronGroup.NonAcademic, ServiceType.Copy, WholeItem, Date("2026-12-20"), "For a seminar, 請儘快。", [Waiting, PassedOver], "2026-11",
            Money.Hkd(450.5m), Things.SignedDeclaration, "Department of Chinese", [Tier.Hkall, Tier.Local], [Waiting], "R-0", ["R-9"], Who.Staff)
        {
            FreeCopy = AFreeCopy,
            FreeCopyDeclined = true,
        },
        new SentToReview(ReasonCode.Incomplete),
        new RequestEdited(WholeItem, [Waiting, PassedOver, WholeEntry], [Waiting]),
        new RequestApproved(),
        new RequestRejected(StatedReason.InWords("held-here")),
        new DeclarationAwaited("528F-2026", Date("2026-12-07")),
        new DeclarationReminded(),
        new DeclarationSigned(Things.SignedDeclaration),
        new CostQuoted("HKU", Money.Hkd(450.5m), Date("2026-11-30")) { Retry = true, AfterConditions = true, Approximately = About },
        new CostReminded(),
        new CostAccepted("HKU", Money.Hkd(450.5m), ReasonCode.ByPatron),
        new CostDeclined("HKU", Money.Hkd(450.5m), ReasonCode.NoAnswer),
        new ChargeStated("HKU", Money.Hkd(450.5m)) { InAdvance = true, Approximately = About },
        new ChargeRaised("HKU", Money.Hkd(800), Money.Hkd(450.5m)),
        new ChargeBorne("HKU", Money.Hkd(800)) { Why = ReasonCode.ByPolicy, Whole = true },
        new ChargeDisputed("HKU", Money.Hkd(800), "We agreed on less."),
        new OfferMade([new OfferedAlternative(Alternative.Overseas, Estimate), new OfferedAlternative(Alternative.Loan, Estimate)], Date("2026-11-30")),
        new OfferReminded(),
        new OfferAccepted(Alternative.Overseas),
        new OfferDeclined(ReasonCode.ByPatron),
        new RequestReplaced("R-2"),
        new LibraryAdded(Waiting, AwaitsConsent: true),
        new OfficeChosen("Department of Chinese"),
        new SentToOffice("Department of Chinese"),
        new RotaRanked(WholeRouting),
        new SupplierAsked("HKU", WholeEstimate) { How = Things.AnAsking },
        new SupplierToAskByHand("HKU") { Undelivered = "No such mailbox." },
        new SupplierToTell("HKU", RequestingAction.Damaged, "The spine is broken."),
        new SupplierTold("HKU", 1, RequestingAction.Damaged, AskedBy.Telephone, "Mr Chan."),
        new FoundElsewhere("~1", "The Bookshop", Tier.Local, Things.AnAsking) { Cost = Money.Hkd(80), DueOn = Date("2027-01-29") },
        new SupplierPromised("HKU", Estimate),
        new SupplierPassedOver("HKU", ReasonCode.Silent),
        new SupplierExpects("HKU"),
        new ConditionsNamed("HKU", [ReasonCode.NoReproduction, ReasonCode.SignatureRequired], Money.Hkd(450.5m)) { Retry = true },
        new ConditionsAccepted("HKU"),
        new ConditionsDeclined("HKU", ReasonCode.NoAnswer),
        new RetryPlanned("HKU", Date("2026-12-07"), ReasonCode.OnLoan),
        new RetryAsked("HKU"),
        new SupplierInquired("HKU", "status"),
        new DelayTold(ReasonCode.StillSearching),
        new RotaExhausted(),
        new ItemShipped("HKU", Date("2027-01-29"), LibraryUseOnly: true, Unwanted: true),
        new ScanLocated("HKU", "https://library.example/scan"),
        new ScanNotFetched("HKU", "https://library.example/scan", "There is a page and not a file."),
        new ScanHeld("HKU"),
        new ScanWithheld("HKU", "The file contains Eicar-Signature."),
        new ScanSupplied("HKU", Things.TheScanLookedThrough, 5, Date("2026-12-07")),
        new ScanFaulted("HKU", ScanFault.Unreadable, Who.Patron, Estimate),
        new ItemReceived(Date("2026-11-30"), LibraryUseOnly: true) { Overtook = RequestStatus.Expected },
        new ItemLabelled("38888001"),
        new PartsAnnounced(3),
        new PartReceived("38888001"),
        new PartsNotComing(1),
        new PartReturned("38888001"),
        new PickupReminded(),
        new PickupExpired(ReasonCode.NotCollected),
        new ItemCheckedOut(Date("2026-12-23"), Date("2026-11-23")) { RenewalsAllowed = 2, LimitedBy = LoanLimit.TermEnds },
        new DueReminded(),
        new LoanWentOverdue(),
        new OverdueNoticeGiven(2),
        new RenewalAsked("HKU") { Word = Things.AWord, CardUntil = Date("2027-06-30") },
        new LoanRenewed(Date("2027-01-22"), Date("2027-01-29")) { Unasked = true, LimitedBy = LoanLimit.Graduation },
        new RenewalNotGranted(ReasonCode.Silent),
        new ItemRecalled("HKU", Date("2026-11-30")) { LateOn = Date("2026-12-01") },
        new LenderCalledOverdue("HKU", Date("2026-11-24")) { Renewable = true },
        new StaffAlerted(ReasonCode.LenderDueSoon),
        new ItemCheckedIn(ReasonCode.Returned),
        new ItemSentBack(),
        new LoanCompleted(ReasonCode.LenderReceived),
        new ItemLost(ReasonCode.NotReturned),
        new ItemDamaged("coffee on page 12"),
        new StepUndone(Step.CheckOut, "The wrong book.") { Until = Date("2026-12-07") },
        new RequestReopened("Too early."),
        new DatesSet(Date("2027-01-22"), Date("2027-01-29"), "Typhoon."),
        new DatesMoved("C-1", [new MovedDate(PatronDate.Due, Date("2026-12-23"), Date("2026-12-24")), new MovedDate(PatronDate.RenewBy, Date("2026-12-18"), Date("2026-12-18"))]),
        new MovedDatesTold("C-1"),
        new ItemCorrected(Things.Book),
        new FeeCharged(LedgerKind.OverdueFine, Money.Hkd(22.5m), ReasonCode.ReturnedLate, 11),
        new FeeSettled(1, Money.Hkd(12.5m), "Paid at the Service Counter."),
        new FeeWaived(1, Money.Hkd(10), "Typhoon.") { ProposedBy = "p0123456789" },
        new FeeTakenOff(2, Money.Hkd(500), ReasonCode.Found),
        new FeePaidBack(2, Money.Hkd(500), ReasonCode.Found),
        new FileDownloaded(3),
        new DownloadReminded(),
        new DownloadsUsedUp(),
        new DownloadWindowClosed(),
        new CancelAsked(Who.Patron),
        new CancelRefused("HKU", StatedReason.InWords("packed")),
        new RequestCancelled(ReasonCode.AgreedByLibrary),
        new ItemUnwanted(Who.Staff) { Word = Things.AWord },
        new MessageHeard("HKU", "m-1", "will-supply") { Note = "Out of the stacks on Monday.", Word = Things.ALibrarysWord, LendersNumber = "BL-7", AwaitsReading = true },
        new MessageSetAside("HKU", "m-2", "unfilled", "HKU has already supplied it.") { Note = "Sorry.", Word = Things.ALibrarysWord, LendersNumber = "BL-7", AwaitsReading = true },
        new StaffChased(DeadlineKind.Arrival, 1),
        new NoteAdded("Ada", "Patron rang."),
        new FreeCopyFound(AFreeCopy),
        new PatronWrittenTo(PatronMessage.DetailsNeeded, "Which edition?") { AnswerBy = Date("2026-11-27") },
        .. Messages,
        new AnswerAwaited(Date("2026-11-27"), DeadlineKind.Review, TimeSpan.FromHours(14)),
        new RequestAssigned(new Assignee("HT7YBQX1AGBZMSD7W1X4SXJB9YA", "AB")),
        new RequestTagged(["fragile", "urgent"]),
        new NotePinned("Ada", "Ring before you send it back."),
        new DeadlineSet(DeadlineKind.SupplierReply, End("2026-11-25")),
    ];

    private static IEnumerable<RequestEvent> Messages => [new PatronWrote("The second edition."), new LibraryWrittenTo("HKU", "Any will do."), new MessagesRead()];

    private static Approximation About => new(Money.Hkd(455.55m), Date("2026-11-20"));

    /// <summary>Those events of which a part may be missing, without it.</summary>
    public static IReadOnlyList<RequestEvent> BareEvents { get; } =
    [
        new RequestPlaced("P-1", PatronGroup.Academic, ServiceType.Loan, new Item { Title = "T" }, null, null, [], "2026-11"),
        new SupplierAsked("HKU", Estimate),
        new SupplierToAskByHand("HKU"),
        new SupplierToTell("HKU", RequestingAction.Received), new SupplierTold("HKU", 1, RequestingAction.Received, AskedBy.Letter),
        new FoundElsewhere("~1", "The Bookshop", Tier.Local, new HandAsking(AskedBy.Web, null, null)),
        new ConditionsNamed("HKU", [ReasonCode.NoReproduction]), new ScanSupplied("HKU", Things.TheScan, 5, Date("2026-12-07")),
        new RotaRanked(Ranking.Rank([], Terms)),
        new MessageHeard("HKU", "m-1", "will-supply"),
        new LenderCalledOverdue("HKU", Date("2026-11-24")),
        new MessageSetAside("HKU", "m-2", "unfilled", "HKU has already supplied it."),
        new CostQuoted("HKU", Money.Hkd(450.5m), Date("2026-11-30")),
        new ChargeRaised("HKU", Money.Hkd(800), null),
        new RequestEdited(new Item { Title = "T" }, []),
        new ItemShipped("HKU", null, LibraryUseOnly: false, Unwanted: false),
        new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false),
        new ItemUnwanted(Who.Patron),
        new PatronWrittenTo(PatronMessage.Free, "Which edition?"),
        new RequestAssigned(null), new RequestAssigned(new Assignee("HT7YBQX1AGBZMSD7W1X4SXJB9YA", null)), new RequestTagged([]), new NotePinned("Ada", null),
        new StepUndone(Step.Receive, "The wrong book."),
        new DatesSet(Date("2027-01-22"), null, "Typhoon."),
        new RenewalAsked("HKU"), new LoanRenewed(Date("2027-01-22"), null), new ItemCheckedOut(Date("2026-12-23")),
        new FeeCharged(LedgerKind.Replacement, Money.Hkd(500), ReasonCode.NotReturned),
        new FeeWaived(1, Money.Hkd(10), "Typhoon."),
    ];

    /// <summary>Requests in which, taken together, every member of the state says something.</summary>
    public static IReadOnlyList<PatronRequest> States { get; } =
    [
        Whole(ARequest.Asking("HKU", then: "CUHK").Waits().Promised().Shipped(dueOn: "2027-01-29").Received().CheckedOut().CheckedIn().SentBack().Waits()),
        Whole(ARequest.AskingForACopy("HKU").ReadyToDownload().Downloaded(times: 2).Waits()),
        ARequest.Asking("HKU").OnTheShelf().And(new LabelItem("38888001")).Waits().Request,
        ARequest.Asking("HKU").OnItsWay().Recalled().Request,
        ARequest.Asking("HKU")
            .OnItsWay()
            .And(new ReceiveItem(Barcode: "V1", Parts: 3))
            .And(new ReceiveItem(Barcode: "V2")).And(new RestNotComing()).CheckedOut().And(new CheckInPart("V2")).Request,
        ARequest.AskingForACopy("HKU").Declined().GivenUp().Request,
        ARequest.AskingForACopy("HKU").ReadyToDownload().Reported().Request,
        ARequest.AskingForACopy("HKU").ScanLocated().ScanNotFound().Request,
        ARequest.AskingForACopy("HKU").ScanHeld().Request,
        ARequest.AskingForACopy("HKU").ScanHeld().ScanRejected().Request,
        ARequest.Asking("HKU").Conditioned(Money.Hkd(450.5m)).Request,
        Reserved.Declined().Waits().Request,
        Reserved.Declined().And(new DecideOffer(Way: null)).Request,
        Reserved.Declined().And(new DecideOffer(Alternative.Copy, "R-2")).Request,
        ARequest.Placed(ServiceType.Copy, Things.Article, ["HKU"], but: order => order with { Declaration = null }).Waits().Request,
        ARequest.Placed(
            ServiceType.Loan, Things.Book, ["HKU"], group: PatronGroup.NonAcademic,
            but: order => order with { MaxCost = Money.Hkd(300), Office = "Department of Chinese", FreeCopy = AFreeCopy, FreeCopySeen = true })
            .Quoted(Money.Hkd(450.5m)).Waits().Request,
        ARequest.Asking("HKU").Quoted(Money.Hkd(450.5m)).ChargeAccepted().Request,
        ARequest.Asking("HKU").Quoted(Money.Hkd(450.5m)).ChargeAccepted().Shipped(cost: Money.Hkd(800)).Request,
        ARequest.Asking("HKU").OnLoan().RenewalAsked().And(new LenderOverdue("HKU", "m-30") { LendersNumber = "BL-7" }).Request,
        RequestFold.Apply(
            ARequest.Asking("HKU").OnLoan().RenewalAsked().Request, new LenderCalledOverdue("HKU", Date("2026-11-24")), Noon("2026-11-23")),
        ARequest.Asking("HKU").OnLoan().Recalled().And(new RenewalGranted("HKU", "m-30")).Request,
        ARequest.Asking("HKU").OnLoan().Renewed().RenewalAsked().Waits().Request,
        ARequest.ToAskByHand("HKU").Request,
        ARequest.ToAskByHand("HKU").And(new RecordAsked(Things.AnAsking)).CancelAsked().Request,
        ARequest.Asking("HKU").And(
            new RecordFoundElsewhere("The Bookshop", Tier.Hkall, Things.AnAsking, Money.Hkd(80), Date("2027-01-29"))).Request,
        ARequest.Asking("HKU").Overdue().Waits().DeclaredLost().Settled(1).CheckedIn().Request,
        ARequest.Asking("HKU").Overdue().Recalled().Request,
        ARequest.Asking("HKU").And(new AssignRequest(new Assignee("HT7YBQX1AGBZMSD7W1X4SXJB9YA", "AB"))).And(new TagRequest(["urgent"]))
            .And(new PinNote("Ada", "Ring before you send it back.")).Request,
        ARequest.Placed(ServiceType.Loan, Things.Book, []).And(new WriteToPatron(PatronMessage.Free, "Which edition?", AnswerBy: Date("2026-11-27"))).Request,
        ARequest.Asking("HKU").And(new WriteToStaff("The second edition.")).And(new SupplierNoted("HKU", "m-7") { Note = "Only the second is here." }).Request,
        ARequest.Asking("HKU").OnLoan().And(new MoveDates("C-1", [new(Date("2026-12-21"), Date("2026-12-24"))], Lingnan))
            .And(new TellMovedDates("C-1", null, [])).Request,
        ARequest.Placed(
            ServiceType.Loan, Things.Book, ["HKU", "CUHK"], but: order => order with { NeededBy = Date("2026-11-24") }).Waits().Request,
    ];

    private static ARequest Reserved => ARequest.Placed(ServiceType.Loan, Things.Book, ["HKU"], group: PatronGroup.Research, but: order => order with
    {
        AcceptTiers = [Tier.Hkall],
        Rota = [.. order.Rota, Library("OXFORD", Tier.Overseas)],
        Replaces = "R-0",
        Related = ["R-9"],
    });

    private static PatronRequest Whole(ARequest request) =>
        request.Request with { Item = WholeItem, NeededBy = Date("2026-12-20"), Note = "For a seminar, 請儘快。" };
}
