using System.Text;
using System.Text.RegularExpressions;
using Hkall.Domain.Model;
using Hkall.LocalHost.Libraries;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A copy is looked through when it comes, and leaves with its stamp and its cover.</summary>
public sealed partial class StampedCopyTests : IAsyncLifetime
{
    private static readonly byte[] APage = SmallPdf.Of(new Item { Title = "A journal", ArticleTitle = "A page of it" });

    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_copy_leaves_with_a_cover_in_front_and_each_download_counts_once()
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        (await _staff.PutsScanAsync(id, APage)).ShouldBe(200);

        var file = (await _patron.DownloadsAsync(id)).ShouldBe(200);

        file.ContentType.ShouldBe("application/pdf");
        Pages().Count(Encoding.Latin1.GetString(file.Body)).ShouldBe(2);
        file.ContentHeaders.ContentLength.ShouldBe(file.Body.Length);
        (await _patron.SeesAsync(id)).At("download.remaining").ShouldBe("4");
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (x) >> >>", "active-scan")]
    public async Task A_file_that_does_something_is_refused_with_a_name_and_nothing_is_supplied(string instead, string code)
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        var file = Encoding.Latin1.GetString(APage).Replace("/Type /Catalog /Pages 2 0 R >>", "/Type /Catalog /Pages 2 0 R " + instead, StringComparison.Ordinal);

        (await _staff.PutsScanAsync(id, Encoding.Latin1.GetBytes(file))).ShouldBeProblem(422, code);

        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Pages();
}
