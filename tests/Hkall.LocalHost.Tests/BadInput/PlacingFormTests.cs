using System.Net.Http.Headers;
using System.Text;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>Whatever is wrong with an order, it is said what, and nothing of it is kept.</summary>
public sealed class PlacingFormTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    public static TheoryData<string> Forms() => [.. PlacingForms.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_bad_order_is_told_what_is_wrong_and_nothing_of_it_is_stored(string name)
    {
        var form = PlacingForms.All[name];
        var patron = _bench.NewPatron();
        var before = await WritesAsync();

        var answer = await SendAsync(patron, form.Body, "application/json");

        var code = form.Code.Length > 0 ? form.Code : answer.Json.At("code")!;
        if (form.Field is null)
        {
            answer.ShouldBeProblem(form.Status, code);
        }
        else
        {
            answer.ShouldBlame(form.Status, code, form.Field);
        }

        (await WritesAsync()).ShouldBe(before);
        (await patron.MyRequestsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    [InlineData("application/json2")]
    [InlineData("*/*")]
    [InlineData("nonsense")]
    public async Task An_order_comes_as_JSON(string contentType)
    {
        var before = await WritesAsync();

        (await SendAsync(_bench.NewPatron(), Encoding.UTF8.GetBytes(PlacingForms.Good().ToJsonString()), contentType))
            .ShouldBeProblem(415, "unsupported-media-type");

        (await WritesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_is_cut_off_where_it_is_too_long()
    {
        using var content = new StreamContent(new MemoryStream(new byte[200_000]));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        content.Headers.ContentLength = null;

        (await _bench.SendAsync(HttpMethod.Post, "/api/requests", await _bench.NewPatron().TokenAsync(), content, ("Transfer-Encoding", "chunked")))
            .ShouldBeProblem(413, "body-too-large");
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var order = PlacingForms.With("item.year", 1);
        order["neededBy"] = "2020-01-01";
        order["note"] = "\0";

        var answer = (await _bench.NewPatron().PlaceAsync(order.ToJsonString())).ShouldBeProblem(400, "date-out-of-range");

        answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["neededBy", "note", "item.year"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_mistyped_ISBN_is_the_only_thing_wrong_with_an_order_that_has_it()
    {
        var order = PlacingForms.With("item.isbn", "9780306406158");
        order["item"]!.AsObject().Remove("author");

        var answer = (await _bench.NewPatron().PlaceAsync(order.ToJsonString())).ShouldBlame(422, "invalid-item", "item.isbn");

        answer.Json.GetProperty("errors").EnumerateObject().Count().ShouldBe(1);
    }

    private async Task<Answer> SendAsync(APatron patron, byte[] body, string contentType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await _bench.SendAsync(HttpMethod.Post, "/api/requests", await patron.TokenAsync(), content);
    }

    /// <summary>Requests to the storage that change something.</summary>
    private async Task<long> WritesAsync() =>
        (await _bench.CountersAsync()).Where(counter => !counter.Key.EndsWith(" GET", StringComparison.Ordinal)).Sum(counter => counter.Value);
}
