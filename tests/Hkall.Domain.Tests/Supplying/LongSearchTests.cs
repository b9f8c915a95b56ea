using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

public class LongSearchTests
{
    private static readonly string[] Three = ["HKU", "CUHK", "HKUST"];

    [Fact]
    public void A_patron_whose_estimate_has_passed_is_told_once_that_the_search_goes_on()
    {
        // Asked on 23 November with an estimate up to the 30th; each library has two working days.
        var told = Given(Placed(null).Waits()).WhenNobodyDoesAnything()
            .Then(new SupplierPassedOver("CUHK", ReasonCode.Silent), Asked("HKUST"), new DelayTold(ReasonCode.StillSearching))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.StillSearching, SaidNo: 0, DidNotAnswer: 2, Library: "HKUST Library" })
            .Request;

        told.Now.ShouldBe(End("2026-11-30"));
        Given(told).WhenNobodyDoesAnything().AndSends(Say(RequestingAction.Cancel, to: "HKUST"), Mail(Notice.InReview));
    }

    [Fact]
    public void The_patron_is_told_when_the_estimate_ends_and_not_only_when_the_library_has_to_answer()
    {
        var slow = ARequest.Placed(
            ServiceType.Loan, Book, ["HKU"],
            but: order => order with { Rota = [Library("HKU") with { ReplyDays = 5, Delivery = new ExpectedDelivery(1, 2, 12) }] });

        slow.Awaited.At.ShouldBe(End("2026-11-25"));
        Given(slow).WhenNobodyDoesAnything()
            .Then(new DelayTold(ReasonCode.StillSearching))
            .AndSends(Mail(Notice.Delayed))
            .AndAwaits(DeadlineKind.SupplierReply, End("2026-11-30"))
            .AndIs(RequestStatus.Sourcing);
    }

    [Fact]
    public void A_patron_who_needed_it_by_a_date_is_asked_once_when_that_has_passed_and_staff_see_it()
    {
        var needed = Placed("2026-11-24");

        var told = Given(needed).WhenNobodyDoesAnything()
            .Then(new DelayTold(ReasonCode.NeededByPassed), new StaffAlerted(ReasonCode.NeededByPassed))
            .AndSends(Mail(Notice.Delayed))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.NeededByPassed } && facts.Date == Date("2026-11-24"))
            .AndAwaits(DeadlineKind.SupplierReply, End("2026-11-25"))
            .Request;
        (needed.Awaited.At, told.Request.Alert).ShouldBe((End("2026-11-24"), (StatedReason?)ReasonCode.NeededByPassed));
        Given(told).WhenNobodyDoesAnything().Then(new SupplierPassedOver("HKU", ReasonCode.Silent), Asked("CUHK"));
    }

    [Fact]
    public void A_library_that_answers_in_time_gives_nothing_to_tell() =>
        Placed("2026-12-20").Waits().Promised().Shipped().Received().Request.DelayTold.ShouldBeFalse();

    [Fact]
    public void The_last_mail_counts_who_said_no_and_who_did_not_answer()
    {
        var search = Placed(null).Waits().And(new Unfilled("CUHK", "m-7", ReasonCode.OnLoan)).Waits();

        Given(search.WaitsUntil(RequestStatus.InReview)).When(new GiveUpSearch())
            .AndTheMailSays(facts => facts is { SaidNo: 1, DidNotAnswer: 2, Reason.Code: ReasonCode.NoLibraryLeft });
    }

    private static ARequest Placed(string? neededBy) => ARequest.Placed(
        ServiceType.Loan, Book, Three, but: order => order with { NeededBy = neededBy is null ? null : Date(neededBy) });
}
