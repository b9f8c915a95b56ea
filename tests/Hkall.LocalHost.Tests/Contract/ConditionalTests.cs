using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>Who has the current version of a request is told so, and no more.</summary>
public sealed class ConditionalTests(BenchFixture fixture) : IClassFixture<BenchFixture>, IAsyncLifetime
{
    private readonly APatron _patron = fixture.Bench.NewPatron();
    private string _path = null!;
    private string _version = null!;

    public async Task InitializeAsync()
    {
        await fixture.Bench.ScriptAsync("*", "silent");
        _path = $"/api/requests/{await _patron.HasPlacedAsync(Orders.Kuhn)}";
        _version = (await _patron.GetAsync(_path)).ShouldBe(200).Header("ETag")!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_version_one_has_is_not_sent_again()
    {
        foreach (var known in new[] { _version, $"\"other\", {_version}", $"W/{_version}", "*" })
        {
            var answer = (await _patron.GetAsync(_path, ("If-None-Match", known))).ShouldBe(304);
            answer.Body.ShouldBeEmpty();
            answer.Header("ETag").ShouldBe(_version);
            answer.Header("Cache-Control").ShouldBe("no-cache, private");
        }
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_request_is_sent_to_a_client_that_has_another_version(string known) =>
        (await _patron.GetAsync(_path, ("If-None-Match", known))).ShouldBe(200);

    [Fact]
    public async Task The_version_is_another_as_soon_as_something_happens()
    {
        var cancelling = (await _patron.PostAsync($"{_path}/cancel")).ShouldBe(200);

        cancelling.Header("ETag").ShouldNotBe(_version);
        (await _patron.GetAsync(_path, ("If-None-Match", _version))).ShouldBe(200).Header("ETag").ShouldBe(cancelling.Header("ETag"));
    }
}
