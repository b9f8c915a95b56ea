using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.Requests;
using Hkall.Pages.Staff;
using Hkall.Pages.Staff.Lending;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Web;
using Microsoft.Extensions.Primitives;

namespace Hkall.Pages.Tests.Texts;

/// <summary>Whatever is said in English is said in Chinese.</summary>
public sealed class ChineseTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-23T09:00:00+08:00");

    /// <summary>One of each event, as the trade's tests keep them stored.</summary>
    public static TheoryData<string> Events => [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Hkall.Domain.Tests", "Stored", "events.jsonl")).Where(line => line.StartsWith('{'))];

    [Theory, MemberData(nameof(Events))]
    public void Every_line_of_what_happened_has_its_chinese(string stored)
    {
        var happened = StoredJson.Read<RequestEvent>(stored);
        var request = ARequest(RequestStatus.Expected);

        if (TimelineTexts.Of(happened, Now, request) is not null)
        {
            IsChinese(TimelineTextsChinese.Of(happened, request)).ShouldBeTrue($"{happened.GetType().Name} has no Chinese.");
        }
    }

    /// <summary>The desk reads all of it: also what patrons are not told.</summary>
    [Theory, MemberData(nameof(Events))]
    public void Every_line_of_the_desks_journal_has_its_words_in_both_languages(string stored)
    {
        var happened = StoredJson.Read<RequestEvent>(stored);
        if (happened is NoteAdded or DeadlineSet)
        {
            return;
        }

        IsChinese(StaffEventWords.Of(happened, NoticeLanguage.TraditionalChinese)).ShouldBeTrue($"{happened.GetType().Name} has no Chinese.");
        StaffEventWords.Of(happened, NoticeLanguage.English).ShouldNotBe(EventNames.Of(happened), "It is shown by its stored name.");
    }

    [Fact]
    public void Every_mail_and_every_event_of_lending_has_its_words()
    {
        foreach (var notice in Enum.GetValues<Notice>())
        {
            IsChinese(NoticeWords.Of(notice, NoticeLanguage.TraditionalChinese)).ShouldBeTrue(notice.ToString());
        }

        foreach (var name in typeof(Hkall.Domain.Lending.LendingEvent).GetCustomAttributes(false).OfType<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(derived => (string)derived.TypeDiscriminator!))
        {
            IsChinese(LendingEventWords.Of(name, NoticeLanguage.TraditionalChinese)).ShouldBeTrue(name);
        }

        foreach (var reason in Enum.GetValues<Hkall.Domain.Lending.UnfilledReason>())
        {
            IsChinese(ReasonWords.Of(Names.Of(reason), NoticeLanguage.TraditionalChinese)).ShouldBeTrue(reason.ToString());
        }

        foreach (var reason in Enum.GetValues<Hkall.Domain.Lending.RetryReason>())
        {
            IsChinese(ReasonWords.Of(Names.Of(reason), NoticeLanguage.TraditionalChinese)).ShouldBeTrue(reason.ToString());
        }

        foreach (var condition in Enum.GetValues<Hkall.Domain.Lending.LoanCondition>())
        {
            IsChinese(LendingWords.Of(condition, NoticeLanguage.TraditionalChinese)).ShouldBeTrue(condition.ToString());
        }

        foreach (var said in BorrowerSaidWords.ToRecord(conditions: true))
        {
            IsChinese(BorrowerSaidWords.Of(said, NoticeLanguage.TraditionalChinese)).ShouldBeTrue(said);
            BorrowerSaidWords.Of(said, NoticeLanguage.English).ShouldNotBe(said);
            BorrowerSaidWords.Read(new PageForm([KeyValuePair.Create("kind", new StringValues(said))]), new Fields()).Kind.ShouldNotBeNull(said);
        }
    }

    [Fact]
    public void Every_status_and_refusal_has_its_chinese()
    {
        foreach (var status in Enum.GetValues<RequestStatus>())
        {
            IsChinese(StatusTexts.Of(ARequest(status), NoticeLanguage.TraditionalChinese)).ShouldBeTrue(status.ToString());
            IsChinese(StatusLook.Name(status, NoticeLanguage.TraditionalChinese)).ShouldBeTrue(status.ToString());
            StatusLook.Name(status, NoticeLanguage.English).ShouldNotBeNullOrWhiteSpace();
        }

        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            IsChinese(RefusalWords.Of(refusal, "Why.", NoticeLanguage.TraditionalChinese)).ShouldBeTrue(refusal.ToString());
        }
    }

    [Fact]
    public void Whatever_is_awaited_says_what_happens_next_and_by_when_in_both_languages()
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>().Where(kind => !kind.IsOfLending()))
        {
            var request = ARequest(RequestStatus.OnLoan) with { Deadline = new Deadline(1, kind, Now) };

            var english = NextStep.Of(request, NoticeLanguage.English)!;
            english.Text.ShouldEndWith(".");
            english.Text.ShouldNotBe(NextStep.Otherwise(new DateOnly(2026, 11, 23)).English, kind.ToString());
            english.IsYours.ShouldBe(kind.ResponsibleParty() == ResponsibleParty.Patron);
            IsChinese(NextStep.Of(request, NoticeLanguage.TraditionalChinese)!.Text).ShouldBeTrue(kind.ToString());
        }
    }

    private static bool IsChinese(string? text) => text is not null && text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static PatronRequest ARequest(RequestStatus status) => new()
    {
        Id = "r1",
        PatronId = "p1",
        Group = Hkall.Domain.Placing.PatronGroup.Academic,
        Service = Hkall.Domain.Placing.ServiceType.Loan,
        Item = new() { Title = "A book" },
        PlacedAt = Now,
        Status = status,
        Rota = [],
    };
}
