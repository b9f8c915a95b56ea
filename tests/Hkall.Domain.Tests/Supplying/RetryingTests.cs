using Hkall.Domain.Charging;
using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Supplying;

/// <summary>"Ask us again from a date on", said by the last library there is, on Monday 23 November 2026.</summary>
public class RetryingTests
{
    [Theory]
    [InlineData("2026-12-09", "2026-12-09")]
    [InlineData("2026-11-20", "2026-11-24")]
    [InlineData("2026-11-23", "2026-11-24")]
    [InlineData("2026-11-28", "2026-11-30")]
    public void A_retry_is_on_the_first_working_day_from_its_date_and_never_today(string after, string on) =>
        Given(ARequest.Asking("HKU"))
            .When(new RetryOffered("HKU", "m-9", ReasonCode.OnLoan, After: Date(after)))
            .Then(new RetryPlanned("HKU", Date(on), ReasonCode.OnLoan))
            .AndAwaits(DeadlineKind.Retry, Start(on));

    [Fact]
    public void Thirty_days_are_waited_and_no_more()
    {
        IsPlanned(new RetryOffered("HKU", "m-9", After: Date("2026-12-23"))).ShouldBeTrue();
        IsPlanned(new RetryOffered("HKU", "m-9", After: Date("2026-12-24"))).ShouldBeFalse();
    }

    [Fact]
    public void A_library_is_retried_up_to_the_last_day_it_named()
    {
        IsPlanned(new RetryOffered("HKU", "m-9", After: Date("2026-12-09"), Before: Date("2026-12-09"))).ShouldBeTrue();
        IsPlanned(new RetryOffered("HKU", "m-9", After: Date("2026-12-09"), Before: Date("2026-12-08"))).ShouldBeFalse();
    }

    [Fact]
    public void No_retry_is_made_on_the_day_the_item_is_needed()
    {
        IsPlanned(new RetryOffered("HKU", "m-9", After: Date("2026-12-09")), neededBy: "2026-12-10").ShouldBeTrue();
        IsPlanned(new RetryOffered("HKU", "m-9", After: Date("2026-12-09")), neededBy: "2026-12-09").ShouldBeFalse();
    }

    [Fact]
    public void A_library_that_gives_no_reason_is_on_record_with_what_it_said() =>
        Given(ARequest.Asking("HKU"))
            .When(new RetryOffered("HKU", "m-9", After: Date("2026-12-09")))
            .Then(new RetryPlanned("HKU", Date("2026-12-09"), ReasonCode.RetryPossible));

    [Fact]
    public void Conditions_of_asking_again_are_decided_by_staff_and_accepting_them_asks_again()
    {
        var named = Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(new RetryOffered("HKU", "m-9", ReasonCode.LoanCondition) { Others = [ReasonCode.NoReproduction] })
            .AndSendsNothing().AndAwaits(DeadlineKind.Conditions, End("2026-11-25")).Request;
        named.Request.Conditions!.Conditions.ShouldBe([ReasonCode.NoReproduction]);
        named.Request.Conditions.Retry.ShouldBeTrue();

        Given(named).When(new DecideConditions(Accept: true))
            .Then(new ConditionsAccepted("HKU"), new RetryAsked("HKU"))
            .AndSends(new MessageSupplier("HKU", RequestingAction.Retry, "We accept: no-reproduction."));
        Given(named).When(new DecideConditions(Accept: false)).AndSends(new MessageSupplier("CUHK", RequestingAction.Request));
        Given(named).When(new RetryOffered("HKU", "m-10", ReasonCode.LoanCondition) { Others = [ReasonCode.NoReproduction] })
            .IsIgnored("Staff are looking at these conditions.");
    }

    [Fact]
    public void Asking_again_for_use_here_needs_no_decision() =>
        Given(ARequest.Asking("HKU", then: "CUHK"))
            .When(new RetryOffered("HKU", "m-9", ReasonCode.LoanCondition) { LibraryUseOnly = true })
            .Then(new RetryAsked("HKU"))
            .AndSends(new MessageSupplier("HKU", RequestingAction.Retry));

    [Fact]
    public void A_citation_that_a_library_cannot_find_is_checked_by_staff_while_the_next_library_is_asked()
    {
        foreach (SupplierNews news in new SupplierNews[]
            { new RetryOffered("HKU", "m-9", ReasonCode.NotFoundAsCited), new Unfilled("HKU", "m-9", ReasonCode.NotFoundAsCited) })
        {
            var asked = Given(ARequest.Asking("HKU", then: "CUHK")).When(news).AndSends(new MessageSupplier("CUHK", RequestingAction.Request)).Request;
            asked.Request.Alert.ShouldBe(ReasonCode.NotFoundAsCited);
            asked.And(new EditRequest(Things.Book with { Edition = "2nd" }, [])).Request.Alert.ShouldBeNull();
        }
    }

    private static bool IsPlanned(RetryOffered offered, string? neededBy = null)
    {
        var request = ARequest.Placed(ServiceType.Loan, Things.Book, ["HKU"], but: order => order with { NeededBy = neededBy is null ? null : Date(neededBy) });
        return request.Decide(offered).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>().Events.OfType<RetryPlanned>().Any();
    }
}
