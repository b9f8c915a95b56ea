using Hkall.Domain.Correcting;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Properties;

/// <summary>A request nobody will look at again is a lost book.</summary>
public class WaitingTests
{
    /// <summary>
    /// The longest of all that we wait for is the due date of a loan of sixty days that was renewed twice at once, with the closed days at its end.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(125);

    [Fact]
    public void No_deadline_is_acted_on_early() => ForEveryWalk.EachStep(step =>
    {
        if (step.Command is not DeadlineReached || step.Before.Request.Deadline is not { } deadline)
        {
            return;
        }

        var early = step.Before.Decide(new DeadlineReached(deadline.Id), deadline.At.AddTicks(-1)).ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>();
        early.Events.ShouldBeEmpty();
        early.Effects.ShouldBeEmpty();
    });

    [Fact]
    public void Every_deadline_has_a_new_number() => ForEveryWalk.Whole(steps =>
        steps.Where(step => step.After.Request.Deadline is not null)
            .Select(step => step.After.Awaited)
            .DistinctBy(deadline => (deadline.For, deadline.At, deadline.Id))
            .Select(deadline => deadline.Id)
            .ShouldBeUnique());

    [Fact]
    public void Every_wait_has_an_absolute_cap() => ForEveryWalk.EachStep(step =>
    {
        foreach (var set in step.Events.OfType<DeadlineSet>())
        {
            (set.Until - step.At).ShouldBeLessThanOrEqualTo(LongestWait);
        }
    });

    [Fact]
    public void Every_wait_ends_in_the_future_but_for_a_date_that_the_patron_has_already_missed() => ForEveryWalk.EachStep(step =>
    {
        foreach (var set in step.Events.OfType<DeadlineSet>().Where(set => set.Until <= step.At))
        {
            step.Events.ShouldContain(happened => happened is ItemRecalled || happened is LenderCalledOverdue || happened is StepUndone);
        }
    });

    [Fact]
    public void An_abandoned_request_closes_by_itself_in_every_status() => ForEveryWalk.Whole(steps =>
        ShouldCloseByItself(steps[^1].After));

    [Fact]
    public void A_request_with_the_longest_rota_closes_by_itself_within_a_year()
    {
        string[] twelve = [.. Enumerable.Range(1, RotaLists.LongestRota).Select(number => $"LIB{number}")];
        foreach (var tier in Enum.GetValues<Tier>())
        {
            ShouldCloseByItself(ARequest.Placed(ServiceType.Loan, Things.Book, twelve, tier, PatronGroup.Research));
            ShouldCloseByItself(ARequest.Placed(ServiceType.Loan, Things.Book, twelve, tier, PatronGroup.Research).OnItsWay());
            ShouldCloseByItself(ARequest.Placed(ServiceType.Copy, Things.Article, twelve, tier, PatronGroup.Research));
        }
    }

    [Fact]
    public void Every_open_request_is_somebodys() => ForEveryWalk.EachStep(step =>
    {
        if (step.After.Request.Deadline is { For: var kind })
        {
            Enum.IsDefined(kind.ResponsibleParty()).ShouldBeTrue();
        }
    });

    private static void ShouldCloseByItself(ARequest request)
    {
        var from = request.Now;
        for (var waits = 0; request.Request.Deadline is { } deadline; waits++)
        {
            waits.ShouldBeLessThan(40, "nobody is reminded for ever");
            request = request.And(new DeadlineReached(deadline.Id), at: deadline.At > request.Now ? deadline.At : request.Now);
        }

        (request.Now - from).ShouldBeLessThan(TimeSpan.FromDays(365));
    }
}
