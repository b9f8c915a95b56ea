using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Endpoints;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.OpeningDays;
using Hkall.Service.Partners;
using Hkall.Service.Privacy;
using Hkall.Service.Replies;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Upkeep;
using Hkall.TestKit.Builders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.LocalHost.Tests.Drivers;

/// <summary>All of the bench's own on a free port, with a desk that is played: it writes down what libraries send and answers as it is told.</summary>
public sealed class BenchUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchUnderTest(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = app.Services.GetRequiredService<BenchAddress>().Url };
    }

    public HttpClient Http { get; }

    public List<ReceivedCallback> Callbacks { get; } = [];

    /// <summary>What the desk answers to the next callbacks; then it accepts.</summary>
    public Queue<HttpStatusCode> Answers { get; } = new();

    public T The<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="folder">Where it keeps what it must know again; in memory alone without one.</param>
    public static async Task<BenchUnderTest> StartAsync(TempFolder? folder = null, ClockPace? pace = null, bool partners = true)
    {
        BenchUnderTest? bench = null;
        var arguments = new BenchArguments
        {
            Urls = "http://127.0.0.1:0",
            Data = folder?.Path ?? Path.GetTempPath(),
            Pace = pace ?? ClockPace.Manual,
            Now = Times.Monday,
            Storage = folder is null ? new BenchStorage.Memory() : new BenchStorage.Azurite(),
            SimulatedPartners = partners,
        };
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(arguments.Urls);
        builder.Services.AddBench(arguments, Times.Real());
        AddDesk(builder);
        var app = builder.Build();
        UseDesk(app, () => bench!);
        app.MapBench();
        await app.StartAsync();
        bench = new BenchUnderTest(app);
        return bench;
    }

    /// <summary>Sends a library one of our messages, signed, as the desk does.</summary>
    public async Task<HttpStatusCode> TellAsync(
        string symbol, RequestingAction word, string messageId, ServiceType service = ServiceType.Loan, string requestId = "r1", string? secret = null)
    {
        var message = new OutgoingMessage
        {
            MessageId = messageId,
            Message = word,
            RequestId = requestId,
            To = symbol,
            Service = service,
            Item = new Item { Title = "吶喊", Author = "魯迅" },
            At = The<BenchClock>().GetUtcNow(),

            // The port of an earlier start: libraries find the bench where it is now.
            CallbackUrl = new Uri($"http://127.0.0.1:1/api/partners/{symbol}/callbacks"),
            FileUrl = service == ServiceType.Copy ? new Uri($"http://127.0.0.1:1/api/partners/{symbol}/requests/{requestId}/file") : null,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(message, BenchJson.Options);
        var timestamp = The<BenchClock>().GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/bench/libraries/{symbol}/inbox") { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.IdHeader, messageId);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            WebhookSignature.SignatureHeader, WebhookSignature.Sign(secret ?? The<LibraryList>().Find(symbol)!.Secret, messageId, timestamp, body));
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }

    public async Task ScriptAsync(string symbol, params string[] next) =>
        (await Http.PutAsJsonAsync($"/bench/partners/{symbol}/script", new { next })).EnsureSuccessStatusCode();

    public async Task AdvanceAsync(string duration) =>
        (await Http.PostAsJsonAsync("/bench/clock", new { advance = duration })).EnsureSuccessStatusCode();

    public async Task SettleAsync() => (await Http.PostAsync("/bench/settle", null)).EnsureSuccessStatusCode();

    public async Task<JsonElement> GetAsync(string url) => await Http.GetFromJsonAsync<JsonElement>(url);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void AddDesk(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<FakeDueRequests>();
        builder.Services.AddSingleton<IDueRequestProcessor>(provider => provider.GetRequiredService<FakeDueRequests>());
        builder.Services.AddSingleton<ISweep>(provider => provider.GetRequiredService<FakeDueRequests>());
        builder.Services.AddSingleton<IRows, MemoryRows>();
        builder.Services.AddSingleton<IRandom, SystemRandom>();
        builder.Services.AddSingleton(new MachineTime(Times.Real()));
        builder.Services.AddSingleton<JobRows>();
        builder.Services.AddSingleton<Jobs>();
        builder.Services.AddSingleton<IPartnerInbox>(provider => provider.GetRequiredService<FakeDueRequests>());
        builder.Services.AddSingleton<IReplies>(provider => provider.GetRequiredService<FakeDueRequests>());
        builder.Services.AddSingleton<IQueuedMailSender>(provider => provider.GetRequiredService<FakeDueRequests>());
        builder.Services.AddSingleton<IDateMover>(provider => provider.GetRequiredService<FakeDueRequests>());
        builder.Services.AddSingleton<IRetention>(provider => provider.GetRequiredService<FakeDueRequests>());
        builder.Services.AddSingleton<IMessageQueue>(new MemoryQueue(Times.Real()));
        builder.Services.AddSingleton<StorageCounts>(() => new Dictionary<string, long> { ["tables GET"] = 3, ["tables POST"] = 2, ["queues GET"] = 1 });
    }

    private static void UseDesk(WebApplication app, Func<BenchUnderTest> bench)
    {
        app.MapPost("/api/partners/{symbol}/callbacks", Take);
        app.MapPut("/api/partners/{symbol}/requests/{id}/file", Take);

        async Task<IResult> Take(string symbol, HttpRequest request, LibraryList list, BenchClock clock)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            string Header(string name) => request.Headers[name].ToString();
            var id = Header(WebhookSignature.IdHeader);
            var now = clock.GetUtcNow();
            var fits = WebhookSignature.Verify(
                [list.Find(symbol)!.Secret], id, Header(WebhookSignature.TimestampHeader), Header(WebhookSignature.SignatureHeader), body.ToArray(), now);
            bench().Callbacks.Add(new ReceivedCallback(request.Method, request.Path, request.ContentType ?? "", id, fits, body.ToArray(), now));
            return Results.StatusCode(
                (int)(bench().Answers.TryDequeue(out var answer) ? answer : fits ? HttpStatusCode.Accepted : HttpStatusCode.Unauthorized));
        }
    }
}
