using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Finding;

/// <summary>The box on the first page: from a pasted reference to a free article, or to a filled form, without a script.</summary>
public sealed class CitationPageTests : IAsyncLifetime
{
    private const string Reference = "Codd, E. F. (1970). A relational model of data for large shared data banks. Communications of the ACM, 250(6), 377–387.";

    private ABench _bench = null!;
    private AReader _reader = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _reader = new AReader(_bench);
        await _reader.PatronSignsInAsync();
    }

    public async Task DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task A_pasted_reference_leads_to_the_free_article_within_three_clicks()
    {
        await _reader.GoAsync("/");
        await _reader.FillAsync("#citation", Reference);
        await _reader.PressAsync("Find it");
        (await _reader.TextAsync()).ShouldContain("The volume is 13, not 250.");
        await _reader.ShouldBeAccessibleAsync("citation");

        await _reader.FollowAsync("Use this");
        (await _reader.TextAsync()).ShouldContain("The version as published");
        await _reader.ShouldBeAccessibleAsync("free copy");
        var link = (await _reader.LinksAsync("a[rel~=noopener]")).Single(address => address.StartsWith("/place/free-copy?", StringComparison.Ordinal));
        (await _reader.LeadsToAsync(link)).ShouldBe("https://repository.example.org/10.1145/362384.362685");
    }

    [Fact]
    public async Task What_is_not_a_citation_comes_back_with_the_reason()
    {
        await _reader.GoAsync("/find/citation");
        await _reader.FillAsync("#citation", "…!");
        await _reader.PressAsync("Find it");

        (await _reader.TextAsync()).ShouldContain("There is no citation in this text.");
        (await _reader.ValueAsync("#citation")).ShouldBe("…!");
    }

    [Fact]
    public async Task The_link_to_a_free_copy_leads_nowhere_else_and_is_counted_without_a_word_about_the_patron()
    {
        (await _reader.LeadsToAsync("/place/free-copy?rft_id=info:doi/10.1145/362384.362685&genre=article&address=https://evil.example/"))
            .ShouldBe("https://repository.example.org/10.1145/362384.362685");
        (await _reader.LeadsToAsync("/place/free-copy?genre=article&jtitle=Nature&atitle=Nothing&date=2020")).ShouldNotBeNull().ShouldStartWith("/place?");

        var staff = _bench.LendingStaff();
        var report = (await staff.GetAsync("/api/staff/reports/free-copies")).ShouldBe(200).Json;
        report.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem().At("opened").ShouldBe("1");
    }

    [Fact]
    public async Task The_form_of_a_patron_who_saw_the_free_copy_says_so()
    {
        await _reader.GoAsync("/place?rft_id=info:doi/10.1145/362384.362685&genre=article");
        (await _reader.TextAsync()).ShouldContain("If this is not what you need, you can still request it below.");
        await _reader.FollowAsync("Request a digital copy");
        (await _reader.CountAsync("input[name=freeCopy]")).ShouldBe(1);
    }
}
