using System.Net;
using Hkall.Domain.Citations;
using Hkall.Service.Citing;

namespace Hkall.Service.Tests.Citing;

/// <summary>What the sources know of a citation, and what is made of it.</summary>
public sealed class CitationFinderTests
{
    private const string Doi = "10.1108/00220411";

    private static readonly CitedWork Typed = new()
    {
        Kind = CitedKind.Article,
        Title = "Reading in two scripts",
        Authors = ["Smith, J."],
        Container = "Journal of Documentation",
        Year = 2010,
        Volume = "250",
        Issue = "3",
        Pages = "45-67",
    };

    private readonly SourcesKit _kit = new();

    [Fact]
    public async Task A_doi_is_completed_by_a_source()
    {
        _kit.Says("crossref/works/10.1108%2F00220411", Work());

        var found = await _kit.Finder.FindAsync(new CitedWork { Doi = Doi }, CancellationToken.None);

        (found.Sure, found.Source, found.Note).ShouldBe((Sureness.Exact, "Crossref", CitationNote.None));
        (found.Work.Title, found.Work.Container, found.Work.Year, found.Work.Volume, found.Work.Pages).ShouldBe(
            ("Reading in Two Scripts", "Journal of Documentation", 2010, "12", "45-67"));
        found.Work.Authors.ShouldBe(["Smith, John A.", "Brown, Ann"]);
        found.Work.Issns.ShouldBe(["0022-0418"]);
        _kit.Asked.ShouldContain(address => address.Query.Contains("mailto=ill%40library.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_a_source_knows_the_work_the_others_have_a_short_time_left()
    {
        _kit.Says("crossref/works/10.1108%2F00220411", Work());
        _kit.Does("esearch", () => new TaskCompletionSource<HttpResponseMessage>().Task);

        var finding = _kit.Finder.FindAsync(new CitedWork { Doi = Doi }, CancellationToken.None);
        finding.IsCompleted.ShouldBeFalse();
        for (var times = 0; times < 2; times++)
        {
            _kit.Machine.Advance(TimeSpan.FromMilliseconds(350));
            for (var turns = 0; turns < 100_000 && !finding.IsCompleted; turns++)
            {
                await Task.Yield();
            }
        }

        finding.IsCompleted.ShouldBeTrue("The two seconds for a work that nobody knows are not over.");
        (await finding).Source.ShouldBe("Crossref");
    }

    [Fact]
    public async Task What_differs_from_what_was_typed_is_named()
    {
        _kit.Says("query.bibliographic", Search(Work("", inner: true)));

        var found = await _kit.Finder.FindAsync(Typed, CancellationToken.None);

        (found.Sure, found.Source).ShouldBe((Sureness.Close, "Crossref"));
        found.Differences.ShouldBe([new CitationDifference("volume", "250", "12")]);
        found.Work.Doi.ShouldBe(Doi);
    }

    [Fact]
    public async Task A_number_that_belongs_to_another_work_takes_nothing_over()
    {
        _kit.Says("crossref/works/10.1108%2F00220411", Work());

        var found = await _kit.Finder.FindAsync(Typed with { Doi = Doi, Title = "The price of tea in China" }, CancellationToken.None);

        (found.Sure, found.Note, found.Other).ShouldBe((Sureness.AsTyped, CitationNote.OtherWork, "Reading in Two Scripts"));
        found.Work.Title.ShouldBe("The price of tea in China");
    }

    [Fact]
    public async Task A_work_that_no_source_knows_is_said_to_be_unknown()
    {
        _kit.Says("query.bibliographic", Search()).Says("esearch", """{"esearchresult":{"idlist":[]}}""");

        var found = await _kit.Finder.FindAsync(Typed, CancellationToken.None);

        (found.Sure, found.Note, found.Work).ShouldBe((Sureness.AsTyped, CitationNote.NotFound, Typed));
    }

    [Fact]
    public async Task Works_of_other_people_are_not_taken_for_it()
    {
        _kit.Says("query.bibliographic", Search(Work("""
            ,"author":[{"family":"Nguyen","given":"T."}]
            """, inner: true)));

        (await _kit.Finder.FindAsync(Typed, CancellationToken.None)).Sure.ShouldBe(Sureness.AsTyped);
    }

    [Fact]
    public async Task An_article_is_described_by_its_number_in_pubmed()
    {
        _kit.Says("esummary", """
            {"result":{"uids":["19282400"],"19282400":{"uid":"19282400","title":"Tea and sleep.","fulljournalname":"Sleep","pubdate":"2009 Mar",
             "volume":"32","issue":"3","pages":"284-7","issn":"0161-8105","authors":[{"name":"Chan KW","authtype":"Author"}],
             "articleids":[{"idtype":"doi","value":"10.1093/sleep/32.3.284"}]}}}
            """);

        var found = await _kit.Finder.FindAsync(new CitedWork { Kind = CitedKind.Article, Pmid = "19282400" }, CancellationToken.None);

        (found.Sure, found.Source, found.Work.Title, found.Work.Year, found.Work.Doi).ShouldBe(
            (Sureness.Exact, "PubMed", "Tea and sleep", 2009, "10.1093/sleep/32.3.284"));
    }

    [Fact]
    public async Task A_book_is_described_by_its_isbn()
    {
        _kit.Says("api/books", """
            {"ISBN:9780226458113":{"title":"The Structure of Scientific Revolutions","authors":[{"name":"Thomas S. Kuhn"}],
             "publishers":[{"name":"University of Chicago Press"}],"publish_date":"April 2012","number_of_pages":264}}
            """);

        var found = await _kit.Finder.FindAsync(new CitedWork { Kind = CitedKind.Book, Isbn = "9780226458113" }, CancellationToken.None);

        (found.Sure, found.Source, found.Work.Publisher, found.Work.Year, found.Work.TotalPages).ShouldBe(
            (Sureness.Exact, "Open Library", "University of Chicago Press", 2012, 264));
    }

    [Theory]
    [InlineData("""<html><body>Please sign in to the network.</body></html>""")]
    [InlineData("""{"message":{"DOI":"10.1108/00220411","title":""")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]""")]
    [InlineData("")]
    public async Task An_answer_that_cannot_be_read_leaves_the_citation_as_it_was_typed(string body)
    {
        _kit.Says("sources.example", body);

        var found = await _kit.Finder.FindAsync(Typed with { Doi = Doi }, CancellationToken.None);

        (found.Sure, found.Note).ShouldBe((Sureness.AsTyped, CitationNote.NotAsked));
    }

    [Theory]
    [InlineData("""{"message":null}""")]
    [InlineData("""{"message":{"DOI":7,"title":{"a":1},"author":"nobody","ISSN":[null,3],"published":[]}}""")]
    [InlineData("""{"message":{"items":[1,null,"x",{}]},"result":7,"esearchresult":[]}""")]
    [InlineData("null")]
    public async Task Json_of_another_shape_says_nothing(string body)
    {
        _kit.Says("sources.example", body);

        (await _kit.Finder.FindAsync(Typed with { Doi = Doi }, CancellationToken.None)).Sure.ShouldBe(Sureness.AsTyped);
    }

    [Fact]
    public async Task Ten_megabytes_are_not_read()
    {
        _kit.Does("sources.example", () => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(new string('x', 10 * 1024 * 1024)) }));

        (await _kit.Finder.FindAsync(new CitedWork { Doi = Doi }, CancellationToken.None)).Note.ShouldBe(CitationNote.NotAsked);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _kit.Does("sources.example", () => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://169.254.169.254/latest") } }));

        (await _kit.Finder.FindAsync(new CitedWork { Doi = Doi }, CancellationToken.None)).Note.ShouldBe(CitationNote.NotAsked);
        _kit.Asked.ShouldAllBe(address => address.Host == "sources.example");
    }

    [Fact]
    public async Task A_source_that_is_silent_is_waited_for_two_seconds_and_the_others_count()
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        _kit.Does("pubmed", () => never.Task).Says("query.bibliographic", Search(Work("", inner: true)));

        var finding = _kit.Finder.FindAsync(Typed, CancellationToken.None);
        finding.IsCompleted.ShouldBeFalse();
        _kit.Machine.Advance(SourceClient.Patience);

        (await finding).Source.ShouldBe("Crossref");
    }

    [Fact]
    public async Task The_same_question_is_asked_once()
    {
        _kit.Says("crossref/works/10.1108%2F00220411", Work());
        await _kit.Finder.FindAsync(new CitedWork { Doi = Doi }, CancellationToken.None);
        var asked = _kit.Asked.Count;
        await _kit.Finder.FindAsync(new CitedWork { Doi = Doi }, CancellationToken.None);
        _kit.Asked.Count.ShouldBe(asked);

        _kit.Machine.Advance(TimeSpan.FromHours(1));
        await _kit.Finder.FindAsync(new CitedWork { Doi = Doi }, CancellationToken.None);
        _kit.Asked.Count.ShouldBeGreaterThan(asked);
    }

    [Fact]
    public async Task Without_settings_nothing_is_asked()
    {
        var kit = new SourcesKit(SourceSettings.None);

        (await kit.Finder.FindAsync(Typed, CancellationToken.None)).Note.ShouldBe(CitationNote.NotAsked);
        kit.Asked.ShouldBeEmpty();
    }

    private static string Search(params string[] works) => $$$"""{"message":{"items":[{{{string.Join(',', works)}}}]}}""";

    private static string Work(string more = "", bool inner = false)
    {
        var author = more.Contains("\"author\"", StringComparison.Ordinal)
            ? string.Empty
            : ""","author":[{"family":"Smith","given":"John A."},{"family":"Brown","given":"Ann"}]""";
        var work = $$"""
            {"DOI":"10.1108/00220411","type":"journal-article","title":["Reading in <i>Two</i> Scripts"],"container-title":["Journal of Documentation"],
             "published":{"date-parts":[[2010,3]]},"volume":"12","issue":"3","page":"45-67","ISSN":["0022-0418"]{{author}}{{more}}}
            """;
        return inner ? work : $$"""{"status":"ok","message":{{work}}}""";
    }
}
