using System.Globalization;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>
/// SSRF by our POSTs: the server of a library answers a message of ours as no server should. It never leads the message elsewhere, never
/// learns more than one request, and holds neither the patron nor the clock.
/// </summary>
public sealed class OurPostsTests(BenchWithPatience fixture) : IClassFixture<BenchWithPatience>, IAsyncLifetime
{
    /// <summary>Longer than every wait of ours; a call that takes so long hangs.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(20);

    private readonly ARudeServer _server = ARudeServer.Start();
    private readonly ARudeServer _elsewhere = ARudeServer.Start();

    public async Task InitializeAsync() => await fixture.MoveLibrariesToAsync(_server.Url);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_staff_learn_that_the_server_has_moved(int status)
    {
        _server.Answers = () => [$"HTTP/1.1 {status} Moved\r\nLocation: {_elsewhere.Url}\r\nContent-Length: 0\r\n\r\n"];

        var (_, id) = await fixture.PlacedAsync().WaitAsync(Hangs);

        var (state, note) = await fixture.FirstMessageAsync(id);
        state.ShouldBe("given-up");
        note.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"The library's server has moved ({status})."));
        _server.Asked.ShouldHaveSingleItem().ShouldBe("POST /inbox HTTP/1.1");
        _elsewhere.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/inbox")]
    [InlineData("//evil.example/inbox")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("\u00ff\u00fe")]
    [InlineData("")]
    public async Task No_place_that_a_redirect_names_is_visited(string place)
    {
        _server.Answers = () => [$"HTTP/1.1 307 Moved\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n"];

        var (_, id) = await fixture.PlacedAsync().WaitAsync(Hangs);

        (await fixture.FirstMessageAsync(id)).State.ShouldBe("given-up");
        _server.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("nothing at all", "waiting")]
    [InlineData("half a status line", "waiting")]
    [InlineData("a header without end", "waiting")]
    [InlineData("headers without end", "waiting")]
    [InlineData("provisional answers without end", "waiting")]
    [InlineData("a length and no body", "waiting")]
    [InlineData("a length and one byte", "waiting")]
    [InlineData("a chunk that does not come", "waiting")]
    [InlineData("chunks without end", "delivered")]
    [InlineData("a body without end", "delivered")]
    [InlineData("a length beyond any", "delivered")]
    [InlineData("another protocol", "waiting")]
    [InlineData("an upgrade", "given-up")]
    [InlineData("a status of four figures", "waiting")]
    [InlineData("two lengths", "delivered")]
    [InlineData("a negative length", "waiting")]
    [InlineData("cookies", "delivered")]
    [InlineData("a refusal without end", "given-up")]
    public async Task A_server_that_never_ends_holds_neither_the_patron_nor_the_clock(string what, string state)
    {
        _server.Answers = () => Rude(what);

        var (patron, id) = await fixture.PlacedAsync().WaitAsync(Hangs);
        var first = await fixture.FirstMessageAsync(id);
        var cancelled = await patron.CancelsAsync(id).WaitAsync(Hangs);
        await fixture.Bench.SettleAsync().WaitAsync(Hangs);

        first.State.ShouldBe(state, first.Note);
        cancelled.ShouldBe(200);
        _server.Asked.ShouldAllBe(line => line == "POST /inbox HTTP/1.1");
    }

    [Theory]
    [InlineData("an answer cut short", "waiting")]
    [InlineData("nothing and hangs up", "waiting")]
    [InlineData("headers cut short", "waiting")]
    public async Task A_server_that_hangs_up_is_asked_again_later(string what, string state)
    {
        _server.HangsUp = true;
        _server.Answers = () => what switch
        {
            "an answer cut short" => ["HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n<"],
            "headers cut short" => ["HTTP/1.1 200 OK\r\nContent-Le"],
            _ => [],
        };

        var (_, id) = await fixture.PlacedAsync().WaitAsync(Hangs);

        (await fixture.FirstMessageAsync(id)).State.ShouldBe(state);
    }

    [Fact]
    public async Task The_clock_goes_on_while_a_library_drips()
    {
        var own = new BenchWithPatience();
        await own.InitializeAsync();
        await own.MoveLibrariesToAsync(_server.Url);
        _server.Answers = () => Rude("a length and one byte");
        await own.PlacedAsync().WaitAsync(Hangs);
        var before = await own.Bench.NowAsync();

        await own.Bench.AdvanceAsync("PT10M").WaitAsync(Hangs);

        (await own.Bench.NowAsync()).ShouldBe(before.AddMinutes(10));
        _server.Asked.Count.ShouldBeGreaterThan(1, "It was tried again on the way.");
        await own.DisposeAsync();
    }

    private static IEnumerable<string> Rude(string what) => what switch
    {
        "nothing at all" => [],
        "half a status line" => ["HTTP/1.1 20"],
        "a header without end" => Then("HTTP/1.1 200 OK\r\nX: ", Without(new string('a', 1024))),
        "headers without end" => Then("HTTP/1.1 200 OK\r\n", Without("X-Header: value\r\n")),
        "provisional answers without end" => Without("HTTP/1.1 103 Early Hints\r\n\r\n"),
        "a length and no body" => ["HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"],
        "a length and one byte" => ["HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n", "<"],
        "a chunk that does not come" => ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\n<"],
        "chunks without end" => Then("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Without("400\r\n" + new string('x', 1024) + "\r\n")),
        "a body without end" => Then("HTTP/1.1 200 OK\r\n\r\n", Without(new string('x', 1024))),
        "a length beyond any" => Then("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n", Without(new string('x', 1024))),
        "another protocol" => ["220 mail.library.example ESMTP\r\n"],
        "an upgrade" => ["HTTP/1.1 400 Bad\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 0\r\n\r\n"],
        "a status of four figures" => ["HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n"],
        "two lengths" => ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 60000\r\n\r\nhello"],
        "a negative length" => ["HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"],
        "cookies" => ["HTTP/1.1 202 Accepted\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"],
        "a refusal without end" => Then("HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n", Without("400\r\n" + new string('x', 1024) + "\r\n")),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private static IEnumerable<string> Then(string first, IEnumerable<string> rest) => rest.Prepend(first);

    /// <summary>More than anybody reads: the client closes the line long before the last.</summary>
    private static IEnumerable<string> Without(string part) => Enumerable.Repeat(part, 10_000_000);
}
