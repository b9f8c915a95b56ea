using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Hkall.Domain.Model;
using Hkall.LocalHost;
using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Clock;
using Hkall.LocalHost.People;
using Hkall.Pages.SigningIn;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Sessions;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hkall.TestKit.Drivers;

/// <summary>
/// A bench in this process with a clock that is moved by hand, spoken to over HTTP alone. It begins on a Monday morning; a
/// call that fails in a way nobody foresaw fails the test when the bench is put away.
/// </summary>
public sealed class ABench : IAsyncDisposable
{
    public const string Begins = "2026-11-23T09:00:00+08:00";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The policy of this build, but that patrons are asked about charges of every tier: the libraries nearest at hand are in Hong Kong.</summary>
    private static readonly PolicyDocument AskingAboutEveryCharge = Asking(PolicyFile.Default());

    private readonly BenchHost _host;
    private readonly Failures _failures;
    private readonly ConcurrentDictionary<string, SamplePerson> _newcomers = new(StringComparer.Ordinal);
    private int _messages;
    private int _newcomersSoFar;

    private ABench(BenchHost host, Failures failures)
    {
        (_host, _failures) = (host, failures);
    }

    public Uri Url => _host.Url;

    /// <summary>How often the clock was moved: a token may have expired since.</summary>
    public int Moves { get; private set; }

    /// <param name="adapt">Puts something of the test's own in place of a service.</param>
    /// <param name="arguments">Changes the bench's arguments.</param>
    public static Task<ABench> InMemoryAsync(Action<IServiceCollection>? adapt = null, Func<BenchArguments, BenchArguments>? arguments = null) =>
        StartAsync(adapt ?? (_ => { }), arguments);

    /// <summary>On rows, files and a queue that are there already.</summary>
    public static Task<ABench> OnAsync(StorageClients clients, Action<IServiceCollection>? adapt = null) =>
        OnAsync(clients.Rows, clients.Blobs, clients.Queue, adapt);

    public static Task<ABench> OnAsync(IRows rows, IBlobs blobs, IMessageQueue queue, Action<IServiceCollection>? adapt = null) => StartAsync(services =>
    {
        services.AddSingleton(rows);
        services.AddSingleton(blobs);
        services.AddSingleton(queue);
        adapt?.Invoke(services);
    });

    /// <summary>A number that no message to this bench has had: a library never uses the id of a message twice.</summary>
    public int NextMessage() => Interlocked.Increment(ref _messages);

    public APatron Patron(string person) => new(this, person);

    /// <summary>A member of the academic staff who is none of the sample people: nobody else has placed, paid or received anything in their name.</summary>
    public APatron NewPatron()
    {
        var person = $"newcomer-{Interlocked.Increment(ref _newcomersSoFar)}";
        _newcomers[person] = new SamplePerson(person, "Dr New Comer", $"{person}@ln.example", PatronGroup.Academic, [], "en");
        return Patron(person);
    }

    public LendingStaff LendingStaff() => new(this);

    public ALibrary Library(string symbol) => new(this, symbol);

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? token = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Url, path)) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        }

        using var response = await Http.SendAsync(request);
        var answer = await Answer.OfAsync(response);
        await DescribedAnswers.CheckAsync(Http, Url, method, path, answer);
        return answer;
    }

    /// <summary>Says just these bytes to the server and gives what it answers, for what a well-behaved client would never send.</summary>
    public async Task<string> SayAsync(byte[] request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Url.Host, Url.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(request);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public Task<Answer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token);

    public Task<Answer> PostAsync(string path, object? body = null, string? token = null) =>
        SendAsync(HttpMethod.Post, path, token, body is null ? null : JsonOf(body));

    public static StringContent JsonOf(object body) =>
        new(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

    /// <summary>Returns when no work is due.</summary>
    public async Task SettleAsync() => (await PostAsync("/bench/settle")).ShouldBe(200);

    /// <summary>Lets time pass, stopping at every deadline on the way.</summary>
    public async Task AdvanceAsync(string duration) => await MoveAsync(new { advance = duration });

    public async Task MoveToAsync(string instant) => await MoveAsync(new { to = instant });

    public async Task<DateTimeOffset> NowAsync() => (await GetAsync("/bench/clock")).ShouldBe(200).Json.Instant("now");

    /// <summary>What the libraries do with their next requests; <c>*</c> is every library.</summary>
    public async Task ScriptAsync(string symbol, params string[] scenarios) =>
        (await SendAsync(HttpMethod.Put, $"/bench/partners/{symbol}/script", content: JsonOf(new { next = scenarios }))).ShouldBe(204);

    public async Task<string> TokenAsync(string person) => _newcomers.TryGetValue(person, out var newcomer)
        ? Service<BenchIssuer>().Issue(newcomer, Service<TimeProvider>().GetUtcNow())
        : (await PostAsync("/bench/sign-in", new { person })).ShouldBe(200).Json.At("token")!;

    /// <summary>The cookie that a person has once they have signed in on the pages.</summary>
    public (string Name, string Value) SessionOf(string person)
    {
        var claims = BenchIssuer.ClaimsOf(_newcomers.GetValueOrDefault(person) ?? SamplePeople.Find(person).ShouldNotBeNull(person));
        return SessionOf(PageSession.Principal(claims), Service<MachineTime>().Clock.GetUtcNow());
    }

    /// <param name="authenticatedAt">When they showed who they are; a sign-in that is too old does not do for everything.</param>
    public (string Name, string Value) SessionOf(ClaimsPrincipal person, DateTimeOffset? authenticatedAt)
    {
        var session = Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get(PageSession.Scheme);
        var now = Service<MachineTime>().Clock.GetUtcNow();
        var begun = SessionCookie.Of(person, providerSession: null, authenticatedAt, userAgent: null);

        // The rows are in memory, or a few milliseconds away.
        var id = Service<SessionStore>().BeginAsync(begun, CancellationToken.None).GetAwaiter().GetResult();
        var times = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + SessionLimits.LongestOfPatrons };
        return (session.Cookie.Name!, session.TicketDataFormat.Protect(new AuthenticationTicket(SessionCookie.Content(id), times, PageSession.Scheme)));
    }

    public async Task<IReadOnlyList<JsonElement>> MailAsync(string? to = null) =>
        (await GetAsync(to is null ? "/bench/mail" : $"/bench/mail?to={Uri.EscapeDataString(to)}")).ShouldBe(200).Json.Items();

    /// <summary>Storage requests so far, as <c>tables POST</c>.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountersAsync() =>
        (await GetAsync("/bench/counters")).ShouldBe(200).Json.EnumerateObject()
            .SelectMany(service => service.Value.EnumerateObject().Select(verb => (Name: $"{service.Name} {verb.Name}", Count: verb.Value.GetInt64())))
            .ToDictionary(counter => counter.Name, counter => counter.Count);

    /// <summary>The services inside, for what has no call of its own.</summary>
    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _failures.All.ShouldBeEmpty();
    }

    private static async Task<ABench> StartAsync(Action<IServiceCollection> adapt, Func<BenchArguments, BenchArguments>? change = null)
    {
        var failures = new Failures();
        var arguments = new BenchArguments
        {
            Urls = "http://127.0.0.1:0",
            Data = string.Empty,
            Pace = ClockPace.Manual,
            Now = DateTimeOffset.Parse(Begins, System.Globalization.CultureInfo.InvariantCulture),
            Storage = new BenchStorage.Memory(),
        };
        var host = await BenchHost.StartAsync(change?.Invoke(arguments) ?? arguments, BenchServices.RealTime, CancellationToken.None, services =>
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(failures));
            services.AddSingleton(AskingAboutEveryCharge);
            adapt(services);
        });
        return new ABench(host, failures);
    }

    private static PolicyDocument Asking(PolicyDocument usual) => usual with
    {
        Figures = usual.Figures with { Charges = new ChargePolicy { BorneByLibrary = new(Hkall: false, Local: false, Overseas: false) } },
    };

    private async Task MoveAsync(object move)
    {
        (await PostAsync("/bench/clock", move)).ShouldBe(200);
        Moves++;
    }
}
