using System.Collections.Concurrent;
using System.Text;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>
/// Secrets and people in logs: whatever a stranger or a library sends, the service's own messages hold no secret of it and no line of its making.
/// (What a journey leaves in logs is looked at by <see cref="Journeys.NobodyIsNamedTests"/>.)
/// </summary>
public sealed class LogTests(LogTests.LoggedBench attacked) : IClassFixture<LogTests.LoggedBench>
{
    private const string Secret = "c2VjcmV0LW9mLXRoZS1jYWxsZXI";
    private const string Forged = "Critical: everything was erased";

    [Theory]
    [InlineData("a bearer token")]
    [InlineData("a cookie")]
    [InlineData("a gateway's key")]
    [InlineData("a wrong signature")]
    [InlineData("a download link")]
    [InlineData("an answer link")]
    [InlineData("a query")]
    [InlineData("a message with a line break in its words")]
    [InlineData("a message with a line break in its id")]
    [InlineData("a message that is no JSON")]
    [InlineData("a message that is no XML")]
    [InlineData("a path with a line break")]
    public async Task No_secret_and_no_line_of_a_callers_own_is_logged(string attack)
    {
        (await SendAsync(attack)).Status.ShouldBeLessThan(500);
        await attacked.Bench.SettleAsync();

        attacked.Lines.ShouldNotBeEmpty();
        attacked.Lines.ShouldNotContain(line => line.Contains(Secret, StringComparison.Ordinal));
        attacked.Lines.SelectMany(line => line.Split('\n', '\r')).ShouldNotContain(line => line.StartsWith(Forged, StringComparison.Ordinal));
    }

    private Task<Answer> SendAsync(string attack) => attack switch
    {
        "a bearer token" => attacked.Bench.GetAsync("/api/me", Secret),
        "a cookie" => attacked.Bench.SendAsync(HttpMethod.Get, "/requests", null, null, ("Cookie", $"hkall={Secret}; __Host-hkall={Secret}")),
        "a gateway's key" => attacked.Bench.SendAsync(HttpMethod.Post, "/api/iso18626", null, Xml("<a/>"), ("X-Gateway-Key", Secret)),
        "a wrong signature" => attacked.Bench.SendAsync(
            HttpMethod.Post, "/api/partners/HKU/callbacks", null, ABench.JsonOf("{}"), ("webhook-id", "m-1"), ("webhook-timestamp", "1764000000"),
            ("webhook-signature", $"v1,{Secret}")),
        "a download link" => attacked.Bench.SendAsync(HttpMethod.Post, $"/api/downloads/{Secret}"),
        "an answer link" => attacked.Bench.GetAsync($"/api/answers/{Secret}"),
        "a query" => attacked.Bench.GetAsync($"/?q={Secret}"),
        "a message with a line break in its words" => SignedAsync($$"""{ "event": "note", "requestId": "{{attacked.Loan}}", "note": "x\n{{Forged}} {{Secret}}" }"""),
        "a message with a line break in its id" => SignedAsync($$"""{ "event": "shipped", "requestId": "x\n{{Forged}} {{Secret}}" }"""),
        "a message that is no JSON" => SignedAsync($"{{\n{Forged} {Secret}"),
        "a message that is no XML" => SignedAsync($"<a>\n{Forged} {Secret}", "/api/iso18626", "application/xml"),
        "a path with a line break" => attacked.Bench.GetAsync($"/api/requests/x%0A{Uri.EscapeDataString(Forged)}{Secret}", Secret),
        _ => throw new ArgumentOutOfRangeException(nameof(attack), attack, "No such attack."),
    };

    private async Task<Answer> SignedAsync(string body, string path = "/api/partners/HKU/callbacks", string type = "application/json") =>
        await attacked.Bench.SendAsync(
            HttpMethod.Post, path, null, new StringContent(body, Encoding.UTF8, type), await attacked.Library.SignAsync(Encoding.UTF8.GetBytes(body)));

    private static StringContent Xml(string body) => new(body, Encoding.UTF8, "application/xml");

    /// <summary>The bench, and what its own parts log at every level; the framework's messages only from warnings on, as on the bench.</summary>
    public sealed class LoggedBench : AttackBench
    {
        private readonly Log _log = new();

        public IReadOnlyCollection<string> Lines => _log.Lines;

        protected override void Adapt(IServiceCollection services) => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
    }

    private sealed class Log : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
