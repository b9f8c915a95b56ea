using System.Diagnostics;
using Hkall.Requests.Cancelling;
using Hkall.Requests.Charging;
using Hkall.Requests.Downloading;
using Hkall.Requests.OnLoan;
using Hkall.Requests.Renewing;
using Hkall.Requests.Returning;

namespace Hkall.Requests.Supplying;

/// <summary>
/// What a library's message does. A message is heard once; one from a library that was not asked, or that has been passed
/// over, is set aside unless it announces a parcel: a parcel on its way is followed whoever sent it.
/// </summary>
internal static class SupplierNewsRules
{
    public static Decision Heard(Draft draft, SupplierNews news)
    {
        if (draft.Request.Heard.Contains(Evolution.MarkOf(news.Symbol, news.MessageId)))
        {
            return draft.Ignored("The message was heard before.");
        }

        if (draft.Request.Rota.FirstOrDefault(entry => entry.Symbol == news.Symbol) is not { WasAsked: true } sender)
        {
            return draft.SetAside(news, $"{news.Symbol} was never asked.");
        }

        return news switch
        {
            WillSupply => Promises.Promise(draft, news, sender),
            CopyReady => Promises.Promise(draft, news, sender),
            Shipped shipped => Shipping.Ship(draft, shipped, sender),
            ScanArrived arrived => Scans.Arrive(draft, arrived, sender),
            ScanUnreachable gone => Fetching.Failed(draft, gone),
            Conditional { Cost: null, LibraryUseOnly: true, Others: [] } => Promises.Promise(draft, news, sender),
            _ when !sender.IsActive => draft.SetAside(news, $"{news.Symbol} is no longer asked."),
            Unfilled unfilled => Promises.Decline(draft, news, unfilled.Reason ?? "unfilled"),
            Conditional { Cost: { } cost, Others: [] } quoted => ChargingRules.Quoted(draft, quoted, cost),
            Conditional conditional => Conditions.Named(draft, conditional, sender),
            RetryOffered retry => Retrying.Offered(draft, retry, sender),
            SupplyExpected expected => Remarks.Expect(draft, expected, sender),
            RequestAcknowledged or ReturnHeld or SupplierNoted => Remarks.Remark(draft, news),
            CancelConfirmed => Withdrawing.Confirmed(draft, news),
            CancelDeclined declined => Withdrawing.Declined(draft, declined),
            Recall recall => Recalling.Recall(draft, recall),
            LenderOverdue => DueDates.LenderCallsOverdue(draft, news),
            LenderReceived => GivingBack.LenderReceived(draft, news),
            LenderLost lost => Losing.LenderLost(draft, lost),
            RenewalGranted granted => RenewingRules.Granted(draft, granted),
            RenewalDeclined declined => RenewingRules.Declined(draft, declined),
            _ => throw new UnreachableException($"No rule for {news.GetType().Name}."),
        };
    }
}
