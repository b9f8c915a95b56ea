using Hkall.Requests.Placing;
using Hkall.Requests.Supplying;
using Hkall.Requests.Tests.Kit;

namespace Hkall.Requests.Tests.Table;

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

    public static IReadOnlyList<(string Name, ARequest Request)> All { get; } =
    [
        ("loan, sourcing", Loan),
        ("loan, sourcing, last library", LastLoan),
        ("loan, expected", Loan.Promised()),
        ("loan, expected, last library", LastLoan.Promised()),
        ("loan, cancelling", Loan.CancelAsked()),
        ("loan, in transit", Loan.OnItsWay()),
        ("loan, in transit, chased to the last", Loan.OnItsWay().Waits().Waits().Waits()),
        ("loan, in transit from the last library, chased to the last", LastLoan.OnItsWay().Waits().Waits().Waits()),
        ("loan, in transit and not wanted", Loan.CancelAsked().Waits().Shipped()),
        ("loan, on the shelf", Loan.OnTheShelf()),
        ("loan, on the shelf, reminded", Loan.OnTheShelf().Waits()),
        ("loan, for use here", Loan.ForUseHere()),
        ("loan, on loan", Loan.OnLoan()),
        ("loan, on loan, reminded", Loan.OnLoan().Waits()),
        ("loan, overdue", Loan.Overdue()),
        ("loan, overdue, all notices given", Loan.Overdue().Waits().Waits()),
        ("loan, recalled", Loan.OnLoan().Recalled()),
        ("loan, recalled and overdue", Loan.OnLoan().Recalled().Waits()),
        ("loan, given back", Loan.GivenBack()),
        ("loan, given back, chased to the last", ChasedEightTimes(Loan.GivenBack())),
        ("loan, sent back", Loan.GivenBack().SentBack()),
        ("loan, sent back, chased to the last", Loan.GivenBack().SentBack().Waits().Waits().Waits()),
        ("loan, completed", Loan.GivenBack().SentBack().BackWithItsLender()),
        ("loan, cancelled", Loan.CancelAsked().CancelConfirmed()),
        ("loan, unfilled", Loan.Declined().Declined()),
        ("loan, lost by the patron", Loan.OnLoan().DeclaredLost()),
        ("loan, lost on the way", LastLoan.OnItsWay().DeclaredLost()),
        ("copy, sourcing", Copy),
        ("copy, sourcing, last library", LastCopy),
        ("copy, expected", Copy.Promised()),
        ("copy, cancelling", Copy.CancelAsked()),
        ("copy, ready", Copy.ReadyToDownload()),
        ("copy, ready, reminded", Copy.ReadyToDownload().Waits()),
        ("copy, ready, one download left", Copy.ReadyToDownload().Downloaded(times: 4)),
        ("copy, downloads used up", Copy.ReadyToDownload().Downloaded(times: 5)),
        ("copy, window closed", Copy.ReadyToDownload().Waits().Waits()),
        ("copy, cancelled", Copy.CancelAsked().CancelConfirmed()),
        ("copy, unfilled", Copy.Declined().Declined()),
    ];

    private static ARequest Loan => Asked(ServiceType.Loan, Things.Book, PassedOver, Supplier, NotAsked);

    private static ARequest LastLoan => Asked(ServiceType.Loan, Things.Book, PassedOver, Supplier);

    private static ARequest Copy => Asked(ServiceType.Copy, Things.Article, PassedOver, Supplier, NotAsked);

    private static ARequest LastCopy => Asked(ServiceType.Copy, Things.Article, PassedOver, Supplier);

    private static ARequest ChasedEightTimes(ARequest request) => Enumerable.Range(0, 8).Aggregate(request, (chased, _) => chased.Waits());

    private static ARequest Asked(ServiceType service, Item item, params string[] libraries) =>
        ARequest.Placed(service, item, libraries).And(new Unfilled(PassedOver, "m-0", "on-loan"));
}
