using System.Net;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Locating;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Locating;

/// <summary>Catalogues that answer, that do not, and what is made of it.</summary>
public sealed class CataloguesTests
{
    private static readonly Item Book = new() { Title = "T", Isbn = "9780226458120" };

    private readonly FakeTimeProvider _machine = new();
    private readonly Dictionary<string, Func<HttpResponseMessage>> _servers = [];
    private readonly Dictionary<string, int> _asked = [];

    [Fact]
    public async Task The_union_catalogue_decides_who_holds_an_item_and_libraries_outside_it_may()
    {
        _servers["union.example"] = () => Answer("HKU");

        var holdings = await LocatorOf(Union).LocateAsync(Book, CancellationToken.None);

        holdings.HeldHere.ShouldBeFalse();
        holdings.Symbols.ShouldBe(["BL", "HKU"]);
        holdings.Known["HKU"].Certainty.ShouldBe(Certainty.Held);
        holdings.Known["BL"].ShouldBe(new KnownHolding(Certainty.Unknown, "Its catalogue cannot be asked."));
        holdings.Found.ShouldBe("union has it.");
    }

    [Fact]
    public async Task A_library_known_only_through_the_field_of_alma_is_asked()
    {
        _servers["union.example"] = () => Answer("HKU", field: "AVA");

        (await LocatorOf(Union).LocateAsync(Book, CancellationToken.None)).Symbols.ShouldBe(["BL", "HKU"]);
    }

    [Fact]
    public async Task A_record_held_at_libraries_with_unknown_codes_or_at_none_that_can_be_read_may_be_at_any_of_ours()
    {
        _servers["union.example"] = () => Answer("ELSEWHERE");
        var elsewhere = await LocatorOf(Union).LocateAsync(Book, CancellationToken.None);

        _servers["union.example"] = () => Answer();
        var unread = await LocatorOf(Union).LocateAsync(Book, CancellationToken.None);

        elsewhere.Symbols.ShouldBe(["BL", "CUHK", "HKU"]);
        elsewhere.Known["HKU"].ShouldBe(
            new KnownHolding(Certainty.Unknown, "The catalogue union has it, at libraries whose codes we do not know."));
        unread.Symbols.ShouldBe(["BL", "CUHK", "HKU"]);
        unread.Known["HKU"].ShouldBe(
            new KnownHolding(Certainty.Unknown, "The catalogue union has a record that does not say where it is held."));
    }

    [Fact]
    public async Task An_item_in_our_own_catalogue_is_held_here()
    {
        _servers["own.example"] = () => Answer("any");

        (await LocatorOf(Own).LocateAsync(Book, CancellationToken.None)).HeldHere.ShouldBeTrue();

        _servers["own.example"] = () => new HttpResponseMessage(HttpStatusCode.BadGateway);
        (await LocatorOf(Own).LocateAsync(Book, CancellationToken.None)).HeldHere.ShouldBeFalse("not known is not held");
    }

    [Fact]
    public async Task Our_own_catalogue_says_where_the_copies_are_and_those_on_the_shelf_come_first()
    {
        _servers["own.example"] = () => Records(
            """
            <datafield tag="AVA"><subfield code="b">MAIN</subfield><subfield code="c">2/F</subfield><subfield code="d">Q175 .K95 1996</subfield><subfield code="e">unavailable</subfield></datafield>
            <datafield tag="AVA"><subfield code="b">MAIN</subfield><subfield code="c">3/F</subfield><subfield code="d">Q175 .K95</subfield><subfield code="e">available</subfield></datafield>
            <datafield tag="856" ind1="4" ind2="0"><subfield code="u">https://books.example.org/1</subfield></datafield>
            """);

        var holdings = await LocatorOf(Own).LocateAsync(Book, CancellationToken.None);

        holdings.Own.ShouldBe(
        [
            new OwnCopy("Q175 .K95", "3/F", true), new OwnCopy(null, null, null, new Uri("https://books.example.org/1")), new OwnCopy("Q175 .K95 1996", "2/F", false),
        ]);
        holdings.Found.ShouldBe("1-Search has it: Q175 .K95 1996, 2/F.");
    }

    [Fact]
    public async Task Copies_of_other_libraries_in_a_catalogue_that_we_share_are_not_ours()
    {
        _servers["own.example"] = () => Records(
            """
            <datafield tag="852"><subfield code="a">HKU</subfield><subfield code="h">Q175</subfield></datafield>
            <datafield tag="852"><subfield code="a">LU</subfield><subfield code="h">Q176</subfield></datafield>
            """);

        var holdings = await LocatorOf(Own with { Libraries = new Dictionary<string, string> { ["HKU"] = "HKU" } }).LocateAsync(Book, CancellationToken.None);

        holdings.Own.ShouldBe([new OwnCopy("Q176", null, null)]);
        holdings.Known["HKU"].Certainty.ShouldBe(Certainty.Held);
    }

    [Fact]
    public async Task A_journal_under_the_number_of_its_other_form_is_found_by_its_title_and_another_of_a_longer_title_is_not()
    {
        var answers = new Queue<HttpResponseMessage>(
        [
            Records(), Records(Journal("Nature genetics", "1061-4036", "CUHK"), Journal("Nature /", "1476-4687", "HKU"), Journal("Nature", null, "BL")),
        ]);
        _servers["union.example"] = answers.Dequeue;

        var holdings = await LocatorOf(Union).LocateAsync(new Item { Title = "Nature", Issn = "0028-0836" }, CancellationToken.None);

        holdings.Known.Where(known => known.Value.Certainty == Certainty.Held).Select(known => known.Key).ShouldBe(["HKU"]);
        _asked["union.example"].ShouldBe(2);
    }

    [Fact]
    public async Task A_title_that_finds_only_other_journals_finds_nothing()
    {
        var answers = new Queue<HttpResponseMessage>([Records(), Records(Journal("Nature genetics", "1061-4036", "CUHK"))]);
        _servers["union.example"] = answers.Dequeue;

        (await LocatorOf(Union).LocateAsync(new Item { Title = "Nature", Issn = "0028-0836" }, CancellationToken.None)).Symbols.ShouldBe(["BL"]);
    }

    [Fact]
    public async Task The_catalogue_of_one_library_needs_no_holdings()
    {
        _servers["hku.example"] = () => Answer();
        var single = new Catalogue { Name = "hku", Address = new Uri("https://hku.example/sru"), Libraries = new Dictionary<string, string> { [""] = "HKU" } };

        (await LocatorOf(single).LocateAsync(Book, CancellationToken.None)).Known["HKU"].Certainty.ShouldBe(Certainty.Held);
    }

    [Fact]
    public async Task Libraries_whose_catalogue_fails_may_have_it_and_the_reason_is_told()
    {
        _servers["union.example"] = () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);

        var holdings = await LocatorOf(Union).LocateAsync(Book, CancellationToken.None);

        holdings.Symbols.ShouldBe(["BL", "CUHK", "HKU"]);
        holdings.Known["CUHK"].ShouldBe(new KnownHolding(Certainty.Unknown, "The catalogue union answered 503."));
    }

    [Fact]
    public async Task An_answer_is_remembered_for_a_quarter_of_an_hour_and_a_failure_for_seconds()
    {
        _servers["union.example"] = () => Answer("HKU");
        var locator = LocatorOf(Union);

        await locator.LocateAsync(Book, CancellationToken.None);
        _machine.Advance(TimeSpan.FromMinutes(14));
        (await locator.LocateAsync(Book, CancellationToken.None)).Found.ShouldBe("union has it (14 minutes ago).");
        _asked["union.example"].ShouldBe(1);

        _machine.Advance(TimeSpan.FromMinutes(2));
        _servers["union.example"] = () => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        await locator.LocateAsync(Book, CancellationToken.None);
        _machine.Advance(TimeSpan.FromSeconds(21));
        await locator.LocateAsync(Book, CancellationToken.None);
        _asked["union.example"].ShouldBe(3);
    }

    [Fact]
    public async Task A_catalogue_that_keeps_failing_is_given_a_rest_and_asked_again_after_it()
    {
        _servers["union.example"] = () => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        var locator = LocatorOf(Union);
        for (var i = 0; i < 8; i++)
        {
            await locator.LocateAsync(Book with { Isbn = $"97802264581{i:00}" }, CancellationToken.None);
        }

        _asked["union.example"].ShouldBe(4);
        var resting = await locator.LocateAsync(Book with { Isbn = "9780000000000" }, CancellationToken.None);
        resting.Known["HKU"].Why.ShouldBe("The catalogue union has not been answering and is given a rest.");

        _servers["union.example"] = () => Answer("HKU");
        _machine.Advance(TimeSpan.FromSeconds(31));
        (await locator.LocateAsync(Book, CancellationToken.None)).Known["HKU"].Certainty.ShouldBe(Certainty.Held);
    }

    [Fact]
    public async Task A_catalogue_that_does_not_answer_is_not_waited_for()
    {
        var asked = new TaskCompletionSource();
        var client = new CatalogueClient(new HttpClient(new Never(asked)), _machine);
        var word = client.AskAsync(Union, Book, CancellationToken.None);
        await asked.Task;

        _machine.Advance(CatalogueClient.Patience);

        (await word).ShouldBe(new CatalogueWord.CannotTell("The catalogue union did not answer within 4 s."));
    }

    [Theory]
    [InlineData("""[{"name":"a"}]""")]
    [InlineData("""[{"name":"a","address":"http://far.example/","own":true}]""")]
    [InlineData("""[{"name":"a","address":"https://a.example/"}]""")]
    [InlineData("""[{"name":"a","address":"https://a.example/?x=1","own":true}]""")]
    [InlineData("""[{"name":"a","address":"https://a.example/","own":true},{"name":"a","address":"https://b.example/","own":true}]""")]
    [InlineData("""[null]""")]
    [InlineData("not json")]
    public void A_list_of_catalogues_that_cannot_be_right_is_refused(string json) => Should.Throw<FormatException>(() => Catalogue.ParseList(json));

    [Fact]
    public void A_list_of_catalogues_is_read()
    {
        var list = Catalogue.ParseList(
            """[{"name":"union","address":"https://union.example/sru","version":"2.0","recordSchema":"marcxml","indexes":{"isbn":"alma.isbn"},"libraries":{"852HKU":"HKU"}}]""");

        list.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            catalogue => catalogue.Version.ShouldBe(SruVersion.V20),
            catalogue => catalogue.Indexes.Isbn.ShouldBe("alma.isbn"),
            catalogue => catalogue.Libraries["852HKU"].ShouldBe("HKU"));
    }

    private static Catalogue Own => new() { Name = "1-Search", Address = new Uri("https://own.example/sru"), Own = true };

    private static Catalogue Union => new()
    {
        Name = "union",
        Address = new Uri("https://union.example/sru"),
        Libraries = new Dictionary<string, string> { ["HKU"] = "HKU", ["CUHK"] = "CUHK" },
    };

    private ILocator LocatorOf(params Catalogue[] catalogues)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IRows>(new MemoryRows());
        services.AddSingleton<IRandom, SystemRandom>();
        services.AddSingleton(new MachineTime(_machine));
        services.AddSingleton(Directories.Keys);
        services.AddSingleton<PartnerSecrets>();
        services.AddSingleton<PartnerDirectory>();
        services.AddFinding(catalogues);
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => new Servers(this)));
        services.AddHttpClient(CatalogueClient.ClientName).ConfigurePrimaryHttpMessageHandler(() => new Servers(this));
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<PartnerDirectory>().PutAsync(new[] { "HKU", "CUHK", "BL" }.Select(symbol => new Partner
        {
            Symbol = symbol,
            Name = symbol,
            Tier = Tier.Hkall,
            AgencyId = $"SIM:{symbol}",
            Secrets = [],
        }), CancellationToken.None).GetAwaiter().GetResult();
        return provider.GetRequiredService<ILocator>();
    }

    private static string Journal(string title, string? issn, string library) =>
        $"""<datafield tag="245"><subfield code="a">{title}</subfield></datafield><datafield tag="022"><subfield code="a">{issn}</subfield></datafield><datafield tag="852"><subfield code="a">{library}</subfield></datafield>""";

    /// <summary>An answer with a record of each of these fields.</summary>
    private static HttpResponseMessage Records(params string[] fields) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            $"""<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><numberOfRecords>{fields.Length}</numberOfRecords><records>{string.Concat(fields.Select(field =>
                $"""<record><recordData><record xmlns="http://www.loc.gov/MARC21/slim">{field}</record></recordData></record>"""))}</records></searchRetrieveResponse>"""),
    };

    private static HttpResponseMessage Answer(params string[] libraries) => Answer("852", libraries);

    private static HttpResponseMessage Answer(string library, string field) => Answer(field, [library]);

    private static HttpResponseMessage Answer(string field, string[] libraries) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            $"""<r xmlns="http://www.loc.gov/zing/srw/"><numberOfRecords>1</numberOfRecords><records><record><recordData><record xmlns="http://www.loc.gov/MARC21/slim">{string.Concat(libraries.Select(library => $"""<datafield tag="{field}"><subfield code="a">{library}</subfield></datafield>"""))}</record></recordData></record></records></r>"""
                .Replace("<r ", "<searchRetrieveResponse ", StringComparison.Ordinal).Replace("</r>", "</searchRetrieveResponse>", StringComparison.Ordinal)),
    };

    private sealed class Servers(CataloguesTests tests) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var host = request.RequestUri!.Host;
            tests._asked[host] = tests._asked.GetValueOrDefault(host) + 1;
            return Task.FromResult(tests._servers[host]());
        }
    }

    private sealed class Never(TaskCompletionSource asked) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            throw new InvalidOperationException("Nobody answers.");
        }
    }
}
