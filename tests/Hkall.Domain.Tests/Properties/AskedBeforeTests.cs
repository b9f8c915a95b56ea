using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Renewing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Tests.Properties;

/// <summary>What is never done before somebody said yes to it.</summary>
public class AskedBeforeTests
{
    [Fact]
    public void Nothing_is_ordered_for_a_charge_without_a_recorded_acceptance() => ForEveryWalk.EachStep(step =>
    {
        // A library that is asked again because its date has come, or the request was opened again, was never asked for a charge.
        var orders =
            (step.Told.Any(tell => tell.Word is RequestingAction.AcceptCost or RequestingAction.Retry)
                && step.Command is not (DeadlineReached or MessageUndelivered or RetryOffered { Cost: null })
                && step.Before.Request.Conditions is not { Retry: true, Cost: null } && !step.Events.OfType<SupplierAsked>().Any())
            || (step.Before.Status == RequestStatus.AwaitingCostDecision && step.After.Status is RequestStatus.Expected or RequestStatus.Cancelling);
        step.Events.OfType<CostAccepted>().Any().ShouldBe(orders);
    });

    [Fact]
    public void No_library_is_asked_for_a_copy_without_the_whole_declaration() => ForEveryWalk.EachStep(step =>
    {
        if (step.After.Request.Service == ServiceType.Copy && step.Events.OfType<SupplierAsked>().Any())
        {
            step.After.Request.Declaration.ShouldNotBeNull().IsWhole.ShouldBeTrue();
        }
    });

    [Fact]
    public void A_question_to_the_patron_stands_only_while_its_answer_is_awaited() => ForEveryWalk.EachStep(step =>
    {
        (step.After.Request.Quote is not null).ShouldBe(step.After.Status == RequestStatus.AwaitingCostDecision);
        if (step.After.Request.Offer is not null)
        {
            step.After.Awaited.For.ShouldBeOneOf(DeadlineKind.OfferReminder, DeadlineKind.OfferDecision);
        }

        (step.After.Request.Declaring is not null).ShouldBe(step.After.Status == RequestStatus.AwaitingDeclaration);
    });

    [Fact]
    public void No_library_of_a_tier_that_the_patron_did_not_allow_is_asked_before_they_are() => ForEveryWalk.EachStep(step =>
    {
        foreach (var asked in step.Events.OfType<SupplierAsked>())
        {
            step.After.Request.Accepts(step.After.Request.Rota.Single(entry => entry.Symbol == asked.Symbol).Tier).ShouldBeTrue();
        }
    });

    [Fact]
    public void A_charge_is_accepted_only_for_the_library_that_is_expected_to_supply() => ForEveryWalk.EachStep(step =>
        (step.After.Request.AcceptedCost is null || step.After.Request.Rota.Any(entry => entry.IsActive) || !step.After.Status.IsOpen()).ShouldBeTrue());

    [Fact]
    public void Nothing_goes_to_an_office_but_what_staff_may_take_away() => ForEveryWalk.EachStep(step =>
    {
        if (step.Events.OfType<SentToOffice>().Any())
        {
            OfficeDelivery.MayHave(step.After.Request.Group).ShouldBeTrue();
            step.After.Request.Loan.ShouldNotBeNull().LibraryUseOnly.ShouldBeFalse();
        }
    });

    [Fact]
    public void A_renewal_always_gives_the_patron_a_later_date_and_never_more_often_than_allowed() => ForEveryWalk.EachStep(step =>
    {
        foreach (var renewed in step.Events.OfType<LoanRenewed>())
        {
            renewed.DueOn.ShouldBeGreaterThan(step.Before.Request.Loan!.DueOn!.Value);
            step.After.Request.Loan!.Renewals.ShouldBeLessThanOrEqualTo(step.After.Rules.Policy.RenewalsAllowed);
        }
    });
}
