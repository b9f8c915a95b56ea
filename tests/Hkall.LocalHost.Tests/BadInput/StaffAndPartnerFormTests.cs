using System.Text;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>Staff and libraries make mistakes too: each is told, and nothing moves.</summary>
public sealed class StaffAndPartnerFormTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private ALendingDesk _desk = null!;
    private ALibrary _library = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_desk, _library) = (_bench.Desk(), _bench.Library("HKU"));
        _id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

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
        (await _desk.TriesToAsync(action, _id, body)).ShouldBlame(400, code, field);
        await ShouldNotHaveMovedAsync();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("not json")]
    public async Task A_form_of_staff_that_is_no_JSON_is_refused(string body)
    {
        (await _desk.TriesToAsync("receive", _id, body)).ShouldBeProblem(400, "malformed-json");
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
        (await _desk.TriesToAsync(action, _id)).Status.ShouldBeOneOf(404, 405);
        await ShouldNotHaveMovedAsync();
    }

    [Fact]
    public async Task A_note_of_two_thousand_characters_is_taken_and_not_one_more()
    {
        (await _desk.TriesToAsync("note", _id, new { note = new string('<', 2001) })).ShouldBlame(400, "too-long", "note");
        (await _desk.TriesToAsync("note", _id, new { note = new string('<', 2000) })).ShouldBe(200);
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

    [Fact]
    public async Task A_message_of_more_than_256_KiB_is_too_large_and_one_just_below_is_read()
    {
        (await _library.PostsAsync(new string(' ', (256 * 1024) + 1))).ShouldBeProblem(413, "body-too-large");
        (await _library.PostsAsync($$"""{"messageId":"m","requestId":"{{_id}}","status":"will-supply"}""".PadRight(256 * 1024))).ShouldBe(202);
    }

    [Fact]
    public async Task Message_ids_are_the_librarys_own_whatever_is_in_them()
    {
        await _library.SaysAsync("will-supply", _id, messageId: "a/b\\c#d?e'f\"g%h 字 🧬 " + new string('x', 200));
        (await _bench.Patron("okafor").StatusAsync(_id)).ShouldBe("expected");
        (await _library.TriesToSayAsync("shipped", _id, messageId: new string('x', 257))).ShouldBeProblem(400, "too-long");
    }

    [Fact]
    public async Task A_long_reason_is_no_reason_to_turn_the_news_away_and_its_beginning_is_shown_to_staff()
    {
        await _library.SaysAsync("unfilled", _id, more: new { reason = new string('"', 2000) });

        (await _bench.Patron("okafor").SeesAsync(_id)).At("supplier.symbol").ShouldBe("HKUST");
        (await _desk.SeesAsync(_id)).At("state.rota.0.why").ShouldBe(new string('"', 200));
    }

    [Fact]
    public async Task A_file_may_be_for_any_request_id_and_is_parked_where_there_is_none()
    {
        (await _library.SendsScanAsync("a%2Fb%5Cc%23d%3Fe", Encoding.ASCII.GetBytes("%PDF-"))).ShouldBe(202);
        (await _library.SendsScanAsync(new string('x', 5_000), Encoding.ASCII.GetBytes("%PDF-"))).ShouldBe(202);

        (await _desk.ParkedAsync()).Select(parked => parked.At("why")).ShouldBe(["unknown-request", "unknown-request"]);
    }

    private async Task ShouldNotHaveMovedAsync()
    {
        await _bench.SettleAsync();
        (await _bench.Patron("okafor").SeesAsync(_id)).Timeline().ShouldBe(["request-placed", "supplier-asked"]);
        (await _desk.ParkedAsync()).ShouldBeEmpty();
    }
}
