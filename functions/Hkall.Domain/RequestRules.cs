using System.Diagnostics;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Messaging;
using Hkall.Domain.Moving;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>
/// The rules of a request: they decide from the request, the command and the time. Each command has its rule in the folder of its
/// episode, and every rule names every status.
/// </summary>
public static class RequestRules
{
    public static Decision<PatronRequest, RequestEvent> Decide(PatronRequest request, RequestCommand command, DateTimeOffset now, RuleBook book)
    {
        var decided = Apply(new DecisionBuilder(request, now, book), command);
        return decided is Decided<PatronRequest, RequestEvent> done && command.Meant is { } meant
            ? NamedObjects.Check(request, command, meant, done) ?? decided
            : decided;
    }

    private static Decision<PatronRequest, RequestEvent> Apply(DecisionBuilder decision, RequestCommand command) => command switch
    {
        DeadlineReached reached => Deadlines.Reached(decision, reached),
        SupplierNews news => SupplierNewsRules.Heard(decision, news),
        AskNextSupplier order => Asking.PassOver(decision, order),
        RecordAsked order => ByHand.Asked(decision, order),
        RecordTold order => ByHand.Told(decision, order),
        RecordFoundElsewhere order => ElsewhereRules.Record(decision, order),
        InquireOfSupplier order => Inquiring.Inquire(decision, order),
        SupplyScan order => Scans.SupplyByHand(decision, order),
        ReceiveItem order => Receiving.Receive(decision, order),
        RestNotComing => Parting.EndWaiting(decision),
        CheckInPart order => GivingBack.CheckInPart(decision, order),
        LabelItem order => Labelling.Label(decision, order),
        CheckOutItem order => Receiving.CheckOut(decision, order),
        CheckInItem => GivingBack.CheckIn(decision),
        SendItemBack => GivingBack.SendBack(decision),
        DeclareLost order => Losing.Lose(decision, order),
        DeclareDamaged order => Losing.Damage(decision, order),
        CancelRequest order => Withdrawing.Cancel(decision, order),
        DeclareUnwanted order => NoLongerWanted.Declare(decision, order),
        ReportScan order => Resupplying.Report(decision, order),
        DownloadFile => Downloads.Grant(decision),
        ApproveRequest => ReviewingRules.Approve(decision),
        RejectRequest order => ReviewingRules.Reject(decision, order),
        EditRequest order when decision.Request.Status == RequestStatus.InReview => ReviewingRules.Edit(decision, order),
        EditRequest order => ItemCorrections.Correct(decision, order),
        UndoStep order => Undoing.Undo(decision, order),
        ReopenRequest order => Reopening.Reopen(decision, order),
        SetDates order => SettingDates.Set(decision, order),
        MoveDates order => MovingRules.Move(decision, order),
        TellMovedDates order => MovingRules.Tell(decision, order),
        DecideOffer order => OfferAnswers.Decide(decision, order),
        AddLibrary order => FurtherSearch.Add(decision, order),
        GiveUpSearch => FurtherSearch.GiveUp(decision),
        SignDeclaration order => DeclaringRules.Sign(decision, order),
        DecideCost order => ChargingRules.Decide(decision, order),
        DecideConditions order => Conditions.Decide(decision, order),
        DecideLateCharge order => LateCharges.Decide(decision, order),
        ChooseOffice order => OfficeDelivery.Choose(decision, order),
        RenewLoan order => RenewingRules.Ask(decision, order),
        ChargeFee order => ManualFees.Charge(decision, order),
        ChargeSupply order => SupplyCharges.Enter(decision, order),
        SettleFee order => SettlingRules.Settle(decision, order),
        WaiveFee order => SettlingRules.Waive(decision, order),
        RecordFreeCopy order => FreeCopies.Record(decision, order),
        WriteToPatron order => WritingToPatrons.Write(decision, order),
        WriteToLibrary order => LibraryMessages.Write(decision, order),
        WriteToStaff order => PatronsMessages.Write(decision, order),
        MarkAsRead => LibraryMessages.MarkAsRead(decision),
        AssignRequest order => Handling.Assign(decision, order),
        TagRequest order => Handling.Tag(decision, order),
        PinNote order => Handling.Pin(decision, order),
        AddNote(var by, var text) => decision.Record(new NoteAdded(by, text)).Decided(),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };
}
