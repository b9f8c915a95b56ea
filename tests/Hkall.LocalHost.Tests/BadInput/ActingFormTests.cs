using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>The small forms on the way of a request, and that in which one asks what can be had.</summary>
public sealed class ActingFormTests(BenchFixture fixture) : IClassFixture<BenchFixture>, IAsyncLifetime
{
    private readonly APatron _patron = fixture.Bench.Patron("okafor");
    private string _id = null!;

    public async Task InitializeAsync() =>
        _id = (await _patron.MyRequestsAsync()) is [var there, ..] ? there.At("id")! : await _patron.HasPlacedAsync(Orders.Kuhn);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("cost-decision", "{}", "missing-member", "accept")]
    [InlineData("cost-decision", """{"accept":"yes"}""", "wrong-type", "accept")]
    [InlineData("cost-decision", """{"accept":null}""", "wrong-type", "accept")]
    [InlineData("cost-decision", """{"accept":true}""", "missing-member", "amount")]
    [InlineData("cost-decision", """{"accept":true,"sum":1}""", "unknown-member", "sum")]
    [InlineData("cost-decision", """{"accept":true,"accept":false}""", "duplicate-member", "accept")]
    [InlineData("declaration", "{}", "missing-member", "noEarlierCopy")]
    [InlineData("declaration", """{"researchOrPrivateStudy":1,"notRelatedToAnother":true,"noEarlierCopy":true}""", "wrong-type", "researchOrPrivateStudy")]
    [InlineData("declaration", """{"researchOrPrivateStudy":true,"notRelatedToAnother":true,"noEarlierCopy":true,"signature":"\u0000"}""", "control-characters",
        "signature")]
    [InlineData("office-delivery", "{}", "missing-member", "office")]
    [InlineData("office-delivery", """{"office":"  "}""", "missing-member", "office")]
    [InlineData("office-delivery", """{"office":"a\u0007b"}""", "control-characters", "office")]
    [InlineData("office-delivery", """{"office":{"name":"x"}}""", "wrong-type", "office")]
    public async Task A_bad_form_is_told_what_is_wrong(string action, string body, string code, string field)
    {
        var before = (await _patron.SeesAsync(_id)).ToString();

        (await _patron.PostAsync($"/api/requests/{_id}/{action}", body)).ShouldBlame(400, code, field);

        (await _patron.SeesAsync(_id)).ToString().ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"signature\":null")]
    [InlineData(",\"signature\":\"\"")]
    [InlineData(",\"signature\":\" \u3000\"")]
    [InlineData(",\"signature\":\"\u200B\u2060\u3164\"")]
    public async Task A_declaration_without_a_signature_is_not_signed(string signature)
    {
        var declaration = $$"""{"researchOrPrivateStudy":true,"notRelatedToAnother":true,"noEarlierCopy":true{{signature}}}""";
        const string Item = """{"title":"Nature","articleTitle":"General Implications","issn":"0028-0836","volume":"171","pages":"964-967"}""";
        var before = (await _patron.MyRequestsAsync()).Count;

        (await _patron.PostAsync($"/api/requests/{_id}/declaration", declaration)).ShouldBlame(422, "declaration-required", "signature");
        foreach (var help in new[] { "false", "true" })
        {
            (await _patron.PostAsync("/api/requests", $$"""{"service":"copy","item":{{Item}},"declaration":{{declaration}},"staffHelp":{{help}}}"""))
                .ShouldBlame(422, "declaration-required", "declaration.signature");
        }

        (await _patron.MyRequestsAsync()).Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("cost-decision")]
    [InlineData("declaration")]
    [InlineData("office-delivery")]
    public async Task A_form_that_is_no_JSON_is_refused(string action)
    {
        (await _patron.PostAsync($"/api/requests/{_id}/{action}", "not json")).ShouldBeProblem(400, "malformed-json");
        (await _patron.PostAsync($"/api/requests/{_id}/{action}")).Status.ShouldBeOneOf(400, 415);
    }

    [Theory]
    [InlineData("""{"title":"T","isbn":"9780306406158"}""", 422, "invalid-item", "isbn")]
    [InlineData("""{"author":"A"}""", 422, "invalid-item", "title")]
    [InlineData("""{"title":"T\u0000","author":"A"}""", 400, "control-characters", "title")]
    [InlineData("""{"title":"T","author":"A","year":"2012"}""", 400, "wrong-type", "year")]
    [InlineData("""{"title":"T","author":"A","year":9999}""", 400, "number-out-of-range", "year")]
    [InlineData("""{"title":"T","author":"A","item":{}}""", 400, "unknown-member", "item")]
    public async Task A_bad_item_is_told_by_the_name_of_its_member(string body, int status, string code, string field) =>
        (await _patron.PostAsync("/api/options", body)).ShouldBlame(status, code, field);
}
