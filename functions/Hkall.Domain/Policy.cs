using Hkall.Domain.Accounts;
using Hkall.Domain.Calendar;
using Hkall.Domain.Fees;
using Hkall.Domain.Lending;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
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

/// <summary>A range of working days in which an item usually arrives.</summary>
public sealed record DeliveryRange(int EarliestWorkingDays, int LatestWorkingDays);

/// <summary>
/// The figures of the service. Those marked "page" come from the service's page; the library chooses the others, and each default has
/// its reason.
/// </summary>
public sealed record Policy
{
    /// <summary>The version of these figures. Every request stores it, so that a decision can be checked against the figures behind it.</summary>
    public string Version { get; init; } = "2026-11";

    /// <summary>Which group may use which service in which tier. Page: its table, in reading A.</summary>
    public IReadOnlyDictionary<PatronGroup, ByTier<ByService<Access>>> Privileges { get; init; } = Eligibility.TableOf(Reading.A);

    /// <summary>Time a library has to say yes or no before we ask the next. ReShare and WorldShare libraries use 3–4 days; HKALL answers fastest.</summary>
    public ByTier<ResponseWindow> Reply { get; init; } = new(new(2, 7), new(3, 10), new(5, 14));

    /// <summary>Time staff have to ask a library that only a person can ask, before they are reminded: the patron waits for us alone.</summary>
    public ResponseWindow AskingByHand { get; init; } = new(1, 4);

    /// <summary>How often staff are reminded to ask a library by hand before the next library is asked.</summary>
    public int AskingByHandChases { get; init; } = 3;

    /// <summary>From a promise to the shipment.</summary>
    public ByTier<ResponseWindow> Shipment { get; init; } = new(new(3, 10), new(5, 14), new(10, 28));

    /// <summary>From a promise to the scan.</summary>
    public ByTier<ResponseWindow> Scan { get; init; } = new(new(3, 10), new(4, 10), new(7, 20));

    /// <summary>From shipment to arrival here; after it staff chase the parcel. Page: about 5 working days, 1–2 weeks, 1–3 months.</summary>
    public ByTier<ResponseWindow> Transit { get; init; } = new(new(5, 14), new(10, 21), new(65, 95));

    /// <summary>Delivery times of physical items as the page gives them: 5 working days, 1–2 weeks, 1–3 months.</summary>
    public ByTier<DeliveryRange> LoanDelivery { get; init; } = new(new(3, 5), new(5, 10), new(22, 65));

    /// <summary>Delivery times of scans. Page: "usually shorter than the physical requests".</summary>
    public ByTier<DeliveryRange> CopyDelivery { get; init; } = new(new(1, 3), new(2, 5), new(3, 10));

    /// <summary>The figures for making the rota.</summary>
    public RoutingPolicy Routing { get; init; } = new();

    /// <summary>
    /// The Library pays charges up to this; above it we ask the patron ("The Library reserves the right to charge for expensive
    /// items", page). The page gives no figure.
    /// </summary>
    public Money CostThreshold { get; init; } = Money.Hkd(200);

    /// <summary>Whose charges the Library bears whatever they are.</summary>
    public ChargePolicy Charges { get; init; } = new();

    /// <summary>Days the patron has to accept a charge; libraries hold a quoted item about a week.</summary>
    public int CostDecisionDays { get; init; } = 7;

    public int CostReminderWorkingDays { get; init; } = 2;

    /// <summary>Days the patron has to sign the declaration before the request is cancelled.</summary>
    public int DeclarationDays { get; init; } = 14;

    public int DeclarationReminderWorkingDays { get; init; } = 5;

    /// <summary>Time staff have to decide on a library's conditions before we ask the next library.</summary>
    public ResponseWindow Conditions { get; init; } = new(2, 5);

    /// <summary>Time staff have to review a request before they are reminded.</summary>
    public ResponseWindow Review { get; init; } = new(2, 5);

    /// <summary>How often staff are reminded of a review before the request is closed as not found.</summary>
    public int ReviewChases { get; init; } = 5;

    /// <summary>Days the patron has to decide about an alternative that they had not allowed; as long as for a charge.</summary>
    public int OfferDecisionDays { get; init; } = 7;

    public int OfferReminderWorkingDays { get; init; } = 2;

    /// <summary>Time staff have to find another way before they are reminded, once no library is left.</summary>
    public ResponseWindow FurtherSearch { get; init; } = new(5, 10);

    /// <summary>How often staff are reminded of that search before the request closes as unfilled.</summary>
    public int FurtherSearchChases { get; init; } = 2;

    /// <summary>The web address for suggesting a purchase; null: the mails mention the suggestion without a link.</summary>
    public string? PurchaseSuggestion { get; init; }

    /// <summary>The figures for messages between a patron and staff.</summary>
    public MessagePolicy Messages { get; init; } = new();

    /// <summary>Time to deliver an item to an office.</summary>
    public ResponseWindow OfficeDelivery { get; init; } = new(2, 5);

    /// <summary>How often staff are reminded of it, each time after as long again, before the item waits at the counter instead.</summary>
    public int OfficeDeliveryChases { get; init; } = 1;

    /// <summary>How long we wait for a library to answer a cancellation.</summary>
    public ResponseWindow CancelAnswer { get; init; } = new(3, 10);

    /// <summary>Days on the hold shelf; the last one moves to a working day.</summary>
    public int PickupDays { get; init; } = 7;

    /// <summary>A loan of fewer working days than this counts as short: the patron is told before they come for it, and staff see it (ours).</summary>
    public int ShortLoanWorkingDays { get; init; } = 5;

    /// <summary>Working days before the shelf date on which the patron is reminded once.</summary>
    public int PickupReminderWorkingDays { get; init; } = 2;

    /// <summary>Loan period in days by group, if the lender gives no earlier date.</summary>
    public IReadOnlyDictionary<PatronGroup, int> LoanDays { get; init; } = new Dictionary<PatronGroup, int>
    {
        [PatronGroup.Academic] = 60,
        [PatronGroup.Research] = 60,
        [PatronGroup.Postgraduate] = 60,
        [PatronGroup.NonAcademic] = 30,
        [PatronGroup.Undergraduate] = 30,
    };

    /// <summary>Working days between the patron's due date and the lender's, for the way back.</summary>
    public ByTier<int> WayBackWorkingDays { get; init; } = new(2, 3, 10);

    /// <summary>Working days before the due date on which the patron is reminded: two before renewal closes (page: renew 3 working days before).</summary>
    public int DueReminderWorkingDays { get; init; } = 5;

    /// <summary>Page: patrons ask for a renewal "at least 3 working days before the due date".</summary>
    public int RenewalNoticeWorkingDays { get; init; } = 3;

    /// <summary>How long the lender has to answer; PolyU's service expects about 3 working days.</summary>
    public ResponseWindow RenewalAnswer { get; init; } = new(3, 7);

    /// <summary>The most renewals of one loan. HKALL libraries renew for up to one or two further periods.</summary>
    public int RenewalsAllowed { get; init; } = 2;

    /// <summary>How often the patron may ask again, before the same due date, after a refused renewal; 0: a no stands (ours).</summary>
    public int RenewalAsksAfterRefusal { get; init; }

    /// <summary>Days that a renewal adds, if the lender gives no earlier date.</summary>
    public IReadOnlyDictionary<PatronGroup, int> RenewalDays { get; init; } = new Dictionary<PatronGroup, int>
    {
        [PatronGroup.Academic] = 30,
        [PatronGroup.Research] = 30,
        [PatronGroup.Postgraduate] = 30,
        [PatronGroup.NonAcademic] = 30,
        [PatronGroup.Undergraduate] = 30,
    };

    /// <summary>Days after the due date on which we send overdue notices; after the last, the item counts as lost.</summary>
    public IReadOnlyList<int> OverdueNoticeDays { get; init; } = [1, 8, 15];

    /// <summary>Days after the due date at which an overdue item counts as lost.</summary>
    public int LostAfterDays { get; init; } = 45;

    /// <summary>Days before that on which the patron is told a last time what the loss would cost; 0: not told again (ours).</summary>
    public int LostWarningDays { get; init; } = 7;

    /// <summary>Days from the recall to the due date of the item, if the lender names none.</summary>
    public int RecallDays { get; init; } = 7;

    /// <summary>Working days staff have to send an item back.</summary>
    public ResponseWindow SendingBack { get; init; } = new(2, 7);

    /// <summary>From sending the item back to the lender's confirmation that it arrived.</summary>
    public ByTier<ResponseWindow> LenderReceipt { get; init; } = new(new(10, 21), new(15, 30), new(60, 95));

    /// <summary>How often staff are reminded of a parcel that has not arrived before it counts as lost on the way.</summary>
    public int ArrivalChases { get; init; } = 3;

    /// <summary>How often staff are reminded of an item to send back before it is written off.</summary>
    public int SendingBackChases { get; init; } = 8;

    /// <summary>How often staff are reminded to ask the lender for its receipt before our own record of sending closes the loan.</summary>
    public int LenderReceiptChases { get; init; } = 3;

    /// <summary>Time between two such reminders.</summary>
    public ResponseWindow Chase { get; init; } = new(5, 7);

    /// <summary>Days for which staff can open a closed request again. Later, what followed from its end has been settled elsewhere.</summary>
    public int UndoDays { get; init; } = 30;

    /// <summary>Whether no loan is due after the patron's card ends: who leaves the university brings it back before.</summary>
    public bool LoansEndWithCard { get; init; } = true;

    /// <summary>The days that loans do not outlast, such as the ends of terms and graduations; those that are over are ignored.</summary>
    public IReadOnlyList<LastDay> LastDays { get; init; } = [];

    /// <summary>Days at the counter for an item that may only be used here, if its lender gives no earlier date.</summary>
    public int LibraryUseDays { get; init; } = 14;

    /// <summary>Page: "max 5 times".</summary>
    public int DownloadsAllowed { get; init; } = 5;

    /// <summary>Page: "within 2 weeks"; until the end of the fourteenth day after the notice.</summary>
    public int DownloadDays { get; init; } = 14;

    /// <summary>How often a patron may have an unusable scan supplied again before staff take over.</summary>
    public int ResuppliesAllowed { get; init; } = 2;

    /// <summary>
    /// Days within which several patrons' requests for the same article or chapter count as possibly related; 0 turns the check off.
    /// Persons instructed together count as related (Cap. 528F), and a reading list is current for about half a term.
    /// </summary>
    public int RelatedRequestDays { get; init; } = 30;

    /// <summary>Days before the window closes on which we remind a patron who has not downloaded yet, once.</summary>
    public int DownloadReminderDays { get; init; } = 4;

    /// <summary>
    /// The most items a patron may have at once, requested and checked out, the Library's own included. The page mentions a quota
    /// without a figure; 50 and 100 a term are those of its earlier page.
    /// </summary>
    public IReadOnlyDictionary<PatronGroup, int> OpenRequests { get; init; } = new Dictionary<PatronGroup, int>
    {
        [PatronGroup.Academic] = 100,
        [PatronGroup.Research] = 100,
        [PatronGroup.Postgraduate] = 100,
        [PatronGroup.NonAcademic] = 50,
        [PatronGroup.Undergraduate] = 50,
    };

    /// <summary>Until when a request takes a place in the quota.</summary>
    public QuotaPolicy Quota { get; init; } = new();

    /// <summary>Whether the Library's own holds count like its check-outs. The page speaks of check-outs only.</summary>
    public bool OwnHoldsCount { get; init; }

    /// <summary>Hours for which we use the circulation system's last answer instead of a fresh one: a patron borrows few items in a day.</summary>
    public int OwnAccountKeptHours { get; init; } = 24;

    /// <summary>The rule if the circulation system has not answered for longer, or does not know the patron.</summary>
    public UnknownAccount OwnAccountUnknown { get; init; } = new(AllowUpTo: 5, UnknownThen.Review);

    /// <summary>Fines, blocks and lost items.</summary>
    public FinePolicy Fines { get; init; } = new();

    /// <summary>The figures of lending.</summary>
    public LendingPolicy Lending { get; init; } = new();
}

/// <summary>The figures and the calendar on which the rules decide.</summary>
public sealed record RuleBook(Policy Policy, LibraryCalendar Calendar)
{
    /// <summary>The exchange rates that staff entered.</summary>
    public ExchangeRates Rates { get; init; } = ExchangeRates.None;
}
