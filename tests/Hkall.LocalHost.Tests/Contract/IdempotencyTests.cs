using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>A client that lost our answer asks again under the same key, and gets the same request.</summary>
public sealed class IdempotencyTests(BenchFixture fixture) : IClassFixture<BenchFixture>, IAsyncLifetime
{
    private readonly ABench _bench = fixture.Bench;
    private readonly APatron _patron = fixture.Bench.NewPatron();

    public Task InitializeAsync() => _bench.ScriptAsync("*", "silent");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_same_key_and_the_same_body_are_the_same_request()
    {
        var first = (await PlaceAsync(Orders.Kuhn, "k1")).ShouldBe(201);
        var second = (await PlaceAsync(Orders.Kuhn, "k1")).ShouldBe(201);

        second.Text.ShouldBe(first.Text);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await _patron.MyRequestsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_at_once_are_one_request()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PlaceAsync(Orders.Kuhn, "k1")));

        answers.ShouldAllBe(answer => answer.Status == 201);
        answers.Select(answer => answer.Json.At("id")).Distinct().Count().ShouldBe(1);
        await _bench.SettleAsync();
        (await _patron.MyRequestsAsync()).Count.ShouldBe(1);
        (await _bench.MailAsync(_patron.Email)).Count(mail => mail.At("template") == "request-placed").ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_and_another_body_is_a_mistake()
    {
        (await PlaceAsync(Orders.Kuhn, "k1")).ShouldBe(201);

        (await PlaceAsync(Orders.Piketty, "k1")).ShouldBeProblem(409, "idempotency-key-reused");
        (await PlaceAsync(Orders.Orwell, "k1")).ShouldBeProblem(409, "idempotency-key-reused");
        (await _patron.MyRequestsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_is_the_patrons_own()
    {
        (await PlaceAsync(Orders.Kuhn, "k1")).ShouldBe(201);

        (await _bench.NewPatron().PlaceAsync(Orders.Piketty, ("Idempotency-Key", "k1"))).ShouldBe(201);
    }

    [Fact]
    public async Task A_key_whose_order_was_refused_can_be_used_again()
    {
        (await PlaceAsync(Orders.Orwell, "k1")).ShouldBeProblem(422, "held-here");

        (await PlaceAsync(Orders.Kuhn, "k1")).ShouldBe(201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("key\twith a tab")]
    public async Task A_key_is_printable_and_not_empty(string key) =>
        (await PlaceAsync(Orders.Kuhn, key)).ShouldBlame(400, "bad-idempotency-key", "Idempotency-Key");

    [Fact]
    public async Task A_key_has_two_hundred_characters_at_most_and_any_printable_one()
    {
        (await PlaceAsync(Orders.Kuhn, new string('k', 201))).ShouldBlame(400, "bad-idempotency-key", "Idempotency-Key");
        (await _patron.MyRequestsAsync()).ShouldBeEmpty();

        (await PlaceAsync(Orders.Kuhn, new string('k', 200))).ShouldBe(201);
        (await PlaceAsync(Orders.Piketty, "a/b\\c#d?e'f\"g%h")).ShouldBe(201);
    }

    private Task<Answer> PlaceAsync(object order, string key) => _patron.PlaceAsync(order, ("Idempotency-Key", key));
}
