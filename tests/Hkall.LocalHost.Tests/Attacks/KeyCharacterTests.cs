using System.Text.Json;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>
/// Attacks by characters that a key, an address or a query would take for its own: in ids from paths and in ids from messages. None of them finds
/// another thing, and none is a fault of ours.
/// </summary>
public sealed class KeyCharacterTests(AttackBench attacked) : IClassFixture<AttackBench>
{
    private static readonly string[] Texts =
    [
        "/", "\\", "#", "?", "%", "'", "\"", ";", ":", "..", "../../x", "\u0000", "\u0001", "\t", "\n", "\r\n", "\u007f", "\u0085", "\u00a0", "\u200b",
        "\u202e",
        "\ufeff", "\ufffe", "\u00e9", "e\u0301", "歷史", "😀", "ﬀ", "K", "ſ", "İ", "' or 1=1 --", "PartitionKey eq 'x'",
        "$filter=true", "{0}", "%s%n", "${jndi:ldap://x}", "<b>",
        "a b", "x~z", "~", "q:", "d:", "m:;", "L", "-1", "1e9", "NaN", "true", "undefined", "CON", "con.txt", "*", "|", "&a=b",
    ];

    public static TheoryData<string> Rows => [.. Texts];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task In_a_path_it_finds_nothing(string text)
    {
        var id = Uri.EscapeDataString(text);
        var staff = await attacked.Bench.LendingStaff().TokenAsync();

        (await attacked.Patron.GetAsync($"/api/requests/{id}")).Status.ShouldBeOneOf(400, 404);
        (await attacked.Bench.SendAsync(HttpMethod.Get, $"/api/staff/lending/{id}x", staff)).Status.ShouldBeOneOf(400, 404);
        (await attacked.Bench.SendAsync(HttpMethod.Post, $"/api/staff/parked/{id}/retry", staff)).Status.ShouldBeOneOf(400, 404);
        (await attacked.Bench.SendAsync(HttpMethod.Get, $"/api/staff/partners/{id}x", staff)).Status.ShouldBeOneOf(400, 404);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task In_a_message_it_is_taken_as_a_text_or_refused(string text)
    {
        var asId = await attacked.Library.TriesToSayAsync("note", $"{attacked.Loan}{text}", more: new { note = "a" });
        asId.Status.ShouldBeOneOf(202, 400);
        var asMessageId = await attacked.Library.PostsAsync(
            JsonSerializer.Serialize(new { messageId = $"m{text}", requestId = "7YBQX1AGBZMSD7W1X4SXJB9YAJ", status = "note" }));
        asMessageId.Status.ShouldBeOneOf(202, 400);
        await attacked.Bench.SettleAsync();

        (await attacked.Patron.StatusAsync(attacked.Loan)).ShouldBe("sourcing");
    }
}
