using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Notices;

/// <summary>Mails about what a late or lost item costs say every amount, in both languages.</summary>
public sealed class NoticeFeesTests
{
    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

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
    public void Every_overdue_notice_says_when_the_item_counts_as_lost_and_what_that_costs()
    {
        var facts = NoticeSamples.Full with
        {
            LostOn = new DateOnly(2027, 1, 15),
            Fees = NoticeSamples.OverdueFees with { Fine = null, FineDays = null, NoFineUntil = new DateOnly(2026, 12, 4) },
        };
        var english = English(Notice.Overdue, facts);
        english.ShouldContain("Recorded as lost on: Friday 15 January 2027");
        english.ShouldContain("Fine per day: HKD 2.00");
        english.ShouldContain("If it is back by the end of Friday 4 December 2026, there is no fine.");
        english.ShouldContain(
            "You will then be charged HKD 500.00 for its replacement, or the price that the library that lent it asks, and HKD 100.00 for processing, besides the fine.");
        var chinese = Chinese(Notice.Overdue, facts);
        chinese.ShouldContain("資料將於2027年1月15日（星期五）列為遺失");
        chinese.ShouldContain("資料賠償港幣500.00元");
        chinese.ShouldContain("於2026年12月4日（星期五）或之前歸還，毋須繳付罰款");
    }

    [Fact]
    public void The_last_notice_and_that_of_a_recalled_item_say_so_at_once()
    {
        var last = NoticeSamples.Full with { LostOn = new DateOnly(2027, 1, 15), LastNotice = true, Fees = NoticeSamples.OverdueFees };
        Renderer.Render(NoticeSamples.Loan(Notice.Overdue, last, NoticeSamples.English)).Subject
            .ShouldStartWith("Last notice: your item will be recorded as lost on Friday 15 January 2027");
        English(Notice.Overdue, last).ShouldContain("The fine grows until it is back, up to HKD 100.00");

        var recalled = NoticeSamples.Full with { Reason = ReasonCode.RecalledOverdue, Fees = NoticeSamples.OverdueFees };
        English(Notice.Overdue, recalled).ShouldContain("has recalled it");
        Chinese(Notice.Overdue, recalled).ShouldContain("已催還此項資料");
    }

    [Fact]
    public void A_recall_says_what_a_day_costs_after_the_new_date() =>
        English(Notice.Recalled, NoticeSamples.Full with { Fees = new NoticeFees { PerDay = Money.Hkd(4) } })
            .ShouldContain("If it is returned after that day, the fine is HKD 4.00 for each day from the due date");

    [Fact]
    public void The_mail_about_a_loss_says_until_when_finding_the_item_still_helps()
    {
        var facts = new NoticeFacts { Reason = ReasonCode.NotReturned, Fees = NoticeSamples.LostFees };
        English(Notice.Lost, facts).ShouldContain("if it is found by Sunday 30 May 2027, its replacement is no longer owed");
        Chinese(Notice.Lost, facts).ShouldContain("如於2027年5月30日（星期日）或之前尋回");
    }

    [Fact]
    public void A_late_return_mail_names_the_fine_and_a_timely_one_says_that_nothing_is_left()
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
        var facts = new NoticeFacts { Reason = NoticeSamples.ReasonOf(reason), Fees = NoticeSamples.LostFees };
        var english = English(Notice.Lost, facts);
        english.ShouldContain("Replacement of the item: HKD 500.00");
        english.ShouldContain("Processing: HKD 100.00");
        english.ShouldContain("Overdue fine: HKD 60.00");
        english.ShouldContain("You owe in all: HKD 660.00");
        Chinese(Notice.Lost, facts).ShouldContain("合共欠款：港幣660.00元");
    }

    [Fact]
    public void The_mail_about_a_found_item_says_what_is_credited_paid_back_and_still_owed()
    {
        var facts = NoticeSamples.Full with { Reason = ReasonCode.Found, Fees = NoticeSamples.FoundFees };
        var english = English(Notice.Returned, facts);
        english.ShouldContain("HKD 300.00 is no longer owed");
        english.ShouldContain("You paid HKD 200.00 for it, which is paid back to you at the Service Counter.");
        english.ShouldContain("You owe for this item: HKD 160.00");
        Chinese(Notice.Returned, facts).ShouldContain("您已繳付的港幣200.00元將於服務櫃檯退還");
    }

    [Fact]
    public void The_mail_about_a_payment_says_what_was_recorded_and_what_is_left()
    {
        var facts = new NoticeFacts { Reason = StatedReason.InWords(NoticeSamples.Receipt), Date = NoticeSamples.Tuesday, Fees = NoticeSamples.PaidFees };
        var english = English(Notice.FeeSettled, facts);
        english.ShouldContain("your payment of HKD 200.00 for the replacement of the item below");
        english.ShouldContain("Of this fee, HKD 300.00 is still owed");
        english.ShouldContain("You still owe for this item: HKD 400.00");
        english.ShouldContain("Note by our staff: Receipt 4711");
        Chinese(Notice.FeeSettled, facts).ShouldContain("資料賠償繳付的港幣200.00元");

        var whole = facts with { Fees = facts.Fees with { Left = Money.Hkd(0), Owed = Money.Hkd(0) } };
        English(Notice.FeeSettled, whole).ShouldContain("You owe nothing more for this item.");
        English(Notice.FeeSettled, whole).ShouldNotContain("still owe");
    }

    [Fact]
    public void A_fee_is_waived_or_lowered_with_the_reason_that_staff_gave()
    {
        var facts = new NoticeFacts { Reason = StatedReason.InWords("typhoon-signal"), Fees = NoticeSamples.WaivedFees };
        English(Notice.FeeWaived, facts)
            .ShouldContain("The Library has waived the overdue fine on the item below: HKD 22.00 is no longer owed. You owe nothing more for this item.");
        English(Notice.FeeWaived, facts).ShouldContain("Reason: typhoon-signal");
        Chinese(Notice.FeeWaived, facts).ShouldContain("其中港幣22.00元無須繳付");

        var lowered = facts with { Fees = facts.Fees with { Waived = Money.Hkd(20), Left = Money.Hkd(2), Owed = Money.Hkd(2) } };
        English(Notice.FeeWaived, lowered).ShouldContain("lowered the overdue fine on the item below by HKD 20.00. Of this fee, HKD 2.00 is still owed.");
        Chinese(Notice.FeeWaived, lowered).ShouldContain("此項費用尚欠港幣2.00元");
    }

    private static string English(Notice notice, NoticeFacts facts) => Unwrapped(notice, facts, NoticeSamples.English, " ");

    private static string Chinese(Notice notice, NoticeFacts facts) => Unwrapped(notice, facts, NoticeSamples.Chinese, "");

    private static string Unwrapped(Notice notice, NoticeFacts facts, Person person, string space) =>
        Renderer.Render(NoticeSamples.Loan(notice, facts, person)).Text.Replace("\n    ", space).Replace("\n", space);
}
