using System.Text;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>Messages that are not signed, or not by the library that they name: none moves the request, so all of them are sent about one.</summary>
public sealed class ForgedWebhookTests(BenchFixture fixture) : IClassFixture<BenchFixture>, IAsyncLifetime
{
    private readonly ABench _bench = fixture.Bench;
    private readonly APatron _patron = fixture.Bench.Patron("okafor");
    private readonly ALibrary _library = fixture.Bench.Library("HKU");
    private string _id = null!;

    public async Task InitializeAsync()
    {
        await _bench.ScriptAsync("*", "silent");
        _id = (await _patron.MyRequestsAsync()) is [var there, ..] ? there.At("id")! : await _patron.HasPlacedAsync(Orders.Kuhn);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private string Promise => $$"""{"messageId":"m-1","requestId":"{{_id}}","status":"will-supply","at":"2026-11-23T09:00:00+08:00"}""";

    [Fact]
    public async Task A_wrong_secret_or_anothers_is_turned_away_and_nothing_is_put_on_the_queue()
    {
        var before = await _bench.CountersAsync();

        var forged = await _library.PostsAsync(Promise, secret: "whsec_" + Convert.ToBase64String(new byte[24]));
        forged.ShouldBeProblem(401, "bad-signature");
        forged.Json.At("title").ShouldBe("The signature is not valid.");
        (await _library.PostsAsync(Promise, secret: await _bench.Library("CUHK").SecretAsync())).ShouldBeProblem(401, "bad-signature");
        (await _bench.Library("NOBODY").PostsAsync(Promise, secret: await _library.SecretAsync())).ShouldBeProblem(401, "bad-signature");
        (await _bench.Library("hku").PostsAsync(Promise, secret: await _library.SecretAsync())).ShouldBeProblem(401, "bad-signature");

        (await _bench.CountersAsync()).GetValueOrDefault("queues POST").ShouldBe(before.GetValueOrDefault("queues POST"));
        await ShouldNotHaveMovedAsync();
    }

    [Theory]
    [InlineData(WebhookSignature.IdHeader, null)]
    [InlineData(WebhookSignature.TimestampHeader, null)]
    [InlineData(WebhookSignature.SignatureHeader, null)]
    [InlineData(WebhookSignature.IdHeader, "another-id")]
    [InlineData(WebhookSignature.TimestampHeader, "now")]
    [InlineData(WebhookSignature.TimestampHeader, "99999999999999999999")]
    [InlineData(WebhookSignature.TimestampHeader, "-1")]
    [InlineData(WebhookSignature.SignatureHeader, "v1,")]
    [InlineData(WebhookSignature.SignatureHeader, "v1,AAAA")]
    [InlineData(WebhookSignature.SignatureHeader, "v2,AAAA")]
    public async Task A_header_that_is_missing_or_was_changed_is_turned_away(string header, string? value)
    {
        var signed = await _library.SignAsync(Encoding.UTF8.GetBytes(Promise));
        var changed = signed.Where(pair => pair.Name != header || value is not null).Select(pair => pair.Name == header ? (pair.Name, value!) : pair).ToArray();

        (await PostAsync(Promise, changed)).ShouldBeProblem(401, "bad-signature");
        await ShouldNotHaveMovedAsync();
    }

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_turned_away()
    {
        var signed = await _library.SignAsync(Encoding.UTF8.GetBytes(Promise));

        (await PostAsync(Promise.Replace("will-supply", "shipped", StringComparison.Ordinal), signed)).ShouldBeProblem(401, "bad-signature");
        (await PostAsync(Promise + " ", signed)).ShouldBeProblem(401, "bad-signature");
        await ShouldNotHaveMovedAsync();
    }

    private Task<Answer> PostAsync(string body, (string Name, string Value)[] headers) =>
        _bench.SendAsync(HttpMethod.Post, "/api/partners/HKU/callbacks", null, ABench.JsonOf(body), headers);

    private async Task ShouldNotHaveMovedAsync()
    {
        await _bench.SettleAsync();
        (await _patron.StatusAsync(_id)).ShouldBe("sourcing");
    }
}
