using System.Net;
using System.Text.RegularExpressions;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Web;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Texts;

/// <summary>Every link in every mail leads its patron to a page that there is.</summary>
public sealed partial class MailLinksTests : IAsyncLifetime
{
    private const string Person = "okafor";

    /// <summary>The Library's own form for suggestions, which is no page of the service.</summary>
    private const string Elsewhere = "https://library.example/suggest";

    private ABench _bench = null!;
    private AForm _reader = null!;
    private IReadOnlyList<PatronRequest> _requests = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _reader = new AForm(_bench);
        await _reader.SignInAsync(Person);
        var loan = await _bench.Patron(Person).HasPlacedAsync(Orders.Kuhn);
        var copy = await _bench.Patron(Person).HasPlacedAsync(Orders.Shannon);
        (await _bench.LendingStaff().PutsScanAsync(copy, "%PDF-1.7"u8.ToArray())).ShouldBe(200);
        var store = _bench.Service<RequestStore<PatronRequest, RequestEvent>>();
        _requests = [(await store.ReadAsync(loan, default))!.Request, (await store.ReadAsync(copy, default))!.Request];
        _requests[1].Status.ShouldBe(RequestStatus.ReadyToDownload);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public async Task Every_link_of_every_notice_leads_to_a_page(string language)
    {
        var reader = new Person("Dr Ngozi Okafor", "okafor@ln.example", language);
        var mails = new List<Mail>();
        foreach (var notice in Enum.GetValues<Notice>())
        {
            foreach (var request in _requests)
            {
                foreach (var facts in (NoticeFacts[])[new NoticeFacts(), Facts])
                {
                    mails.Add(await _bench.Service<LetterWriter>().WriteAsync(request, reader, notice, facts, "key", ordinal: 1, default));
                }
            }
        }

        mails.Select(mail => mail.Template).Distinct().Count().ShouldBe(Enum.GetValues<Notice>().Length);
        mails.ShouldAllBe(mail => Links(mail).Count > 0);
        await ShouldLeadToPagesAsync(mails);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public async Task One_mail_for_several_reminders_leads_to_each_request_and_to_all_of_them(string language)
    {
        var reader = new Person("Dr Ngozi Okafor", "okafor@ln.example", language);
        Notice[] notices = [Notice.PickupReminder, Notice.DueSoon, Notice.Overdue, Notice.DownloadReminder, Notice.CostReminder, Notice.DeclarationReminder];

        var mail = await _bench.Service<LetterWriter>().WriteTogetherAsync(
            [.. notices.SelectMany(notice => _requests.Select(request => (request, notice, Facts)))], reader, "key", default);

        var paths = Links(mail).Select(link => link.AbsolutePath).Distinct().ToList();
        paths.ShouldContain("/requests");
        _requests.ShouldAllBe(request => paths.Contains($"/requests/{request.Id}"));
        await ShouldLeadToPagesAsync([mail]);
    }

    /// <summary>Facts of every kind at once, so that no part of a template is passed over for want of one.</summary>
    private static NoticeFacts Facts => new()
    {
        Library = "The University of Hong Kong Libraries",
        Date = new DateOnly(2026, 12, 1),
        Downloads = 5,
        Cost = Money.Hkd(1_350),
        RenewBy = new DateOnly(2026, 11, 26),
        Ways = [new OfferedAlternative(Alternative.Overseas, new Estimate(new DateOnly(2026, 12, 23), new DateOnly(2027, 2, 26)))],
        SuggestAt = Elsewhere,
    };

    /// <summary>A browser keeps what follows a # to itself: an address with it is that of the page before it.</summary>
    private async Task ShouldLeadToPagesAsync(IReadOnlyList<Mail> mails)
    {
        foreach (var link in mails.SelectMany(Links).Where(link => link.AbsoluteUri != Elsewhere).Distinct())
        {
            link.GetLeftPart(UriPartial.Authority).ShouldBe(_bench.Url.GetLeftPart(UriPartial.Authority));
            link.Fragment.ShouldBeEmpty();
            (await _reader.GetAsync(link.PathAndQuery)).ShouldBe(200).ContentType.ShouldStartWith("text/html", customMessage: link.AbsoluteUri);
        }
    }

    /// <summary>Of the text, of the page, and of the calendar entry, whose long lines go on after a space.</summary>
    private static IReadOnlyList<Uri> Links(Mail mail) =>
    [
        .. new[] { mail.Text, WebUtility.HtmlDecode(mail.Html), mail.Attachment?.Content.Replace("\r\n ", string.Empty, StringComparison.Ordinal) }
            .OfType<string>()
            .SelectMany(text => Link().Matches(text).Select(match => new Uri(match.Value))),
    ];

    [GeneratedRegex("https?://[^\\s\"<>\\\\]+")]
    private static partial Regex Link();
}
