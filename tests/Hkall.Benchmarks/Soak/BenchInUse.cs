using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.LocalHost;

namespace Hkall.Benchmarks.Soak;

/// <summary>What a call was answered.</summary>
internal sealed record Reply(int Status, JsonNode? Json)
{
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>The code of a refusal; empty where there is none.</summary>
    public string Code => Json is JsonObject problem && problem["code"]?.GetValue<string>() is { } code ? code : string.Empty;

    public IEnumerable<JsonNode> Items => ((Json as JsonObject)?["items"] as JsonArray ?? Json as JsonArray ?? []).OfType<JsonNode>();
}

/// <summary>
/// The bench as a process of its own, on an Azurite that outlives it and with a clock moved by hand, spoken to over HTTP alone. It kills itself after some
/// of its storage requests; whoever calls then starts it again and repeats the call, as people do.
/// </summary>
internal sealed class BenchInUse(string storage, string data, int killEvery, Random chance) : IAsyncDisposable
{
    private const int MostTries = 20;

    /// <summary>What happened, what was thrown, and where.</summary>
    private const int LinesOfAnError = 5;

    /// <summary>Who asks for a day to pass waits until all of it is done.</summary>
    private static readonly HttpClient Http = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    { Timeout = TimeSpan.FromMinutes(10) };

    private readonly Dictionary<string, string> _tokens = [];
    private Process? _process;
    private Uri _url = new("http://127.0.0.1:0");
    private Task<string>? _said;

    public int Killed { get; private set; }

    public int Calls { get; private set; }

    /// <summary>Answers that must never be given, with what was asked.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>How often each refusal was met.</summary>
    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>What the program wrote to its log as an error.</summary>
    public List<string> Errors { get; } = [];

    public long MemoryBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Tokens last for an hour of the bench's time.</summary>
    public void SignEverybodyOut() => _tokens.Clear();

    public Task<Reply> GetAsync(string path, string? person = null) => SendAsync(HttpMethod.Get, path, person, null, null);

    public Task<Reply> PostAsync(string path, string? person = null, object? body = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, person, body, key);

    public Task<Reply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, null, body, null);

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        await _process.WaitForExitAsync();
        await CollectAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task StartAsync()
    {
        do
        {
            await CollectAsync();
            _process?.Dispose();
        }
        while (!await StartsAsync());
    }

    private async Task<Reply> SendAsync(HttpMethod method, string path, string? person, object? body, string? key)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(_url, path));
                if (body is not null)
                {
                    request.Content = new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
                }

                if (person is not null)
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
                }

                if (key is not null)
                {
                    request.Headers.Add("Idempotency-Key", key);
                }

                using var response = await Http.SendAsync(request);
                return await ReadAsync(response, $"{method} {path}");
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException)
            {
                await _process!.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
                Killed++;
                await StartAsync();
            }
        }

        throw new InvalidOperationException($"{method} {path} was not answered at {MostTries} tries.");
    }

    private async Task<Reply> ReadAsync(HttpResponseMessage response, string asked)
    {
        Calls++;
        var status = (int)response.StatusCode;
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        var text = isJson ? await response.Content.ReadAsStringAsync() : string.Empty;
        if (!isJson)
        {
            await response.Content.CopyToAsync(Stream.Null);
        }

        var reply = new Reply(status, text.Length == 0 ? null : JsonNode.Parse(text));
        if (status >= 500)
        {
            Faults.Add($"{asked}: {status} {text}");
        }
        else if (status >= 400)
        {
            Refusals[reply.Code] = Refusals.GetValueOrDefault(reply.Code) + 1;
        }

        return reply;
    }

    private async Task<string> TokenAsync(string person)
    {
        if (!_tokens.TryGetValue(person, out var token))
        {
            using var content = new StringContent(JsonSerializer.Serialize(new { person }), Encoding.UTF8, "application/json");
            using var response = await Http.PostAsync(new Uri(_url, "/bench/sign-in"), content);
            _tokens[person] = token = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["token"]!.GetValue<string>();
        }

        return token;
    }

    private async Task<bool> StartsAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(BenchServices).Assembly.Location, "--urls", _url.ToString(), "--data", data, "--storage", storage, "--clock", "manual", "--now",
                "2027-01-04T10:00:00+08:00"])
        {
            RedirectStandardOutput = true,
        };
        if (killEvery > 0)
        {
            start.Environment["HKALL_BENCH_KILL_AT"] = chance.Next(killEvery / 2, killEvery * 3 / 2).ToString(CultureInfo.InvariantCulture);
        }

        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Ready at ", StringComparison.Ordinal))
            {
                _url = new Uri(line["Ready at ".Length..]);
                _said = _process.StandardOutput.ReadToEndAsync();
                return true;
            }
        }

        await _process.WaitForExitAsync();
        Killed++;
        return false;
    }

    /// <summary>Reads what the last process wrote to its log, as far as it tells of errors.</summary>
    private async Task CollectAsync()
    {
        if (_said is null)
        {
            return;
        }

        var lines = (await _said).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("fail:", StringComparison.Ordinal) || lines[i].StartsWith("crit:", StringComparison.Ordinal))
            {
                Errors.Add(
                    string.Join(
                        ' ', lines.Skip(i + 1).TakeWhile(line => line.StartsWith(' ')).Take(LinesOfAnError).Prepend(lines[i]).Select(line => line.Trim())));
            }
        }

        _said = null;
    }
}
