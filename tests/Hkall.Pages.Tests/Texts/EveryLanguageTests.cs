using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.Requests;
using Hkall.Pages.Staff;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Tests.Texts;

/// <summary>The history, the statuses and the next step of a request in every language.</summary>
public sealed class EveryLanguageTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-23T09:00:00+08:00");

    /// <summary>One of each event, as the trade's tests keep them stored.</summary>
    public static TheoryData<string> Events =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Hkall.Domain.Tests", "Stored", "events.jsonl")).Where(line => line.StartsWith('{'))];

    [Theory, MemberData(nameof(Events))]
    public void Every_event_that_a_patron_reads_about_has_its_sentence_in_every_language(string stored)
    {
        var happened = StoredJson.Read<RequestEvent>(stored);
        var request = ARequest(RequestStatus.Expected);

        if (TimelineTexts.Of(happened, Now, request) is not null)
        {
            InEveryLanguage(language => TimelineTexts.Of(happened, Now, request, language: language)!.Text, happened.GetType().Name);
        }
    }

    /// <summary>Staff read all of it: also what patrons do not.</summary>
    [Theory, MemberData(nameof(Events))]
    public void Every_event_in_the_staff_journal_has_its_sentence_in_every_language(string stored)
    {
        var happened = StoredJson.Read<RequestEvent>(stored);
        if (happened is NoteAdded or DeadlineSet)
        {
            return;
        }

        InEveryLanguage(language => StaffEventWords.Of(happened, language), happened.GetType().Name);
        StaffEventWords.Of(happened, NoticeLanguage.English).ShouldNotBe(EventNames.Of(happened), "It is shown by its stored name.");
    }

    [Fact]
    public void Every_status_has_its_sentence_in_every_language()
    {
        foreach (var status in Enum.GetValues<RequestStatus>())
        {
            InEveryLanguage(language => StatusTexts.Of(ARequest(status), language), status.ToString());
        }
    }

    [Fact]
    public void The_next_step_and_its_date_are_given_in_every_language()
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>().Where(kind => !kind.IsOfLending()))
        {
            var request = ARequest(RequestStatus.OnLoan) with { Deadline = new Deadline(1, kind, Now) };

            var english = NextStep.Of(request, NoticeLanguage.English)!;
            english.Text.ShouldEndWith(".");
            english.Text.ShouldNotBe(NextStep.Otherwise(new DateOnly(2026, 11, 23), NoticeLanguage.English), kind.ToString());
            english.IsYours.ShouldBe(kind.ResponsibleParty() == ResponsibleParty.Patron);
            InEveryLanguage(language => NextStep.Of(request, language)!.Text, kind.ToString());
        }
    }

    [Fact]
    public void A_refusal_keeps_the_figures_of_the_case_in_English_and_has_a_sentence_in_Chinese()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            RefusalWords.Of(refusal, "You have 5 of 5.", NoticeLanguage.English).ShouldBe("You have 5 of 5.");
            InEveryLanguage(language => RefusalWords.Of(refusal, string.Empty, language), refusal.ToString());
        }
    }

    private static void InEveryLanguage(Func<NoticeLanguage, string> say, string what)
    {
        IsChinese(say(NoticeLanguage.English)).ShouldBeFalse(what);
        IsChinese(say(NoticeLanguage.TraditionalChinese)).ShouldBeTrue(what);
        IsChinese(say(NoticeLanguage.SimplifiedChinese)).ShouldBeTrue(what);
        say(NoticeLanguage.SimplifiedChinese).Where(c => CatalogueTests.OnlyTraditional.Contains(c, StringComparison.Ordinal)).ShouldBeEmpty(what);
    }

    private static bool IsChinese(string? text) => text is not null && text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static PatronRequest ARequest(RequestStatus status) => new()
    {
        Id = "r1",
        PatronId = "p1",
        Group = Hkall.Domain.Model.PatronGroup.Academic,
        Service = Hkall.Domain.Model.ServiceType.Loan,
        Item = new() { Title = "A book" },
        PlacedAt = Now,
        Status = status,
        Rota = [],
    };
}
