using System.Text;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>Standard Webhooks: signed by the library it comes from, now, or not at all.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private ALibrary _library = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_patron, _library) = (_bench.Patron("okafor"), _bench.Library("HKU"));
        _id = await _patron.HasPlacedAsync(Orders.Kuhn);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    private string Promise => $$"""{"messageId":"m-1","requestId":"{{_id}}","status":"will-supply","at":"2026-11-23T09:00:00+08:00"}""";

    [Fact]
    public async Task A_signed_message_is_received_before_it_is_decided_on()
    {
        var answer = (await _library.PostsAsync(Promise)).ShouldBe(202);
        answer.Body.ShouldBeEmpty();
        await _bench.SettleAsync();

        (await _patron.StatusAsync(_id)).ShouldBe("expected");
    }

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-300, 202)]
    [InlineData(300, 202)]
    [InlineData(301, 401)]
    [InlineData(-1_000_000, 401)]
    public async Task The_time_of_a_message_is_within_five_minutes_by_the_clock_of_the_bench(int seconds, int status)
    {
        (await _library.PostsAsync(Promise, at: (await _bench.NowAsync()).AddSeconds(seconds))).ShouldBe(status);
        await ShouldHaveMovedAsync(status == 202);
    }

    [Fact]
    public async Task A_message_that_is_recorded_and_played_again_changes_nothing()
    {
        var signed = await _library.SignAsync(Encoding.UTF8.GetBytes(Promise));
        (await PostAsync(Promise, signed)).ShouldBe(202);
        await _bench.SettleAsync();
        var once = await _bench.LendingStaff().SeesAsync(_id);

        (await PostAsync(Promise, signed)).ShouldBe(202);
        await _bench.SettleAsync();
        (await _bench.LendingStaff().SeesAsync(_id)).ToString().ShouldBe(once.ToString());
        await _bench.AdvanceAsync("PT5M1S");
        (await PostAsync(Promise, signed)).ShouldBeProblem(401, "bad-signature");
    }

    [Fact]
    public async Task While_secrets_change_one_of_several_signatures_is_enough()
    {
        var signed = await _library.SignAsync(Encoding.UTF8.GetBytes(Promise));
        var several = signed.Select(pair => pair.Name == WebhookSignature.SignatureHeader ? (pair.Name, $"v1,AAAA v1a,BBBB {pair.Value} v1,CCCC") : pair)
            .ToArray();

        (await PostAsync(Promise, several)).ShouldBe(202);
        await ShouldHaveMovedAsync(true);
    }

    [Fact]
    public async Task A_file_is_signed_like_a_message()
    {
        var copy = await _patron.HasPlacedAsync(Orders.Shannon);
        var file = Encoding.ASCII.GetBytes("%PDF-1.7");
        var path = $"/api/partners/HKU/requests/{copy}/file";
        var signed = await _library.SignAsync(file);

        (await _bench.SendAsync(HttpMethod.Put, path, null, new ByteArrayContent(file))).ShouldBeProblem(401, "bad-signature");
        (await _bench.SendAsync(HttpMethod.Put, path, null, new ByteArrayContent([.. file, 0]), signed)).ShouldBeProblem(401, "bad-signature");
        (await _bench.SendAsync(
            HttpMethod.Put, path.Replace("HKU", "CUHK", StringComparison.Ordinal), null, new ByteArrayContent(file), signed)).ShouldBeProblem(
                404, "no-file-expected");
        (await _bench.SendAsync(HttpMethod.Put, path, null, new ByteArrayContent([]), await _library.SignAsync([]))).ShouldBeProblem(400, "empty-file");
        await _bench.SettleAsync();
        (await _patron.StatusAsync(copy)).ShouldBe("sourcing");

        (await _bench.SendAsync(HttpMethod.Put, path, null, new ByteArrayContent(file), signed)).ShouldBe(202);
        await _bench.SettleAsync();
        (await _patron.StatusAsync(copy)).ShouldBe("ready-to-download");
    }

    private Task<Answer> PostAsync(string body, (string Name, string Value)[] headers) =>
        _bench.SendAsync(HttpMethod.Post, "/api/partners/HKU/callbacks", null, ABench.JsonOf(body), headers);

    private async Task ShouldHaveMovedAsync(bool moved)
    {
        await _bench.SettleAsync();
        (await _patron.StatusAsync(_id)).ShouldBe(moved ? "expected" : "sourcing");
    }
}
