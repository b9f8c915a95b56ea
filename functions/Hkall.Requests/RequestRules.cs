using System.Diagnostics;
using Hkall.Requests.Cancelling;
using Hkall.Requests.Charging;
using Hkall.Requests.Copyright;
using Hkall.Requests.Delivering;
using Hkall.Requests.Downloading;
using Hkall.Requests.Escalating;
using Hkall.Requests.Fees;
using Hkall.Requests.OnLoan;
using Hkall.Requests.Renewing;
using Hkall.Requests.Returning;
using Hkall.Requests.Reviewing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests;

/// <summary>
/// The rules of a request: given where it stands, what arrived and what time it is, what follows. Every command has its
/// rule in the folder of its episode; every rule names every status.
/// </summary>
public static class RequestRules
{
    public static Decision Decide(Request request, RequestCommand command, DateTimeOffset now, RuleBook book)
    {
        var draft = new Draft(request, now, book);
        return command switch
        {
            DeadlineReached reached => Deadlines.Reached(draft, reached),
            SupplierNews news => SupplierNewsRules.Heard(draft, news),
            AskNextSupplier order => Asking.PassOver(draft, order),
            InquireOfSupplier order => Inquiring.Inquire(draft, order),
            SupplyScan order => Scans.SupplyByHand(draft, order),
            ReceiveItem order => Receiving.Receive(draft, order),
            RestNotComing => Parting.EndWaiting(draft),
            CheckInPart order => Parting.CheckIn(draft, order),
            LabelItem order => Labelling.Label(draft, order),
            CheckOutItem => Receiving.CheckOut(draft),
            CheckInItem => GivingBack.CheckIn(draft),
            SendItemBack => GivingBack.SendBack(draft),
            DeclareLost order => Losing.Lose(draft, order),
            DeclareDamaged order => Losing.Damage(draft, order),
            CancelRequest order => Withdrawing.Cancel(draft, order),
            ReportScan order => Resupplying.Report(draft, order),
            DownloadFile => Downloads.Grant(draft),
            ApproveRequest => ReviewingRules.Approve(draft),
            RejectRequest order => ReviewingRules.Reject(draft, order),
            EditRequest order => ReviewingRules.Edit(draft, order),
            DecideOffer order => Offering.Decide(draft, order),
            AddLibrary order => FurtherSearch.Add(draft, order),
            GiveUpSearch => FurtherSearch.GiveUp(draft),
            SignDeclaration order => DeclaringRules.Sign(draft, order),
            DecideCost order => ChargingRules.Decide(draft, order),
            DecideConditions order => Conditions.Decide(draft, order),
            ChooseOffice order => OfficeDelivery.Choose(draft, order),
            RenewLoan order => RenewingRules.Ask(draft, order),
            SettleFee order => SettlingRules.Settle(draft, order),
            WaiveFee order => SettlingRules.Waive(draft, order),
            AddNote(var by, var text) => draft.Then(new NoteAdded(by, text)).Decided(),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }
}
