using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Notices;

/// <summary>Mails about what the patron decides, and about what was decided over their request.</summary>
public sealed class NoticeDecisionTests
{
    private static readonly NoticeRenderer Renderer = NoticeTexts.Renderer;

    [Theory]
    [InlineData(Notice.CostDecision)]
    [InlineData(Notice.CostReminder)]
    public void Nobody_is_asked_for_money_without_amount_payee_date_place_and_what_follows_from_silence(Notice notice)
    {
        var english = English(notice);
        english.ShouldContain("The University of Hong Kong Libraries can supply what you asked for, but charges HKD 1,350.00 for it");
        english.ShouldContain("Charged by: The University of Hong Kong Libraries");
        english.ShouldContain("Decide by: Tuesday 1 December 2026, end of the day");
        english.ShouldContain("under My Requests by the end of Tuesday 1 December 2026");
        english.ShouldContain("othing is ordered");
        english.ShouldContain("other libraries are asked instead");
        english.ShouldNotContain("Supplied by");

        var chinese = Chinese(notice);
        chinese.ShouldContain("須收取港幣1,350.00元，並須由您支付");
        chinese.ShouldContain("決定期限：2026年12月1日（星期二）當天為止");
        chinese.ShouldContain("在「我的申請」接受或拒絕收費");
        chinese.ShouldContain("我們不會訂購");
        chinese.ShouldContain("向其他圖書館（如有）查詢");
    }

    [Fact]
    public void A_changed_charge_is_told_with_both_amounts_and_what_becomes_of_the_earlier_yes()
    {
        var changed = NoticeSamples.Full with { FormerCost = Money.Hkd(300), VoidCost = Money.Hkd(300) };

        English(Notice.CostDecision, changed).ShouldContain("It was HKD 300.00; it is now HKD 1,350.00");
        English(Notice.CostDecision, changed).ShouldContain(
            "The HKD 300.00 you accepted is no longer valid: nothing is ordered, and you owe nothing, unless you accept the new charge.");
        Chinese(Notice.CostDecision, changed).ShouldContain("您先前接受的港幣300.00元已不再有效：除非您接受新收費，否則我們不會訂購");
        English(Notice.CostDecision, changed with { VoidCost = null }).ShouldNotContain("no longer valid");

        foreach (var person in new[] { NoticeSamples.English, NoticeSamples.Chinese, NoticeSamples.Simplified })
        {
            Renderer.Render(NoticeSamples.Loan(Notice.CostDecision, changed, person)).Subject
                .ShouldNotBe(Renderer.Render(NoticeSamples.Loan(Notice.CostDecision, NoticeSamples.Full, person)).Subject);
        }
    }

    [Theory]
    [InlineData(Notice.OfferDecision)]
    [InlineData(Notice.OfferReminder)]
    public void A_way_is_offered_with_its_dates_and_overseas_with_the_word_that_a_charge_is_asked_about(Notice notice)
    {
        var facts = NoticeSamples.Full with { Ways = [.. NoticeSamples.Full.Ways!.Where(offered => offered.Way is Alternative.Overseas or Alternative.Copy)] };

        var english = English(notice, facts);
        english.ShouldContain(
            "Ask overseas libraries: usually arrives between Wednesday 23 December 2026 and Friday 26 February 2027; should there be a charge, you are asked again first");
        english.ShouldContain("Have a copy of the part you need instead: usually arrives around Tuesday 24 November 2026");
        english.ShouldNotContain("Borrow the whole item");
        english.ShouldContain("not promises");

        var chinese = Chinese(notice, facts);
        chinese.ShouldContain("如須收費，我們會事先再徵詢您");
        chinese.ShouldContain("改為取得所需部分的複製本：一般約於2026年11月24日（星期二）送達");
        chinese.ShouldNotContain("借閱整本");
    }

    [Fact]
    public void An_unfilled_mail_names_other_ways_and_where_to_suggest_a_purchase()
    {
        var loan = new NoticeFacts
        {
            Reason = ReasonCode.NoLibraryLeft,
            Ways = [.. NoticeSamples.Full.Ways!.Where(offered => offered.Way == Alternative.Copy)],
            SuggestAt = NoticeSamples.Full.SuggestAt
        };

        English(Notice.Unfilled, loan).ShouldContain("ask for a copy of the chapter or the pages you need");
        English(Notice.Unfilled, loan).ShouldContain("Suggest a purchase: https://library.example/suggest");
        Chinese(Notice.Unfilled, loan).ShouldContain("建議購買：https://library.example/suggest");
        English(Notice.Unfilled, loan with { Ways = [], SuggestAt = null }).ShouldContain("What you can do instead: suggest that the Library buys it");
    }

    [Fact]
    public void Another_currency_keeps_its_code_in_both_languages()
    {
        var facts = NoticeSamples.Full with { Cost = new Money("USD", 40.5m) };

        English(Notice.CostDecision, facts).ShouldContain("charges USD 40.50 for it");
        Chinese(Notice.CostDecision, facts).ShouldContain("收費：USD 40.50");
    }

    [Fact]
    public void A_charge_that_the_Library_bears_is_never_asked_of_the_patron()
    {
        var facts = NoticeSamples.Full with { Reason = ReasonCode.BorneByLibrary };

        English(Notice.ItemExpected, facts).ShouldContain("it costs you nothing");
        English(Notice.ItemExpected, facts).ShouldNotContain("1,350");
        Chinese(Notice.ItemExpected, facts).ShouldContain("您無須支付任何費用");
        Chinese(Notice.ItemExpected, facts).ShouldNotContain("1,350");
        English(Notice.ItemExpected).ShouldContain("Charge: HKD 1,350.00");
    }

    [Theory]
    [InlineData(Notice.DeclarationNeeded)]
    [InlineData(Notice.DeclarationReminder)]
    public void The_declaration_is_asked_for_with_its_three_points(Notice notice)
    {
        var english = English(notice);
        english.ShouldContain("for research or private study");
        english.ShouldContain("not related to a similar requirement of another person");
        english.ShouldContain("no copy of it before, or it was lost, destroyed or damaged");
        english.ShouldContain("Copyright Ordinance (Cap. 528)");

        var chinese = Chinese(notice);
        chinese.ShouldContain("研究或私人研習");
        chinese.ShouldContain("與其他人的同類需要無關");
        chinese.ShouldContain("遺失、毀滅或損壞");
        chinese.ShouldContain("《版權條例》（第528章）");
    }

    [Theory]
    [InlineData(Notice.Delayed, "another-library-asked")]
    [InlineData(Notice.CostLapsed, null)]
    public void A_library_that_does_not_supply_is_not_named_as_the_supplier(Notice notice, string? reason)
    {
        var facts = NoticeSamples.Full with { Reason = NoticeSamples.ReasonOf(reason) };

        English(notice, facts).ShouldContain(facts.Library!);
        English(notice, facts).ShouldNotContain("Supplied by");
        Chinese(notice, facts).ShouldNotContain("提供圖書館：");
    }

    [Fact]
    public void A_refused_renewal_asks_to_have_the_item_checked_in_by_its_due_date()
    {
        foreach (var reason in NoticeSamples.Reasons(Notice.RenewalDeclined))
        {
            var facts = NoticeSamples.Full with { Reason = NoticeSamples.ReasonOf(reason) };
            English(Notice.RenewalDeclined, facts).ShouldContain("to be checked in, by closing time on Tuesday 1 December 2026");
            Chinese(Notice.RenewalDeclined, facts).ShouldContain("請於2026年12月1日（星期二）閉館前將資料歸還服務櫃檯");
        }
    }

    [Fact]
    public void The_words_of_staff_are_told_whole()
    {
        var words = string.Join(' ', Enumerable.Repeat("because", 240));

        English(Notice.Rejected, new NoticeFacts { Reason = NoticeSamples.ReasonOf(words) }).ShouldContain($"Reason: {words}");
    }

    [Fact]
    public void A_patron_who_never_had_the_item_is_not_asked_to_return_it()
    {
        var facts = new NoticeFacts { Library = NoticeSamples.Full.Library, Reason = ReasonCode.BeforePickup };

        English(Notice.Recalled, facts).ShouldNotContain("Please return");
        Chinese(Notice.Recalled, facts).ShouldNotContain("請立即");
    }

    private static string English(Notice notice, NoticeFacts? facts = null) => Unwrapped(notice, facts, NoticeSamples.English, " ");

    private static string Chinese(Notice notice, NoticeFacts? facts = null) => Unwrapped(notice, facts, NoticeSamples.Chinese, "");

    /// <summary>The lines as one; those of a fact are set in.</summary>
    private static string Unwrapped(Notice notice, NoticeFacts? facts, Person person, string space) =>
        Renderer.Render(NoticeSamples.Loan(notice, facts ?? NoticeSamples.Full, person)).Text.Replace("\n    ", space).Replace("\n", space);
}
