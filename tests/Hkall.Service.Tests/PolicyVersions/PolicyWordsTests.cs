using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.PolicyVersions;

/// <summary>What staff read about the members of the policy.</summary>
public sealed class PolicyWordsTests
{
    [Fact]
    public void Every_member_of_the_policy_has_a_label() =>
        PolicyComparison.MembersOf(PolicyFile.Default()).Keys.Where(path => PolicyWords.KeyOf(path) is null).ShouldBeEmpty();

    [Fact]
    public void Every_label_is_that_of_a_member()
    {
        var used = PolicyComparison.MembersOf(PolicyFile.Default()).Keys.Select(PolicyWords.KeyOf).ToHashSet();
        TextCatalogue.Of(NoticeLanguage.English).Keys.Where(key => key.StartsWith("policy-member.", StringComparison.Ordinal)).Except(used).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("figures.loanDays.undergraduate", NoticeLanguage.English, "Loan period in days (undergraduate student)")]
    [InlineData("figures.reply.hkall.workingDays", NoticeLanguage.English, "Time for a library to answer (HKALL libraries, working days)")]
    [InlineData("figures.renewalsAllowed", NoticeLanguage.TraditionalChinese, "續借次數")]
    [InlineData("figures.fines.daily.local.recalled", NoticeLanguage.SimplifiedChinese, "每日罚款（香港其他图书馆、已被召回）")]
    public void A_member_is_named_in_words(string path, NoticeLanguage language, string label) => PolicyWords.Label(path, language).ShouldBe(label);

    [Fact]
    public void Every_difference_is_a_sentence_with_both_values()
    {
        var before = PolicyFile.Default();
        var after = PolicyFile.Read("""
            {
              "reading": "A", "closedDays": [ { "date": "2026-12-24", "why": "Christmas Eve" } ],
              "tags": [ { "name": "urgent", "en": "very urgent" } ],
              "figures": {
                "version": "x", "renewalsAllowed": 10, "loansEndWithCard": false, "overdueNoticeDays": [1, 5],
                "fines": { "blockAt": { "currency": "HKD", "amount": 30.00 }, "mostPerItem": { "currency": "HKD", "amount": 120.5 } }
              }
            }
            """);

        var sentences = PolicyComparison.Of(before, after with { Library = before.Library })
            .Select(one => PolicyWords.Sentence(one, NoticeLanguage.English).English).ToList();

        sentences.ShouldContain("Renewals of a loan: 10 instead of 2");
        sentences.ShouldContain("Loans end with the library card: no instead of yes");
        sentences.ShouldContain("Days after the due date of overdue notices: 1, 5 instead of 1, 8, 15");
        sentences.ShouldContain("Most that an item costs by being late: HKD 120.5 instead of HKD 100");
        sentences.ShouldContain("Closed days (2026-12-24, why): Christmas Eve, new");
        sentences.ShouldContain("Tags (urgent, en): very urgent instead of urgent");
        sentences.ShouldContain("Tags (fragile, name): no longer fragile");
        sentences.ShouldNotContain(sentence => sentence.StartsWith("Sum owed", StringComparison.Ordinal));
    }
}
