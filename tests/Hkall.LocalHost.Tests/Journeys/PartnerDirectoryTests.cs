using Hkall.LocalHost.Tests.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Staff keep the directory of partner libraries.</summary>
public sealed class PartnerDirectoryTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Staff_add_a_library_and_its_secret_is_not_shown_again()
    {
        var answer = (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)]))).ShouldBe(200);

        answer.Text.ShouldNotContain("whsec_");
        answer.Json.At("secrets").ShouldBe("1");
        (await _bench.Desk().GetAsync("/api/staff/partners/KYUSHU")).ShouldBe(200).Json.At("tier").ShouldBe("overseas");
        (await _bench.Desk().GetAsync("/api/staff/partners")).Json.Items().Count.ShouldBe(16);
    }

    [Fact]
    public async Task A_key_is_replaced_without_a_message_being_refused_on_the_way()
    {
        var before = Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)]);
        (await PutAsync("KYUSHU", before)).ShouldBe(200);

        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: [Secret(2), Secret(1)]))).Json.At("secrets").ShouldBe("2");
        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: null))).Json.At("secrets").ShouldBe("2", "left out, they stay");
    }

    [Fact]
    public async Task A_library_without_a_safe_address_or_a_sound_secret_is_not_taken()
    {
        (await PutAsync("KYUSHU", Library("http://ill.kyushu.example/inbox", secrets: [Secret(1)]))).ShouldBlame(400, "bad-address", "endpoint");
        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: ["whsec_short"]))).ShouldBlame(400, "bad-secret", "secrets");
        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: null))).ShouldBlame(400, "bad-secret", "secrets");
        (await PutAsync("KYU_SHU", Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)]))).ShouldBlame(400, "bad-symbol", "symbol");
        (await _bench.Desk().GetAsync("/api/staff/partners/KYUSHU")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task Patrons_do_not_see_the_directory() =>
        (await _bench.Patron("okafor").GetAsync("/api/staff/partners")).ShouldBeProblem(403, "not-allowed");

    private static object Library(string endpoint, string[]? secrets) =>
        new { name = "Kyushu University", tier = "overseas", agencyId = "ISIL:JP-1001", endpoint, secrets };

    private static string Secret(byte fill) => "whsec_" + Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());

    private async Task<Answer> PutAsync(string symbol, object form) =>
        await _bench.SendAsync(HttpMethod.Put, $"/api/staff/partners/{symbol}", await _bench.Desk().TokenAsync(), ABench.JsonOf(form));
}
