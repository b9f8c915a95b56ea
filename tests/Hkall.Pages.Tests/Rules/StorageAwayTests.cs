using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Rules;

/// <summary>What a visitor reads while the records cannot be reached.</summary>
public sealed class StorageAwayTests
{
    [Fact]
    public async Task While_the_records_are_away_a_page_says_so_and_when_to_come_again()
    {
        var rows = new RowsThatGoAway();
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton<IRows>(rows));
        rows.Away = true;

        var page =
            (await bench.SendAsync(HttpMethod.Get, "/downloads/7YBQX1AGBZMSD7W1X4SXJB9YAJxxxxxxxxxxxxxxxxxxxxxx", null, null, ("Accept", "text/html"))).Status;
        var link =
            (await bench.SendAsync(
                HttpMethod.Get, $"/downloads/{bench.Service<Hkall.Service.Web.DownloadTokens>().For("7YBQX1AGBZMSD7W1X4SXJB9YAJ")}", null, null,
                ("Accept-Language", "zh-HK"))).ShouldBe(503);

        page.ShouldBe(404, "What needs no record is answered.");
        link.Header("Retry-After").ShouldNotBeNull();
        link.ContentType.ShouldBe("text/html; charset=utf-8");
        link.Text.ShouldContain("請稍候");
    }

    private sealed class RowsThatGoAway : IRows
    {
        private readonly MemoryRows _inner = new();

        public bool Away { get; set; }

        private IRows Rows => Away ? throw new StorageUnavailableException("Away.") : _inner;

        public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
            Rows.FindAsync(table, partition, key, cancellation);

        public Task<IReadOnlyList<Row>> RangeAsync(
            RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
            Rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation);

        public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
            Rows.CommitAsync(table, partition, writes, cancellation);
    }
}
