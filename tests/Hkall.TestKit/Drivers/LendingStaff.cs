using System.Net.Http.Headers;
using System.Text.Json;

namespace Hkall.TestKit.Drivers;

/// <summary>A member of staff at the lending desk.</summary>
public sealed class LendingStaff(ABench bench)
{
    public const string Person = "lam-mei-ling";

    private readonly APatron _self = bench.Patron(Person);

    public Task<string> TokenAsync() => _self.TokenAsync();

    public Task<Answer> GetAsync(string path) => _self.GetAsync(path);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) => _self.PostAsync(path, body, headers);

    /// <summary>One of the actions of the contract, on the request as it is now, whatever comes of it.</summary>
    public async Task<Answer> TriesToAsync(string action, string id, object? body = null) =>
        await PostAsync($"/api/staff/requests/{id}/{action}", body, (await GetAsync($"/api/staff/requests/{id}")).IfMatch());

    /// <summary>The same, without saying what was seen: as from a script.</summary>
    public Task<Answer> TriesBlindlyToAsync(string action, string id, object? body = null) => PostAsync($"/api/staff/requests/{id}/{action}", body);

    /// <summary>The same, done, and all that follows at once.</summary>
    public async Task DoesAsync(string action, string id, object? body = null)
    {
        (await TriesToAsync(action, id, body)).ShouldBe(200);
        await bench.SettleAsync();
    }

    /// <summary>Settles or waives a fee of a request, which is the first part of its id, as it is now.</summary>
    public async Task<Answer> PutsFeeAsync(string path, object body) =>
        await PostAsync(path, body, (await GetAsync($"/api/staff/requests/{path.Split("/fees/")[1].Split('-')[0]}")).IfMatch());

    public async Task<Answer> PutsScanAsync(string id, byte[] file, string? contentType = "application/pdf")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        var answer = await bench.SendAsync(HttpMethod.Put, $"/api/staff/requests/{id}/file", await TokenAsync(), content);
        await bench.SettleAsync();
        return answer;
    }

    public async Task<JsonElement> SeesAsync(string id) => (await GetAsync($"/api/staff/requests/{id}")).ShouldBe(200).Json;

    /// <summary>The ids of the requests in one list of work.</summary>
    public async Task<IReadOnlyList<string>> WorklistAsync(string name) =>
        [.. (await GetAsync($"/api/staff/worklists/{name}")).ShouldBe(200).Json.Items().Select(row => row.At("id")!)];

    /// <summary>All of them: the tests of a class that share a bench may park more than fit an ordinary page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ParkedAsync()
    {
        var page = (await GetAsync("/api/staff/parked?limit=100")).ShouldBe(200).Json;
        page.At("next").ShouldBeNull("There are more parked messages than one page holds.");
        return page.Items();
    }
}
