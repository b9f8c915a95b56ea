using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;

namespace Hkall.Service.Tests.Notices;

/// <summary>What the service's page promises to say, in both languages.</summary>
public sealed class NoticeWordsTests
{
    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

    [Theory]
    [InlineData(Notice.ReadyForPickup)]
    [InlineData(Notice.PickupReminder)]
    [InlineData(Notice.PickupExpired)]
    [InlineData(Notice.CheckedOut)]
    [InlineData(Notice.DeclarationNeeded)]
    [InlineData(Notice.DeclarationReminder)]
    [InlineData(Notice.CostDecision)]
    [InlineData(Notice.CostReminder)]
    [InlineData(Notice.CostLapsed)]
    [InlineData(Notice.OfferDecision)]
    [InlineData(Notice.OfferReminder)]
    [InlineData(Notice.Renewed)]
    [InlineData(Notice.RenewalDeclined)]
    [InlineData(Notice.DueSoon)]
    [InlineData(Notice.Overdue)]
    [InlineData(Notice.Recalled)]
    [InlineData(Notice.Returned)]
    [InlineData(Notice.ReadyToDownload)]
    [InlineData(Notice.DownloadReminder)]
    [InlineData(Notice.FeeSettled)]
    [InlineData(Notice.FeeWaived)]
    public void A_notice_about_a_date_says_the_date(Notice notice)
    {
        English(notice).ShouldContain("Tuesday 1 December 2026");
        Chinese(notice).ShouldContain("2026年12月1日（星期二）");
    }

    [Theory]
    [InlineData(Notice.RequestPlaced)]
    [InlineData(Notice.ItemExpected)]
    public void An_estimate_is_never_a_promise(Notice notice)
    {
        English(notice).ShouldContain("usually arrives between Thursday 26 November 2026 and Monday 30 November 2026. This is an estimate and not a promise");
        Chinese(notice).ShouldContain("一般於2026年11月26日（星期四）至2026年11月30日（星期一）期間送達");
        Chinese(notice).ShouldContain("並非保證");
    }

    [Fact]
    public void An_item_for_use_in_the_library_is_never_said_to_be_checked_out_or_picked_up()
    {
        foreach (var notice in (Notice[])[Notice.ReadyForPickup, Notice.PickupReminder])
        {
            var facts = NoticeSamples.Full with { LibraryUseOnly = true };
            English(notice, facts).ShouldNotContain("pick");
            English(notice, facts).ShouldContain("In the Library until: Tuesday 1 December 2026");
            Chinese(notice, facts).ShouldNotContain("領取");
            Chinese(notice, facts).ShouldContain("館內");
        }
    }

    [Fact]
    public void A_loan_is_handed_over_with_the_last_day_of_renewal_or_its_rule()
    {
        foreach (var notice in (Notice[])[Notice.CheckedOut, Notice.DueSoon, Notice.Renewed])
        {
            English(notice).ShouldContain("renewal can be asked for until the end of Thursday 26 November 2026");
            Chinese(notice).ShouldContain("續借，可於2026年11月26日（星期四）當天或之前在「我的申請」提出");
        }

        var facts = NoticeSamples.Full with { RenewBy = null };
        English(Notice.CheckedOut, facts).ShouldContain("at least 3 working days before the due date. Not all items can be renewed");
        Chinese(Notice.CheckedOut, facts).ShouldContain("於到期日前至少三個工作天");
    }

    [Theory]
    [InlineData("lost-in-transit")]
    [InlineData("lost-on-the-way-back")]
    public void A_loss_on_the_way_is_not_the_patrons_and_costs_them_nothing(string reason)
    {
        var facts = NoticeSamples.Full with { Reason = NoticeSamples.ReasonOf(reason) };
        English(Notice.Lost, facts).ShouldContain("not your fault");
        English(Notice.Lost, facts).ShouldNotContain("replacement");
        Chinese(Notice.Lost, facts).ShouldContain("並非您的責任");
        Chinese(Notice.Lost, facts).ShouldNotContain("賠償");
    }

    [Fact]
    public void The_mail_about_an_unreturned_loan_says_that_the_library_will_speak_of_replacing_it()
    {
        var facts = NoticeSamples.Full with { Reason = ReasonCode.NotReturned };
        English(Notice.Lost, facts).ShouldContain("contact you about its replacement");
        Chinese(Notice.Lost, facts).ShouldContain("將就賠償事宜與您聯絡");
    }

    [Fact]
    public void A_reason_changes_the_words()
    {
        foreach (var notice in Enum.GetValues<Notice>())
        {
            // These say no more than the notice itself.
            string[] reasons = [.. NoticeSamples.Reasons(notice).Except(["declared-by-staff", "by-patron"]), "stated-in-words"];

            reasons.Select(reason => English(notice, NoticeSamples.Full with { Reason = NoticeSamples.ReasonOf(reason) })).ShouldBeUnique();
            reasons.Select(reason => Chinese(notice, NoticeSamples.Full with { Reason = NoticeSamples.ReasonOf(reason) })).ShouldBeUnique();
        }
    }

    [Fact]
    public void Every_mail_about_a_copy_and_none_about_a_loan_recalls_the_law()
    {
        foreach (var notice in Enum.GetValues<Notice>())
        {
            var copy = Unwrapped(Renderer.Render(NoticeSamples.Copy(notice, NoticeSamples.Full, NoticeSamples.English)));
            copy.ShouldContain("research or private study only");
            copy.ShouldContain("Cap. 528");
            Unwrapped(Renderer.Render(NoticeSamples.Copy(notice, NoticeSamples.Full, NoticeSamples.Chinese))).ShouldContain("第528章");
            if (notice is not (Notice.DeclarationNeeded or Notice.DeclarationReminder))
            {
                English(notice).ShouldNotContain("Cap. 528");
            }
        }
    }

    [Fact]
    public void A_copy_is_downloaded_by_the_link_in_the_mail_five_times()
    {
        var mail = Renderer.Render(NoticeSamples.Copy(Notice.ReadyToDownload, NoticeSamples.Full, NoticeSamples.English));

        mail.Html.ShouldContain($"<a href=\"{NoticeSamples.DownloadUrl}\"");
        Unwrapped(mail).ShouldContain("up to 5 times, until the end of Tuesday 1 December 2026");
    }

    [Fact]
    public void The_same_data_give_the_same_mail()
    {
        var data = NoticeSamples.Loan(Notice.Recalled, NoticeSamples.Full, NoticeSamples.Chinese);

        new NoticeRenderer().Render(data).ShouldBe(Renderer.Render(data));
    }

    private static string English(Notice notice, NoticeFacts? facts = null) =>
        Unwrapped(Renderer.Render(NoticeSamples.Loan(notice, facts ?? NoticeSamples.Full, NoticeSamples.English)));

    private static string Chinese(Notice notice, NoticeFacts? facts = null) =>
        Unwrapped(Renderer.Render(NoticeSamples.Loan(notice, facts ?? NoticeSamples.Full, NoticeSamples.Chinese)), "");

    private static string Unwrapped(RenderedNotice mail, string space = " ") => mail.Text.Replace("\n", space);
}
