using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>
/// The figures of lending. The page gives none ("Please refer to the Service Guidelines"): the library chooses them all, and each
/// default has its reason.
/// </summary>
public sealed record LendingPolicy
{
    /// <summary>Whether the service answers clear cases at once; otherwise every request goes to staff.</summary>
    public bool AnswersItself { get; init; } = true;

    /// <summary>
    /// Which services each kind of borrower may use. Page: books and scans, for libraries, government and registered organisations
    /// "with or without reciprocal agreements".
    /// </summary>
    public IReadOnlyDictionary<BorrowerKind, ByService<bool>> Offered { get; init; } = Enum.GetValues<BorrowerKind>()
        .ToDictionary(kind => kind, _ => new ByService<bool>(true, true));

    /// <summary>What borrowers without a reciprocal agreement pay; 0 is no charge. Our figures, below what other Hong Kong libraries publish.</summary>
    public IReadOnlyDictionary<BorrowerKind, ByService<Money>> Fees { get; init; } = new Dictionary<BorrowerKind, ByService<Money>>
    {
        [BorrowerKind.Reciprocal] = new(Money.Hkd(0), Money.Hkd(0)),
        [BorrowerKind.Library] = new(Money.Hkd(150), Money.Hkd(80)),
        [BorrowerKind.Government] = new(Money.Hkd(150), Money.Hkd(80)),
        [BorrowerKind.Registered] = new(Money.Hkd(200), Money.Hkd(100)),
    };

    /// <summary>The charge for a lost item if staff give no figure: a scholarly book with its processing.</summary>
    public Money LostFee { get; init; } = Money.Hkd(1000);

    /// <summary>The most items that one borrower may have at once, so that one library does not empty our shelves.</summary>
    public int MostWithBorrower { get; init; } = 100;

    /// <summary>Days on which we lend nothing: stocktaking, a move.</summary>
    public IReadOnlyList<LendingPause> Pauses { get; init; } = [];

    /// <summary>Time staff have to answer before they are reminded. Borrowing libraries move on after 2 to 4 working days.</summary>
    public ResponseWindow Answer { get; init; } = new(2, 5);

    /// <summary>How often staff are reminded to answer before the request is declined, so that the borrower can ask elsewhere.</summary>
    public int AnswerChases { get; init; } = 3;

    /// <summary>Time a borrower has to accept our conditions.</summary>
    public ResponseWindow ConditionsAnswer { get; init; } = new(5, 14);

    public ResponseWindow Pulling { get; init; } = new(1, 4);

    public ResponseWindow Shipping { get; init; } = new(1, 4);

    public ResponseWindow Scanning { get; init; } = new(2, 5);

    /// <summary>How often staff are reminded of a promised item before the request is declined as not found.</summary>
    public int SupplyChases { get; init; } = 4;

    /// <summary>Time staff have to stop a parcel; after it, the cancellation stands.</summary>
    public ResponseWindow CancelAnswer { get; init; } = new(1, 4);

    /// <summary>Loan period in days, including the way there: what HKALL libraries give each other.</summary>
    public int LoanDays { get; init; } = 60;

    /// <summary>Renewals granted automatically, without asking staff.</summary>
    public int RenewalsByItself { get; init; } = 1;

    /// <summary>The most renewals of one loan.</summary>
    public int RenewalsAllowed { get; init; } = 2;

    public int RenewalDays { get; init; } = 30;

    /// <summary>Time staff have to answer a renewal request; after it, the request is declined.</summary>
    public ResponseWindow RenewalAnswer { get; init; } = new(2, 5);

    /// <summary>Days within which a recalled item must come back.</summary>
    public int RecallDays { get; init; } = 14;

    /// <summary>Days after the due date on which we send the borrower an overdue message.</summary>
    public IReadOnlyList<int> OverdueDays { get; init; } = [1, 8, 15, 30];

    /// <summary>Days after the due date at which the item counts as lost.</summary>
    public int LostAfterDays { get; init; } = 60;

    /// <summary>Time from "sent back" to the item's arrival here.</summary>
    public ResponseWindow ComingBack { get; init; } = new(15, 30);

    /// <summary>How often staff are reminded of a parcel on its way back before it counts as lost.</summary>
    public int ComingBackChases { get; init; } = 3;

    /// <summary>Days for which the borrower can fetch a scan.</summary>
    public int ScanDays { get; init; } = 14;

    /// <summary>How often the borrower can fetch a scan: once, and again after something went wrong.</summary>
    public int ScanTimes { get; init; } = 3;

    public Money? FeeFor(BorrowerKind kind, ServiceType service)
    {
        var fee = service switch
        {
            ServiceType.Loan => Fees[kind].Loan,
            ServiceType.Copy => Fees[kind].Copy,
        };
        return fee.Amount > 0 ? fee : null;
    }

    public bool Offers(BorrowerKind kind, ServiceType service) => service switch
    {
        ServiceType.Loan => Offered[kind].Loan,
        ServiceType.Copy => Offered[kind].Copy,
    };
}

/// <summary>Days, both inclusive, on which we lend nothing.</summary>
public sealed record LendingPause(DateOnly From, DateOnly Until, string Why);
