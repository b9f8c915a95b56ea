using Hkall.Domain.Accounts;
using Hkall.Domain.Calendar;
using Hkall.Domain.Charging;
using Hkall.Domain.Fees;
using Hkall.Domain.Lending;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>A figure that differs by tier.</summary>
public sealed record ByTier<T>(T Hkall, T Local, T Overseas)
{
    public T For(Tier tier) => tier switch
    {
        Tier.Hkall => Hkall,
        Tier.Local => Local,
        Tier.Overseas => Overseas,
    };
}

/// <summary>A range of working days within which something usually arrives.</summary>
public sealed record DeliveryRange(int EarliestWorkingDays, int LatestWorkingDays);

/// <summary>
/// The figures of the service. The page gives those marked "page"; the others are the library's to choose and carry the
/// reason for their default.
/// </summary>
public sealed record Policy
{
    /// <summary>Kept with every request, so that a decision can be read by the figures it was made with.</summary>
    public string Version { get; init; } = "2026-11";

    /// <summary>Who may have what, and from where. Page: its table, in reading A.</summary>
    public IReadOnlyDictionary<PatronGroup, ByTier<ByService<Access>>> Privileges { get; init; } = Eligibility.TableOf(Reading.A);

    /// <summary>Time a library has to say yes or no before the next one is asked. ReShare and WorldShare libraries use 3–4 days; HKALL answers fastest.</summary>
    public ByTier<ResponseWindow> Reply { get; init; } = new(new(2, 7), new(3, 10), new(5, 14));

    /// <summary>From a promise to the shipment.</summary>
    public ByTier<ResponseWindow> Shipment { get; init; } = new(new(3, 10), new(5, 14), new(10, 28));

    /// <summary>From a promise to the scan.</summary>
    public ByTier<ResponseWindow> Scan { get; init; } = new(new(3, 10), new(4, 10), new(7, 20));

    /// <summary>From shipment to our desk, after which staff chase the parcel. Page: about 5 working days, 1–2 weeks, 1–3 months.</summary>
    public ByTier<ResponseWindow> Transit { get; init; } = new(new(5, 14), new(10, 21), new(65, 95));

    /// <summary>Delivery of a physical item as the page promises it: 5 working days, 1–2 weeks, 1–3 months.</summary>
    public ByTier<DeliveryRange> LoanDelivery { get; init; } = new(new(3, 5), new(5, 10), new(22, 65));

    /// <summary>Delivery of a scan. Page: "usually shorter than the physical requests".</summary>
    public ByTier<DeliveryRange> CopyDelivery { get; init; } = new(new(1, 3), new(2, 5), new(3, 10));

    /// <summary>How the rota is made.</summary>
    public RoutingPolicy Routing { get; init; } = new();

    /// <summary>Charges up to this are borne by the Library; above it the patron is asked ("The Library reserves the right to charge for expensive items", page). The page gives no figure.</summary>
    public Money CostThreshold { get; init; } = Money.Hkd(200);

    /// <summary>Days the patron has to accept a charge; libraries hold a quoted item about a week.</summary>
    public int CostDecisionDays { get; init; } = 7;

    public int CostReminderWorkingDays { get; init; } = 2;

    /// <summary>Days the patron has to sign the declaration before the request is cancelled.</summary>
    public int DeclarationDays { get; init; } = 14;

    public int DeclarationReminderWorkingDays { get; init; } = 5;

    /// <summary>Time staff have to decide on a library's conditions before the next one is asked.</summary>
    public ResponseWindow Conditions { get; init; } = new(2, 5);

    /// <summary>Time staff have to review a request before they are reminded.</summary>
    public ResponseWindow Review { get; init; } = new(2, 5);

    /// <summary>How often staff are reminded of a review before the request is closed as not found.</summary>
    public int ReviewChases { get; init; } = 5;

    /// <summary>Days the patron has to decide about going on beyond what they allowed; as long as for a charge.</summary>
    public int OfferDecisionDays { get; init; } = 7;

    public int OfferReminderWorkingDays { get; init; } = 2;

    /// <summary>Time staff have to find another way before they are reminded, once nobody is left to ask.</summary>
    public ResponseWindow FurtherSearch { get; init; } = new(5, 10);

    /// <summary>How often staff are reminded of that before the request is closed as unfilled.</summary>
    public int FurtherSearchChases { get; init; } = 2;

    /// <summary>The web address at which patrons suggest a purchase; null: the mails name the suggestion without a link.</summary>
    public string? PurchaseSuggestion { get; init; }

    /// <summary>Time for bringing an item to an office.</summary>
    public ResponseWindow OfficeDelivery { get; init; } = new(2, 5);

    public int OfficeDeliveryChases { get; init; } = 3;

    /// <summary>How long we wait for the answer to a cancellation.</summary>
    public ResponseWindow CancelAnswer { get; init; } = new(3, 10);

    /// <summary>Days on the hold shelf; the last one is moved to a working day.</summary>
    public int PickupDays { get; init; } = 7;

    /// <summary>Working days before the shelf date on which the patron is reminded once.</summary>
    public int PickupReminderWorkingDays { get; init; } = 2;

    /// <summary>Loan period in days by group, where the lender gives no earlier date.</summary>
    public IReadOnlyDictionary<PatronGroup, int> LoanDays { get; init; } = new Dictionary<PatronGroup, int>
    {
        [PatronGroup.Academic] = 60,
        [PatronGroup.Research] = 60,
        [PatronGroup.Postgraduate] = 60,
        [PatronGroup.NonAcademic] = 30,
        [PatronGroup.Undergraduate] = 30,
    };

    /// <summary>Working days kept between the patron's due date and the lender's, for the way back.</summary>
    public ByTier<int> WayBackWorkingDays { get; init; } = new(2, 3, 10);

    /// <summary>Working days before the due date on which the patron is reminded: two before renewal closes (page: renew 3 working days before).</summary>
    public int DueReminderWorkingDays { get; init; } = 5;

    /// <summary>Page: a renewal is asked for "at least 3 working days before the due date".</summary>
    public int RenewalNoticeWorkingDays { get; init; } = 3;

    /// <summary>How long the lender has to answer; PolyU's service counts on about 3 working days.</summary>
    public ResponseWindow RenewalAnswer { get; init; } = new(3, 7);

    /// <summary>Renewals of one loan. HKALL libraries renew up to one to two further periods.</summary>
    public int RenewalsAllowed { get; init; } = 2;

    /// <summary>How often a renewal that was not granted may be asked for again before the same due date; 0: a no stands (ours).</summary>
    public int RenewalAsksAfterRefusal { get; init; }

    /// <summary>Days a renewal adds, where the lender gives no earlier date.</summary>
    public IReadOnlyDictionary<PatronGroup, int> RenewalDays { get; init; } = new Dictionary<PatronGroup, int>
    {
        [PatronGroup.Academic] = 30,
        [PatronGroup.Research] = 30,
        [PatronGroup.Postgraduate] = 30,
        [PatronGroup.NonAcademic] = 30,
        [PatronGroup.Undergraduate] = 30,
    };

    /// <summary>Days after the due date of the overdue notices; after the last, the item is taken as lost.</summary>
    public IReadOnlyList<int> OverdueNoticeDays { get; init; } = [1, 8, 15];

    /// <summary>Days after the due date at which an overdue item is declared lost.</summary>
    public int LostAfterDays { get; init; } = 45;

    /// <summary>Due date of a recalled item where the lender names none: 7 days after the recall.</summary>
    public int RecallDays { get; init; } = 7;

    /// <summary>Working days staff have to send an item back.</summary>
    public ResponseWindow SendingBack { get; init; } = new(2, 7);

    /// <summary>From sending back to the lender's word that it arrived.</summary>
    public ByTier<ResponseWindow> LenderReceipt { get; init; } = new(new(10, 21), new(15, 30), new(60, 95));

    /// <summary>How often staff are reminded of a parcel that has not arrived before it is taken as lost on the way.</summary>
    public int ArrivalChases { get; init; } = 3;

    /// <summary>How often staff are reminded of an item to send back before it is written off.</summary>
    public int SendingBackChases { get; init; } = 8;

    /// <summary>How often staff are reminded to ask the lender for its receipt before our own record of sending closes the loan.</summary>
    public int LenderReceiptChases { get; init; } = 3;

    /// <summary>Time between two such reminders.</summary>
    public ResponseWindow Chase { get; init; } = new(5, 7);

    /// <summary>Days at the counter of an item that may only be consulted here, where its lender gives no earlier date.</summary>
    public int LibraryUseDays { get; init; } = 14;

    /// <summary>Page: "max 5 times".</summary>
    public int DownloadsAllowed { get; init; } = 5;

    /// <summary>Page: "within 2 weeks"; until the end of the fourteenth day after the notice.</summary>
    public int DownloadDays { get; init; } = 14;

    /// <summary>How often a patron may have a scan of no use supplied again before staff see to it.</summary>
    public int ResuppliesAllowed { get; init; } = 2;

    /// <summary>Days for which requests of several patrons for the same article or chapter are taken as possibly related; 0: not looked at. Persons instructed together count as related (Cap. 528F), and a reading list holds for about half a term.</summary>
    public int RelatedRequestDays { get; init; } = 30;

    /// <summary>Days before the window closes on which a patron who has not yet downloaded is reminded once.</summary>
    public int DownloadReminderDays { get; init; } = 4;

    /// <summary>Items a patron may have at once, requested and checked out, the Library's own among them. The page sets a quota and no figure; 50 and 100 a term are those of its earlier page.</summary>
    public IReadOnlyDictionary<PatronGroup, int> OpenRequests { get; init; } = new Dictionary<PatronGroup, int>
    {
        [PatronGroup.Academic] = 100,
        [PatronGroup.Research] = 100,
        [PatronGroup.Postgraduate] = 100,
        [PatronGroup.NonAcademic] = 50,
        [PatronGroup.Undergraduate] = 50,
    };

    /// <summary>Whether what the Library keeps for the patron counts as checked out already. The page speaks of check-outs.</summary>
    public bool OwnHoldsCount { get; init; }

    /// <summary>Hours for which the last answer of the circulation system stands in for a fresh one: a day's loans are few.</summary>
    public int OwnAccountKeptHours { get; init; } = 24;

    /// <summary>Where the circulation system has not answered for longer, or does not know the patron.</summary>
    public UnknownAccount OwnAccountUnknown { get; init; } = new(AllowUpTo: 5, UnknownThen.Review);

    /// <summary>Fines, blocks and lost items.</summary>
    public FinePolicy Fines { get; init; } = new();

    /// <summary>The figures of the other direction: what we lend.</summary>
    public LendingPolicy Lending { get; init; } = new();
}

/// <summary>What a decision is made by: the library's figures and its calendar.</summary>
public sealed record RuleBook(Policy Policy, LibraryCalendar Calendar);
