using Hkall.Domain.Charging;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Tests.Properties;

public class NobodyIsLeftUntoldTests
{
    [Fact]
    public void A_library_we_pass_over_is_told_so_unless_it_said_so_itself() => ForEveryWalk.EachStep(step =>
    {
        foreach (var passedOver in step.Events.OfType<SupplierPassedOver>())
        {
            var said = step.Command is Unfilled or CancelConfirmed or LenderLost or RetryOffered or Recall or LenderReceived
                    or MessageUndelivered { BySystem: true }
                && ((SupplierNews)step.Command).Symbol == passedOver.Symbol;
            var told = step.Told.Where(tell => tell.Symbol == passedOver.Symbol).Select(tell => tell.Word).ToList();

            // A library that was to be asked by hand knows of nothing.
            var knows = step.Before.Request.Rota.Any(entry => entry.Symbol == passedOver.Symbol && entry.IsActive);

            // One that invites us to ask again has closed the request; nothing is due to it if its terms are not accepted.
            var closed = step.Before.Request.Conditions is { Retry: true } && step.Events.OfType<ConditionsDeclined>().Any();
            told.ShouldBe(said || !knows || closed ? [] : [WordFor(passedOver.Why)]);
        }
    });

    private static RequestingAction WordFor(StatedReason why) => why.Code switch
    {
        ReasonCode.LostInTransit or ReasonCode.LostHere => RequestingAction.Lost,
        ReasonCode.Recalled => RequestingAction.Returned,
        _ => RequestingAction.Cancel,
    };

    [Fact]
    public void A_library_that_is_asked_is_sent_the_request() => ForEveryWalk.EachStep(step =>
        step.Told
            .Where(tell => tell.Word == RequestingAction.Request || (tell.Word == RequestingAction.Retry && step.Events.OfType<SupplierAsked>().Any()))
            .Select(tell => tell.Symbol)
            .ShouldBe(step.Events.OfType<SupplierAsked>().Where(asked => asked.How is null).Select(asked => asked.Symbol)));

    [Fact]
    public void A_lender_hears_from_us_of_every_loss_that_it_did_not_tell_us_of() => ForEveryWalk.EachStep(step =>
    {
        if (step.Before.Status != RequestStatus.Lost && step.After.Status == RequestStatus.Lost && step.Command is not (LenderLost or UndoStep))
        {
            step.Told.ShouldContain(new MessageSupplier(step.Before.Supplier, RequestingAction.Lost));
        }
    });

    [Fact]
    public void A_lender_hears_of_every_damage_to_its_item() => ForEveryWalk.EachStep(step =>
        step.Told.Where(tell => tell.Word == RequestingAction.Damaged).Select(tell => (tell.Symbol, tell.Note))
            .ShouldBe(step.Events.OfType<ItemDamaged>().Select(damaged => (step.Before.Supplier, (string?)damaged.Note))));

    [Fact]
    public void A_lender_hears_of_every_part_of_its_item_that_is_no_longer_waited_for() => ForEveryWalk.EachStep(step =>
        step.Told.Where(tell => tell.Word == RequestingAction.PartsMissing).Select(tell => tell.Symbol)
            .ShouldBe(step.Events.OfType<PartsNotComing>().Select(_ => step.Before.Supplier)));

    [Fact]
    public void A_library_hears_of_every_charge_that_staff_dispute() => ForEveryWalk.EachStep(step =>
        step.Told.Where(tell => tell.Word == RequestingAction.DisputeCharge).Select(tell => tell.Symbol)
            .ShouldBe(step.Events.OfType<ChargeDisputed>().Select(disputed => disputed.Symbol)));

    [Fact]
    public void The_patron_is_told_of_every_end_but_that_of_an_item_no_longer_theirs() => ForEveryWalk.EachStep(step =>
    {
        if (step.Before.Status.IsOpen() && !step.After.Status.IsOpen() && EndOf(step.After.Status) is { } notice)
        {
            var theirs = step.Before is { Status: not RequestStatus.Returning, Request.Unwanted: false };
            var said = step.Command is RejectRequest ? Notice.Rejected : notice;

            // Who has it the other way instead hears of the request that takes its place.
            step.Effects.OfType<SendNotice>().Any(mail => mail.Notice == said).ShouldBe(theirs && step.After.Request.ReplacedBy is null);
        }
    });

    [Fact]
    public void A_step_sends_at_most_one_mail_or_two_when_a_parcel_crossed_the_cancellation() => ForEveryWalk.EachStep(step =>
        step.Effects.OfType<SendNotice>().Count(mail => !IsGivenBack(mail))
            .ShouldBeLessThanOrEqualTo(step.Before.Status == RequestStatus.Cancelling ? 2 : 1));

    /// <summary>Money that a patron need not pay after all, or gets back, is news of its own.</summary>
    private static bool IsGivenBack(SendNotice mail) => mail is { Notice: Notice.FeeWaived, Facts.Reason.Code: ReasonCode.NotSupplied };

    private static Notice? EndOf(RequestStatus status) => status switch
    {
        RequestStatus.Unfilled => Notice.Unfilled,
        RequestStatus.Cancelled => Notice.Cancelled,
        RequestStatus.Lost => Notice.Lost,
        RequestStatus.Completed => null,
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.OutForDelivery
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.ReadyForPickup or RequestStatus.OnLoan or RequestStatus.LibraryUse or RequestStatus.Overdue
            or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload => null,
    };
}
