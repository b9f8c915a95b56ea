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

namespace Hkall.Domain.Tests.Properties;

/// <summary>Doing it twice changes nothing.</summary>
public class DoingItTwiceTests
{
    /// <summary>Each of these is a fact of its own every time: a second download is a second download, a second instalment a second instalment.</summary>
    private static readonly Type[] CountEveryTime = [typeof(AddNote), typeof(WriteToPatron), typeof(WriteToLibrary), typeof(WriteToStaff),
        typeof(DownloadFile), typeof(DeclareDamaged),
        typeof(AskNextSupplier), typeof(InquireOfSupplier), typeof(SettleFee), typeof(WaiveFee), typeof(UndoStep)];

    [Fact]
    public void A_repeated_message_leaves_nothing() => ForEveryWalk.EachStep(step =>
    {
        if (step.Command is SupplierNews)
        {
            LeavesNothing(step.After.Decide(step.Command));
        }
    });

    [Fact]
    public void A_repeated_deadline_leaves_nothing() => ForEveryWalk.EachStep(step =>
    {
        if (step.Command is DeadlineReached)
        {
            LeavesNothing(step.After.Decide(step.Command));
        }
    });

    [Fact]
    public void A_repeated_order_is_refused_or_ignored() => ForEveryWalk.EachStep(step =>
    {
        if (step.Command is not (SupplierNews or DeadlineReached) && !CountEveryTime.Contains(step.Command.GetType()))
        {
            var again = step.After.Decide(step.Command);
            again.ShouldNotBeOfType<Decided<PatronRequest, RequestEvent>>();
            (again as Ignored<PatronRequest, RequestEvent>)?.Events.ShouldBeEmpty();
        }
    });

    [Fact]
    public void Every_command_is_one_or_the_other()
    {
        Type[] once =
        [
            typeof(CancelRequest), typeof(DeclareUnwanted),
            typeof(ReceiveItem), typeof(RestNotComing), typeof(CheckInPart), typeof(LabelItem), typeof(CheckOutItem),
            typeof(CheckInItem), typeof(SendItemBack), typeof(DeclareLost), typeof(SupplyScan),
            typeof(ApproveRequest), typeof(RejectRequest), typeof(EditRequest), typeof(SignDeclaration), typeof(DecideCost), typeof(DecideConditions),
            typeof(DecideLateCharge), typeof(ChargeFee), typeof(ChargeSupply),
            typeof(ChooseOffice), typeof(RenewLoan), typeof(RecordAsked), typeof(RecordTold), typeof(RecordFoundElsewhere),
            typeof(ReopenRequest), typeof(SetDates), typeof(ReportScan), typeof(DecideOffer), typeof(AddLibrary), typeof(GiveUpSearch),
            typeof(AssignRequest), typeof(TagRequest), typeof(PinNote), typeof(MarkAsRead),
            typeof(RecordFreeCopy),
            typeof(MoveDates), typeof(TellMovedDates),
        ];

        typeof(RequestCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RequestCommand)) && !type.IsSubclassOf(typeof(SupplierNews)) && type != typeof(SupplierNews))
            .ShouldBe([.. CountEveryTime, .. once, typeof(DeadlineReached)], ignoreOrder: true);
    }

    private static void LeavesNothing(Decision<PatronRequest, RequestEvent> again)
    {
        var ignored = again.ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>();
        ignored.Events.ShouldBeEmpty();
        ignored.Effects.ShouldBeEmpty();
    }
}
