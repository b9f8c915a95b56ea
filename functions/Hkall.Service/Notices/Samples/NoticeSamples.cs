using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Web;

namespace Hkall.Service.Notices.Samples;

/// <summary>Notices as a term brings them: a loan of a book, and a copy of an article.</summary>
internal static class NoticeSamples
{
    public static readonly Uri RequestUrl = new("https://hkall.library.example/requests/req-20261123-k7m2qf");
    public static readonly Uri DownloadUrl = new("https://hkall.library.example/downloads/Zm9yLW9uZS1yZWFkZXItb25seQ");
    public static readonly DateOnly Tuesday = new(2026, 12, 1);

    public static readonly Person English = new("Chan Tai Man", "tm.chan@ln.example", "en");
    public static readonly Person Chinese = new("陳大文", "tm.chan@ln.example", "zh-Hant");
    public static readonly Person Simplified = new("陈大文", "tm.chan@ln.example", "zh-Hans");

    public static readonly Item Book = new()
    {
        Title = "Hong Kong: A Cultural History",
        Author = "Ingham, Michael",
        Edition = "1st",
        Year = 2007,
    };

    public static readonly Item ChineseBook = new() { Title = "香港文學散步", Author = "盧瑋鑾（小思）", Edition = "增訂版", Year = 2007 };

    public static readonly Item Article = new()
    {
        Title = "The China Quarterly",
        ArticleTitle = "Reading Rooms & Readers in Colonial Hong Kong",
        ArticleAuthor = "Wong, A. & Lee, B.",
        Volume = "212",
        Issue = "4",
        Year = 2012,
        Pages = "1001–1023",
    };

    public static NoticeData Loan(Notice notice, NoticeFacts facts, Person person) => new(
        notice, facts, "req-20261123-k7m2qf", ServiceType.Loan, person == Chinese ? ChineseBook : Book, person, RequestUrl, null);

    public static NoticeData Copy(Notice notice, NoticeFacts facts, Person person) => new(
        notice, facts, "req-20261123-k7m2qf", ServiceType.Copy, Article, person, RequestUrl, DownloadUrl);

    /// <summary>Facts of every kind at once, as no rule gives them but any may.</summary>
    public static readonly NoticeFacts Full = new()
    {
        Library = "The University of Hong Kong Libraries",
        Estimate = new Estimate(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 30)),
        Date = Tuesday,
        Downloads = 5,
        Cost = Money.Hkd(1_350),
        RenewBy = new DateOnly(2026, 11, 26),
        Ways =
        [
            new OfferedAlternative(Alternative.Hkall, new Estimate(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 30))),
            new OfferedAlternative(Alternative.Local, new Estimate(new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 7))),
            new OfferedAlternative(Alternative.Overseas, new Estimate(new DateOnly(2026, 12, 23), new DateOnly(2027, 2, 26))),
            new OfferedAlternative(Alternative.Loan, new Estimate(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 30))),
            new OfferedAlternative(Alternative.Copy, new Estimate(new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24))),
        ],
        SuggestAt = "https://library.example/suggest",
        FreeCopy = new FreeCopy("https://repository.example.org/1", FreeVersion.Published, "cc-by", "Unpaywall"),
    };

    public static readonly NoticeFees LateFees = new() { Fine = Money.Hkd(22), FineDays = 11, PerDay = Money.Hkd(2), Owed = Money.Hkd(22) };

    /// <summary>What an overdue notice says of the fine, and of what the loss would cost.</summary>
    public static readonly NoticeFees OverdueFees = new()
    {
        Fine = Money.Hkd(22),
        FineDays = 11,
        PerDay = Money.Hkd(2),
        MostFine = Money.Hkd(100),
        Replacement = Money.Hkd(500),
        Processing = Money.Hkd(100),
    };

    public static readonly NoticeFees LostFees = new()
    {
        Fine = Money.Hkd(60),
        FineDays = 30,
        Replacement = Money.Hkd(500),
        Processing = Money.Hkd(100),
        FoundBy = new DateOnly(2027, 5, 30),
        Owed = Money.Hkd(660),
    };

    public static readonly NoticeFees FoundFees = new() { TakenOff = Money.Hkd(300), PaidBack = Money.Hkd(200), Owed = Money.Hkd(160) };

    public static readonly NoticeFees PaidFees = new() { What = LedgerKind.Replacement, Paid = Money.Hkd(200), Left = Money.Hkd(300), Owed = Money.Hkd(400) };

    public static readonly NoticeFees WaivedFees = new() { What = LedgerKind.OverdueFine, Waived = Money.Hkd(22), Left = Money.Hkd(0), Owed = Money.Hkd(0) };

    public static readonly NoticeFees SupplyFees = new() { What = LedgerKind.SupplyCharge, Charged = Money.Hkd(450), Owed = Money.Hkd(450) };

    /// <summary>A charge in pounds, and about how much that is.</summary>
    public static readonly Money Pounds = new("GBP", 45);
    public static readonly Approximation About = new(Money.Hkd(455.55m), new DateOnly(2026, 11, 20));

    public static readonly NoticeFees SupplyFeesInPounds = SupplyFees with { Charged = About.Amount, AcceptedAs = Pounds, Owed = About.Amount };
    public static readonly NoticeFees SumToFollow = new() { AcceptedAs = Pounds };

    public const string Receipt = "Receipt 4711";

    public static readonly Uri MyRequestsUrl = new("https://hkall.library.example/requests");

    /// <summary>Reminders of one morning, not in the order in which they press.</summary>
    public static IReadOnlyList<NoticeData> Several(Person person) =>
    [
        Copy(Notice.DownloadReminder, new NoticeFacts { Date = Tuesday, Downloads = 5 }, person),
        Loan(Notice.DueSoon, new NoticeFacts { Date = Tuesday.AddDays(2), Library = Full.Library, RenewBy = Full.RenewBy }, person),
        Loan(Notice.PickupReminder, new NoticeFacts { Date = Tuesday.AddDays(-1) }, person),
    ];

    public const string Office = "Department of Philosophy, HSH 219";
    public const string StaffWords = "The 2026 edition is not published yet.";
    public const string LenderWords = "On hold for a reader of ours";

    /// <summary>Dates of three items that a closure moved.</summary>
    public static NoticeFacts Moved(ClosureReason reason, int days = 0, bool restOfDay = false)
    {
        var (from, to) = (new DateOnly(2026, 12, 21), new DateOnly(2026, 12, 21).AddDays(days + 1));
        return new NoticeFacts
        {
            Closure = new ClosureNews(from, from.AddDays(days), reason, restOfDay),
            Moved =
            [
                new MovedItem("R-1", "Orientalism", PatronDate.Pickup, from, to), new MovedItem("R-2", "紅樓夢", PatronDate.Due, from, to),
                new MovedItem("R-2", "紅樓夢", PatronDate.RenewBy, from, to),
            ],
        };
    }

    /// <summary>The reasons that the rules give with a notice.</summary>
    public static IReadOnlyList<string> Reasons(Notice notice) => notice switch
    {
        Notice.InReview => ["incomplete", "no-library-left"],
        Notice.Rejected => ["not-possible", StaffWords],
        Notice.ItemExpected => ["by-patron", "within-maximum", "borne-by-library"],
        Notice.Delayed => ["another-library-asked", "recalled", "lost-here", "lost-in-transit", "still-searching", "needed-by-passed"],
        Notice.OutForDelivery => [Office],
        Notice.RenewalDeclined => ["silent", "no-later-date", "declined", LenderWords],
        Notice.Recalled => ["lender-overdue", "before-pickup", "recalled-overdue"],
        Notice.Overdue => ["recalled-overdue"],
        Notice.DueSoon => ["renewal-limit", "not-renewable", "too-late"],
        Notice.Renewed => ["extended-by-lender"],
        Notice.ReadyForPickup => ["not-delivered"],
        Notice.Returned => ["found"],
        Notice.Lost => ["not-returned", "declared-by-staff", "before-pickup", "lost-in-transit", "lost-on-the-way-back"],
        Notice.Unfilled => ["no-library-left", "copyright-limit", "not-found"],
        Notice.Cancelled => ["no-declaration"],
        Notice.CancelRefused => ["shipped", "being-supplied"],
        Notice.Unwanted => ["shipped", "being-supplied"],
        Notice.FeeSettled or Notice.FeeWaived or Notice.FeeCharged => [Receipt],
        Notice.StaffMessage => [StaffWords],
        Notice.RequestPlaced or Notice.ScanFaulted or Notice.DeclarationNeeded or Notice.DeclarationReminder or Notice.CostDecision or Notice.CostReminder
            or Notice.CostLapsed or Notice.OfferDecision or Notice.OfferReminder or Notice.PickupReminder or Notice.PickupExpired or Notice.CheckedOut
            or Notice.Corrected or Notice.DueDateSet or Notice.DatesMoved or Notice.ReadyToDownload or Notice.DownloadReminder
            or Notice.FreeCopyFound => [],
    };

    /// <summary>The reason as the rules state it: a code by its name, or a person's words.</summary>
    public static StatedReason? ReasonOf(string? text) => text is null ? null : StatedReason.Parse(text);
}
