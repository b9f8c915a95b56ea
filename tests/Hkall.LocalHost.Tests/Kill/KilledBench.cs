using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Kill;

/// <summary>
/// The program itself, in a process of its own that kills itself where it is told to. Its callers go on as people and
/// machines would: the program is started again, and a call that was not answered is repeated.
/// </summary>
public sealed class KilledBench : IAsyncDisposable
{
    private const int MostTries = 12;

    // Whoever asks for time to pass may have to wait until the bench has caught up with what it left behind.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromMinutes(3),
    };

    private readonly string _storage;
    private readonly string _data;
    private readonly Queue<string> _kills;
    private Process _process = null!;
    private string _url = "http://127.0.0.1:0";

    private KilledBench(string storage, string data, IEnumerable<string> kills)
    {
        (_storage, _data, _kills) = (storage, data, new Queue<string>(kills));
    }

    /// <summary>How often it was killed.</summary>
    public int Killed { get; private set; }

    /// <param name="storage">The connection string of an account that outlives the program.</param>
    /// <param name="kills">Where it is killed the first time, where after its next start, and so on; then no more.</param>
    public static async Task<KilledBench> StartAsync(string storage, string data, IEnumerable<string> kills)
    {
        var bench = new KilledBench(storage, data, kills);
        await bench.StartAsync();
        return bench;
    }

    /// <summary>Sends it until it is answered.</summary>
    /// <returns>The answer, and whether it had to be sent again.</returns>
    public async Task<(Answer Answer, bool Again)> SendAsync(HttpMethod method, string path, object? body = null, string? person = null, string? key = null)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(new Uri(_url), path)) { Content = body is null ? null : ABench.JsonOf(body) };
                if (person is not null)
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
                }

                if (key is not null)
                {
                    request.Headers.Add("Idempotency-Key", key);
                }

                using var response = await Http.SendAsync(request);
                return (await Answer.OfAsync(response), tries > 0);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                await RestartAsync(broken);
            }
        }

        throw new ShouldAssertException($"{method} {path} was not answered at {MostTries} tries.");
    }

    public async Task<JsonElement> GetAsync(string path, string? person = null)
    {
        var (answer, _) = await SendAsync(HttpMethod.Get, path, person: person);
        return answer.ShouldBe(200).Json;
    }

    /// <summary>Moves the clock, and has all that is due by then done.</summary>
    public async Task MoveToAsync(DateTimeOffset instant)
    {
        var (answer, _) = await SendAsync(HttpMethod.Post, "/bench/clock", new { to = instant.ToString("O") });
        answer.ShouldBe(200);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<string> TokenAsync(string person)
    {
        using var content = ABench.JsonOf(new { person });
        using var response = await Http.PostAsync(new Uri(new Uri(_url), "/bench/sign-in"), content);
        return (await Answer.OfAsync(response)).ShouldBe(200).Json.At("token")!;
    }

    private async Task RestartAsync(Exception broken)
    {
        await _process.WaitForExitAsync().WaitAsync(Times.Patience);
        _process.ExitCode.ShouldNotBe(0, broken.Message);
        _process.Dispose();
        Killed++;
        await StartAsync();
    }

    /// <summary>Starts it; killed while it starts, it is started again.</summary>
    private async Task StartAsync()
    {
        while (!await StartsAsync(_kills.TryDequeue(out var kill) ? kill : null))
        {
            await _process.WaitForExitAsync();
            _process.Dispose();
            Killed++;
        }
    }

    private async Task<bool> StartsAsync(string? kill)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Hkall.LocalHost.dll"),
            "--urls", _url, "--data", _data, "--storage", _storage, "--clock", "manual", "--now", ABench.Begins,
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HKALL_BENCH_KILL_AT"] = kill;
        _process = Process.Start(start)!;
        var complaints = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Ready at ", StringComparison.Ordinal))
            {
                _url = line["Ready at ".Length..];
                _ = _process.StandardOutput.ReadToEndAsync();
                return true;
            }
        }

        return kill is not null ? false : throw new ShouldAssertException($"The bench did not start: {await complaints}");
    }
}
