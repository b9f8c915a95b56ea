using System.Globalization;
using System.Text.Json;

namespace Hkall.TestKit.Drivers;

/// <summary>A library of the bench that borrows from us, and the desk's staff who see to it.</summary>
public sealed class ABorrower(ABench bench, string symbol)
{
    private readonly LendingStaff _staff = bench.LendingStaff();
    private int _messages;

    /// <summary>Anything the library sends, whatever comes of it.</summary>
    public async Task<Answer> SaysAsync(string kind, string requestId, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { }, JsonSerializerOptions.Web)!.AsObject();
        body["kind"] = kind;
        body["requestId"] = requestId;
        body["messageId"] ??= string.Create(CultureInfo.InvariantCulture, $"borrower-{symbol}-{++_messages}");
        var answer = await bench.SendAsync(HttpMethod.Put, $"/bench/partners/{symbol}/borrow", content: ABench.JsonOf(body.ToJsonString()));
        await bench.SettleAsync();
        return answer;
    }

    /// <summary>Asks for a book we hold, and gives back our id of it.</summary>
    public async Task<string> AsksForABookAsync(string requestId, object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { }, JsonSerializerOptions.Web)!.AsObject();
        body["service"] = "loan";
        body["item"] ??= JsonSerializer.SerializeToNode(Orientalism);
        (await SaysAsync("request", requestId, body)).ShouldBe(202);
        return (await FindAsync(requestId)).At("id")!;
    }

    /// <summary>A book that the sample catalogue says we hold.</summary>
    public static object Orientalism { get; } = new { title = "Orientalism", author = "Edward W. Said", isbn = "9780394740676" };

    public async Task<JsonElement> FindAsync(string requestId) =>
        (await _staff.GetAsync($"/api/staff/lending?state=all&q={requestId}")).ShouldBe(200).Json.Items().ShouldHaveSingleItem();

    public async Task<JsonElement> SeesAsync(string id) => (await _staff.GetAsync($"/api/staff/lending/{id}")).ShouldBe(200).Json;

    public async Task<string> StatusAsync(string id) => (await SeesAsync(id)).At("status")!;

    /// <summary>What staff do with it, whatever comes of it.</summary>
    public Task<Answer> TriesToAsync(string action, string id, object? body = null) => _staff.PostAsync($"/api/staff/lending/{id}/{action}", body);

    public async Task<JsonElement> DoesAsync(string action, string id, object? body = null)
    {
        var answer = (await TriesToAsync(action, id, body)).ShouldBe(200).Json;
        await bench.SettleAsync();
        return answer;
    }

    public async Task<Answer> PutsScanAsync(string id, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/pdf");
        var answer = await bench.SendAsync(HttpMethod.Put, $"/api/staff/lending/{id}/file", await _staff.TokenAsync(), content);
        await bench.SettleAsync();
        return answer;
    }

    /// <summary>What the library was told about its request, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> ToldAsync(string requestId) =>
        [.. (await bench.GetAsync($"/bench/partners/{symbol}/told")).ShouldBe(200).Json.Items().Where(word => word.At("requestId") == requestId)];

    public async Task<IReadOnlyList<string>> WordsAsync(string requestId) => [.. (await ToldAsync(requestId)).Select(word => word.At("word")!)];

    public async Task<IReadOnlyList<string>> WorklistAsync(string name) =>
        [.. (await _staff.GetAsync($"/api/staff/lending/worklists/{name}")).ShouldBe(200).Json.Items().Select(row => row.At("id")!)];
}
