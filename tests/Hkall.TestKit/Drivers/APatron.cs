using System.Text.Json;

namespace Hkall.TestKit.Drivers;

/// <summary>A patron at their screen: what they can do and see, and the mail they get.</summary>
public sealed class APatron(ABench bench, string person)
{
    private (string Token, int Moves)? _signedIn;

    /// <summary>The name by which the bench knows them.</summary>
    public string Person => person;

    public string Email => $"{person}@ln.example";

    /// <summary>A token that has not expired: time may have passed since the last one.</summary>
    public async Task<string> TokenAsync()
    {
        if (_signedIn is not { } held || held.Moves != bench.Moves)
        {
            _signedIn = held = (await bench.TokenAsync(person), bench.Moves);
        }

        return held.Token;
    }

    public async Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        await bench.SendAsync(HttpMethod.Get, path, await TokenAsync(), null, headers);

    public async Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        await bench.SendAsync(HttpMethod.Post, path, await TokenAsync(), body is null ? null : ABench.JsonOf(body), headers);

    public Task<Answer> PlaceAsync(object order, params (string Name, string Value)[] headers) => PostAsync("/api/requests", order, headers);

    /// <summary>Places the order and waits until all that follows at once is done.</summary>
    /// <returns>The request's id.</returns>
    public async Task<string> HasPlacedAsync(object order)
    {
        var placed = (await PlaceAsync(order)).ShouldBe(201);
        await bench.SettleAsync();
        return placed.Json.At("id")!;
    }

    public async Task<JsonElement> SeesAsync(string id) => (await GetAsync($"/api/requests/{id}")).ShouldBe(200).Json;

    public async Task<string?> StatusAsync(string id) => (await SeesAsync(id)).At("status");

    public async Task<Answer> CancelsAsync(string id)
    {
        var answer = await PostAsync($"/api/requests/{id}/cancel");
        return answer;
    }

    public Task<Answer> DownloadsAsync(string id) => GetAsync($"/api/requests/{id}/file");

    public async Task<IReadOnlyList<JsonElement>> MyRequestsAsync(string query = "?state=all") =>
        (await GetAsync($"/api/requests{query}")).ShouldBe(200).Json.Items();

    public async Task<JsonElement> FeesAsync() => (await GetAsync("/api/me/fees")).ShouldBe(200).Json;

    /// <summary>What the Library's own system says of them from now on.</summary>
    public async Task HasOfTheLibraryAsync(object account) =>
        (await bench.SendAsync(HttpMethod.Put, $"/bench/circulation/{person}", null, ABench.JsonOf(account))).ShouldBe(204);

    /// <summary>What was entered for them in the Library's own system, as kind and amount.</summary>
    public async Task<IReadOnlyList<string>> EnteredAsync() =>
        [.. (await bench.GetAsync($"/bench/circulation/{person}")).ShouldBe(200).Json.GetProperty("fees")
            .EnumerateArray().Select(fee => $"{fee.At("kind")} {fee.At("amount")}")];

    /// <summary>Requests that count against the quota, and those still free.</summary>
    public async Task<(int Used, int Remaining)> QuotaAsync()
    {
        var quota = (await GetAsync("/api/me")).ShouldBe(200).Json.GetProperty("quota");
        return (quota.GetProperty("used").GetInt32(), quota.GetProperty("remaining").GetInt32());
    }

    /// <summary>The mail about a request by the names of its templates, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MailAsync(string id) => [.. (await LettersAsync(id)).Select(mail => mail.At("template")!)];

    public async Task<IReadOnlyList<JsonElement>> LettersAsync(string id) =>
        [.. (await bench.MailAsync(Email)).Where(mail => mail.At("requestId") == id)];

    /// <summary>The secret part of the link in the mail that says that the copy is ready.</summary>
    public async Task<string> LinkAsync(string id)
    {
        var text = (await LettersAsync(id)).Last(mail => mail.At("template") == "ready-to-download").At("text")!;
        var link = text.Split('\n', ' ').Single(word => word.Contains("/downloads/", StringComparison.Ordinal)).Trim();
        return link[(link.LastIndexOf('/') + 1)..];
    }
}
