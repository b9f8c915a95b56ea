using Hkall.Requests;
using Hkall.Service.Notices;

namespace Hkall.Service.Tests.Notices;

/// <summary>Mails about what a late or lost item costs say every amount, in both languages.</summary>
public sealed class NoticeFeesTests
{
    private static readonly NoticeRenderer Renderer = new();

    [Fact]
    public void An_overdue_notice_says_the_fine_so_far_and_what_a_day_costs()
    {
        var facts = NoticeSamples.Full with { Fees = NoticeSamples.LateFees };
        English(Notice.Overdue, facts).ShouldContain("Overdue fine so far: HKD 22.00");
        English(Notice.Overdue, facts).ShouldContain("Fine per day: HKD 2.00");
        English(Notice.Overdue, facts).ShouldNotContain("cannot place requests");
        Chinese(Notice.Overdue, facts).ShouldContain("至今的逾期罰款：港幣22.00元");

        var blocking = facts with { Fees = facts.Fees with { Blocks = true } };
        English(Notice.Overdue, blocking).ShouldContain("While it is out, you cannot place requests or renew loans.");
        Chinese(Notice.Overdue, blocking).ShouldContain("在歸還之前，您不能提出申請，亦不能續借。");
    }

    [Fact]
    public void Who_returns_late_hears_what_it_costs_and_who_returns_in_time_that_nothing_is_left_to_do()
    {
        var late = NoticeSamples.Full with { Fees = NoticeSamples.LateFees };
        English(Notice.Returned, late).ShouldContain("the overdue fine for 11 days is HKD 22.00. You can pay it at the Service Counter.");
        English(Notice.Returned, late).ShouldNotContain("nothing more you need to do");
        Chinese(Notice.Returned, late).ShouldContain("11日的逾期罰款為港幣22.00元");
        English(Notice.Returned, NoticeSamples.Full).ShouldContain("nothing more you need to do");
    }

    [Theory]
    [InlineData("not-returned")]
    [InlineData("declared-by-staff")]
    public void A_loss_is_told_with_every_amount_and_their_sum(string reason)
    {
        var facts = new NoticeFacts { Reason = reason, Fees = NoticeSamples.LostFees };
        var english = English(Notice.Lost, facts);
        english.ShouldContain("Replacement of the item: HKD 500.00");
        english.ShouldContain("Processing: HKD 100.00");
        english.ShouldContain("Overdue fine: HKD 60.00");
        english.ShouldContain("You owe in all: HKD 660.00");
        Chinese(Notice.Lost, facts).ShouldContain("合共欠款：港幣660.00元");
    }

    [Fact]
    public void Who_finds_a_lost_item_hears_what_is_taken_off_paid_back_and_still_owed()
    {
        var facts = NoticeSamples.Full with { Reason = "found", Fees = NoticeSamples.FoundFees };
        var english = English(Notice.Returned, facts);
        english.ShouldContain("HKD 300.00 is no longer owed");
        english.ShouldContain("You paid HKD 200.00 for it, which is paid back to you at the Service Counter.");
        english.ShouldContain("You owe for this item: HKD 160.00");
        Chinese(Notice.Returned, facts).ShouldContain("您已繳付的港幣200.00元將於服務櫃檯退還");
    }

    private static string English(Notice notice, NoticeFacts facts) => Unwrapped(notice, facts, NoticeSamples.English, " ");

    private static string Chinese(Notice notice, NoticeFacts facts) => Unwrapped(notice, facts, NoticeSamples.Chinese, "");

    private static string Unwrapped(Notice notice, NoticeFacts facts, Person person, string space) =>
        Renderer.Render(NoticeSamples.Loan(notice, facts, person)).Text.Replace("\n    ", space).Replace("\n", space);
}
