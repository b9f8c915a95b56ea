using Hkall.Domain.Model;
using Hkall.Scans;
using Hkall.Service.Policies;
using Hkall.Service.Scans;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Scans;

/// <summary>The cover in the reader's language.</summary>
public sealed class CoverTests(RealPdfs pdfs) : IClassFixture<RealPdfs>
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly Item Article = new()
    {
        Title = "中國語文通訊",
        ArticleTitle = "「館際互借」的起源 – naïve café",
        ArticleAuthor = "陳大文",
        Volume = "12",
        Issue = "3",
        Year = 2020,
        Pages = "45-60",
    };

    [Theory]
    [InlineData(NoticeLanguage.English, "Copy supplied by interlibrary loan", "Downloads left: 4, until 15 December 2026")]
    [InlineData(NoticeLanguage.TraditionalChinese, "館際互借複製本", "尚可下載4次")]
    [InlineData(NoticeLanguage.SimplifiedChinese, "馆际互借复制本", "尚可下载4次")]
    public async Task It_says_in_each_language_what_the_copy_is_and_how_long_it_can_be_had(NoticeLanguage language, string heading, string left)
    {
        var cover = await CoverAsync(language, 4);
        if (cover is null)
        {
            return;
        }

        foreach (var part in (string[])[heading, left, "「館際互借」的起源–naïvecafé", "陳大文", "中國語文通訊", "12(3)", "45-60", "HKU", "01HK-7", "Cap.528F", new StampPolicy().Wording])
        {
            cover.ShouldContain(part.Replace(" ", string.Empty, StringComparison.Ordinal));
        }

        cover.ShouldNotContain("\u3013");
    }

    [Fact]
    public async Task It_says_that_a_download_was_the_last()
    {
        if (await CoverAsync(NoticeLanguage.English, 0) is { } cover)
        {
            cover.ShouldContain("Thiswasthelastdownload");
        }
    }

    [Fact]
    public async Task A_character_that_no_font_has_is_shown_as_such_and_not_as_a_box()
    {
        if (RealPdfs.CanMake)
        {
            var (_, file) = await pdfs.StampAsync(RealPdfs.OnePage("/MediaBox [0 0 400 500]"), Order(Article with { Title = "\U00020779" }, NoticeLanguage.English, 1));
            pdfs.TextOf(file)[0].ShouldContain("\u3013");
        }
    }

    [Fact]
    public void A_library_that_wants_no_cover_gets_none() =>
        CoverWords.Of(Facts(Article, 1), new StampPolicy { Cover = false }, new PolicyDocument().Library, Today, NoticeLanguage.English).Cover.ShouldBeEmpty();

    [Fact]
    public void The_law_is_that_of_the_day() => Texts(new DateOnly(2025, 12, 31)).ShouldContain(line => line.Contains("Cap. 528B", StringComparison.Ordinal));

    [Fact]
    public void A_title_without_end_does_not_fill_the_cover() =>
        Order(Article with { ArticleTitle = new string('x', 10_000) }, NoticeLanguage.English, 1).Cover.ShouldAllBe(line => line.Text.Length <= 400);

    private async Task<string?> CoverAsync(NoticeLanguage language, int left)
    {
        if (!RealPdfs.CanMake)
        {
            return null;
        }

        var (why, file) = await pdfs.StampAsync(RealPdfs.OnePage("/MediaBox [0 0 400 500]"), Order(Article, language, left));
        why.ShouldBeNull();
        return string.Concat(pdfs.TextOf(file)[0].Where(one => !char.IsWhiteSpace(one)));
    }

    private static IEnumerable<string> Texts(DateOnly day) =>
        CoverWords.Of(Facts(Article, 1), new StampPolicy(), new PolicyDocument().Library, day, NoticeLanguage.English).Cover.Select(line => line.Text);

    private static StampOrder Order(Item item, NoticeLanguage language, int left) =>
        CoverWords.Of(Facts(item, left), new StampPolicy(), new PolicyDocument().Library, Today, language);

    private static CopyFacts Facts(Item item, int left) => new("01HK-7", item, "HKU", For: null, left, new DateOnly(2026, 12, 15));
}
