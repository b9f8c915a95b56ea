using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Tests.Kit;

/// <summary>The book, the article and the words that the tests speak of.</summary>
internal static class Things
{
    /// <summary>What stands under a declaration.</summary>
    public const string PatronsName = "Ho Tsz-kit";

    public static readonly Item Book = new() { Title = "The Story of the Stone", Author = "Cao Xueqin", Isbn = "9780140442939" };

    public static readonly Item Article = new()
    {
        Title = "Journal of Documentation",
        Issn = "0022-0418",
        Volume = "82",
        Issue = "3",
        ArticleTitle = "Lending across borders",
        Pages = "411-430",
    };

    public static readonly Item Chapter = new()
    {
        Title = "The Story of the Stone",
        Author = "Cao Xueqin",
        Isbn = "9780140442939",
        ChapterTitle = "The Golden Days",
        Pages = "51-70"
    };

    public static readonly Declaration SignedDeclaration = new(ResearchOrPrivateStudy: true, NotRelatedToAnother: true, NoEarlierCopy: true, "528F-2026");

    /// <summary>What the patron said to staff.</summary>
    public static readonly PatronsWord AWord = new(SaidBy.Telephone, new DateOnly(2026, 11, 23), "She rang and agreed.");

    /// <summary>What a library told staff.</summary>
    public static readonly LibrarysWord ALibrarysWord = new(SaidBy.Telephone, new DateOnly(2026, 11, 23), "Ms Lee of the lending desk.");

    /// <summary>How staff asked a library that only a person can ask.</summary>
    public static readonly HandAsking AnAsking = new(AskedBy.Telephone, "Ms Lee looks for it.", "HL-77");

    public static readonly LibrarysWord AnAnswerByLink = new(SaidBy.Link, new DateOnly(2026, 11, 23), string.Empty);

    /// <summary>Above what the Library bears itself.</summary>
    public static readonly Money Charge = Money.Hkd(450);

    public static readonly Scan TheScan = new("scan-1", "lending-across-borders.pdf", "application/pdf", 1_048_576, new string('a', 64));

    /// <summary>The same with everything that can be seen in a scan.</summary>
    public static readonly Scan TheScanLookedThrough = TheScan with
    {
        Checks = new ScanChecks { Pages = 20, Blank = [2], Turned = [3], CutOff = [4], NotStamped = StampHindrance.Signed },
    };

    public static SendNotice Mail(Notice notice) => new(notice, new NoticeFacts());

    public static MessageSupplier Say(RequestingAction word, string to) => new(to, word);

    /// <summary>A line of the ledger is entered in the circulation system's; what it says is not what the test is about.</summary>
    public static RecordFee Record(int line) => new(line, LedgerKind.OverdueFine, Money.Hkd(1), default);

    /// <summary>A library was asked; which estimate that gave is not what the test is about.</summary>
    public static SupplierAsked Asked(string symbol) => new(symbol, null!);

    public static SupplierPromised Promised(string symbol) => new(symbol, null!);

    public static readonly Routing ARouting = Ranking.Rank(
        [new LibraryFacts("HKU", Tier.Hkall)],
        new RoutingTerms(Libraries.Date("2026-11-23"), ServiceType.Loan, [Tier.Hkall], [], new ByTier<int>(7, 10, 14), RotaLists.LongestRota));
}
