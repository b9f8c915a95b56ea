using Hkall.Domain;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Fees;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;

namespace Hkall.Simulation.Invariants;

/// <summary>The trade's own promises, counted event by event and not by what the request says of itself.</summary>
internal sealed class Promises(Ledger ledger, string id)
{
    /// <summary>"Max 5 times within 2 weeks" (page).</summary>
    private const int MostDownloads = 5;

    private int _downloads;
    private DateOnly _until;
    private bool _isOut;

    /// <summary>Charges of the supplying library that were recorded and not given back.</summary>
    private int _supplyCharges;

    public void Happened(PatronRequest? before, RequestEvent happened, PatronRequest after, DateTimeOffset at, RuleBook book)
    {
        switch (happened)
        {
            case ScanSupplied supplied:
                (_downloads, _until) = (0, supplied.Until);
                break;
            case FileDownloaded:
                if (++_downloads > MostDownloads)
                {
                    Fail($"was downloaded {_downloads} times");
                }

                if (at >= book.Calendar.EndOf(_until))
                {
                    Fail($"was downloaded at {at:O}, after its window");
                }

                break;
            case ItemCheckedOut:
                _isOut = true;
                if (before?.Loan?.LibraryUseOnly == true)
                {
                    Fail("was checked out, though its lender does not let it out");
                }

                break;
            case StepUndone:
                _isOut = after.Status.IsWithPatron();
                break;
            case ItemCheckedIn or ItemLost or LoanCompleted:
                _isOut = false;
                break;
            case FeeTakenOff { Fee: var fee } when IsOfSupply(after, fee):
            case FeePaidBack { Fee: var paid } when IsOfSupply(after, paid):
                // Given back, because it was not supplied after all, or was recorded by mistake.
                _supplyCharges = 0;
                break;
            case FeeCharged { Kind: LedgerKind.SupplyCharge }:
                if (++_supplyCharges > 1)
                {
                    Fail("was charged twice for its supply");
                }

                if (after.Acceptance is not { IsPatrons: true } || after is { ArrivedAt: null, Unwanted: false })
                {
                    Fail("was charged for a supply that its patron did not accept, or that did not come");
                }

                break;
            case FeeTakenOff or FeePaidBack when after.Fees[^1] is { Reason.Code: ReasonCode.NotSupplied }:
                _supplyCharges = 0;
                break;
            default:
                break;
        }

        if (after.Rota.Count(entry => entry.IsActive) > 1)
        {
            Fail("has two suppliers at once");
        }
    }

    public void End(PatronRequest last)
    {
        if (_isOut)
        {
            Fail($"ended as {last.Status} while the item is out");
        }

        if (last is { Status: RequestStatus.Completed, Loan: not { Recalled: true, DueOn: null }, Acceptance: { IsPatrons: true, Cost.Amount: > 0 } }
            && last.ArrivedAt is not null && last.Charge is not { Cost.Amount: 0 } && _supplyCharges == 0 && !SupplyCharges.AwaitsSum(last))
        {
            Fail("was supplied at an accepted charge that nobody was charged");
        }
    }

    private static bool IsOfSupply(PatronRequest request, int fee) => request.FindFee(fee)?.Kind == LedgerKind.SupplyCharge;

    private void Fail(string what) => ledger.Fail(Invariant.I9, $"{id} {what}.");
}
