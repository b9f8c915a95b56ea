using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>Staff and libraries make mistakes too: each is told, and nothing moves. So one request on one bench is enough for all of them.</summary>
public sealed class StaffAndPartnerFormTests(BenchFixture fixture) : IClassFixture<BenchFixture>, IAsyncLifetime
{
    private readonly ABench _bench = fixture.Bench;
    private readonly APatron _patron = fixture.Bench.Patron("okafor");
    private readonly LendingStaff _staff = fixture.Bench.LendingStaff();
    private readonly ALibrary _library = fixture.Bench.Library("HKU");
    private string _id = null!;

    public async Task InitializeAsync()
    {
        await _bench.ScriptAsync("*", "silent");
        _id = (await _patron.MyRequestsAsync()) is [var there, ..] ? there.At("id")! : await _patron.HasPlacedAsync(Orders.Kuhn);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("note", "", "missing-member", "note")]
    [InlineData("note", "{}", "missing-member", "note")]
    [InlineData("note", """{"note":"  "}""", "missing-member", "note")]
    [InlineData("note", """{"note":"a\u0000b"}""", "control-characters", "note")]
    [InlineData("note", """{"note":1}""", "wrong-type", "note")]
    [InlineData("note", """{"text":"x"}""", "unknown-member", "text")]
    [InlineData("receive", """{"libraryUseOnly":"yes"}""", "wrong-type", "libraryUseOnly")]
    [InlineData("receive", """{"dueOn":"2026-02-30"}""", "wrong-type", "dueOn")]
    [InlineData("receive", """{"dueOn":"1999-12-31"}""", "date-out-of-range", "dueOn")]
    [InlineData("receive", """{"dueOn":"2100-01-02"}""", "date-out-of-range", "dueOn")]
    [InlineData("receive", """{"dueOn":"2026-12-20","dueOn":"2026-12-21"}""", "duplicate-member", "dueOn")]
    public async Task A_bad_form_of_staff_is_told_what_is_wrong(string action, string body, string code, string field)
    {
        (await _staff.TriesToAsync(action, _id, body)).ShouldBlame(400, code, field);
        await ShouldNotHaveMovedAsync();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("not json")]
    public async Task A_form_of_staff_that_is_no_JSON_is_refused(string body)
    {
        (await _staff.TriesToAsync("receive", _id, body)).ShouldBeProblem(400, "malformed-json");
        await ShouldNotHaveMovedAsync();
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("Receive")]
    [InlineData("receive%20")]
    [InlineData("receive%2F")]
    [InlineData("file")]
    public async Task An_action_that_there_is_not_is_not_found(string action)
    {
        (await _staff.TriesToAsync(action, _id)).Status.ShouldBeOneOf(404, 405);
        await ShouldNotHaveMovedAsync();
    }

    [Theory]
    [InlineData("""{"requestId":"ID","status":"shipped"}""", "missing-member", "messageId")]
    [InlineData("""{"messageId":"m","status":"shipped"}""", "missing-member", "requestId")]
    [InlineData("""{"messageId":"m","requestId":"ID"}""", "missing-member", "status")]
    [InlineData("""{"messageId":" ","requestId":"ID","status":"shipped"}""", "missing-member", "messageId")]
    [InlineData("""{"messageId":null,"requestId":"ID","status":"shipped"}""", "wrong-type", "messageId")]
    [InlineData("""{"messageId":1,"requestId":"ID","status":"shipped"}""", "wrong-type", "messageId")]
    [InlineData("""{"messageId":"m\u0000","requestId":"ID","status":"shipped"}""", "control-characters", "messageId")]
    [InlineData("""{"messageId":"m","requestId":"\u0000","status":"shipped"}""", "control-characters", "requestId")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"Shipped"}""", "unknown-value", "status")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":1}""", "unknown-value", "status")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":99}""", "unknown-value", "status")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"will-supply, shipped"}""", "unknown-value", "status")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"shipped","dueOn":"soon"}""", "wrong-type", "dueOn")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"shipped","dueOn":"0001-01-01"}""", "date-out-of-range", "dueOn")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"shipped","at":"yesterday"}""", "wrong-type", "at")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"shipped","libraryUseOnly":"no"}""", "wrong-type", "libraryUseOnly")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"conditional","cost":450}""", "wrong-type", "cost")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"conditional","cost":{"currency":"hkd","amount":450}}""", "unknown-currency", "cost.currency")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"conditional","cost":{"currency":"HKD","amount":-1}}""", "number-out-of-range", "cost.amount")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"shipped","reason":"\ud800"}""", "wrong-type", "reason")]
    [InlineData("""{"messageId":"m","requestId":"ID","status":"shipped","barcode":"1"}""", "unknown-member", "barcode")]
    public async Task A_bad_message_of_a_library_is_told_what_is_wrong(string body, string code, string field)
    {
        (await _library.PostsAsync(body.Replace("ID", _id, StringComparison.Ordinal))).ShouldBlame(400, code, field);
        await ShouldNotHaveMovedAsync();
    }

    [Fact]
    public async Task A_message_is_read_only_once_its_signature_is_found_right() =>
        (await _library.PostsAsync("not json", secret: await _bench.Library("CUHK").SecretAsync())).ShouldBeProblem(401, "bad-signature");

    private async Task ShouldNotHaveMovedAsync()
    {
        await _bench.SettleAsync();
        (await _patron.SeesAsync(_id)).Timeline().ShouldBe(["request-placed", "supplier-asked"]);
        (await _staff.ParkedAsync()).ShouldBeEmpty();
    }
}
