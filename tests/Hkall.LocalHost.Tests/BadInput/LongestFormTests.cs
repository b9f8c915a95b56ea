using System.Text;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>What is long or strange and is taken all the same, just within each limit and refused just beyond it.</summary>
public sealed class LongestFormTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private LendingStaff _staff = null!;
    private ALibrary _library = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_staff, _library) = (_bench.LendingStaff(), _bench.Library("HKU"));
        _id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_note_of_two_thousand_characters_is_taken_and_not_one_more()
    {
        (await _staff.TriesToAsync("note", _id, new { note = new string('<', 2001) })).ShouldBlame(400, "too-long", "note");
        (await _staff.TriesToAsync("note", _id, new { note = new string('<', 2000) })).ShouldBe(200);
    }

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
        (await _staff.SeesAsync(_id)).At("state.rota.0.why").ShouldBe(new string('"', 200));
    }

    [Fact]
    public async Task A_file_for_a_request_id_that_does_not_exist_is_not_taken()
    {
        (await _library.SendsScanAsync("a%2Fb%5Cc%23d%3Fe", Encoding.ASCII.GetBytes("%PDF-"))).ShouldBeProblem(404, "no-file-expected");
        (await _library.SendsScanAsync(new string('x', 5_000), Encoding.ASCII.GetBytes("%PDF-"))).ShouldBeProblem(404, "no-file-expected");

        (await _staff.ParkedAsync()).ShouldBeEmpty();
    }
}
