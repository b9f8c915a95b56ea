using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Mail;
using Hkall.LocalHost.Tests.Drivers;
using Hkall.Service.Engine;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Endpoints;

public sealed class BenchEndpointsTests
{
    [Fact]
    public async Task The_clock_is_read_and_moved_and_tells_what_comes_next()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.The<IRequestScheduler>().ScheduleAsync("r1", new NextRun(Times.Monday.AddDays(9), null), CancellationToken.None);
        await bench.SettleAsync();

        var face = await bench.GetAsync("/bench/clock");
        face.GetProperty("now").GetString().ShouldBe("2026-11-23T09:00:00+08:00");
        face.GetProperty("mode").GetString().ShouldBe("manual");
        face.GetProperty("nextEvent").GetString().ShouldBe("2026-12-02T09:00:00+08:00");

        await bench.AdvanceAsync("P3DT2H");
        (await bench.GetAsync("/bench/clock")).GetProperty("now").GetString().ShouldBe("2026-11-26T11:00:00+08:00");

        var moved = await bench.Http.PostAsJsonAsync("/bench/clock", new { to = "2026-12-24T00:00:00Z" });
        (await moved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetString().ShouldBe("2026-12-24T08:00:00+08:00");
        bench.The<FakeDueRequests>().Taken.ShouldBe([(Times.Monday.AddDays(9), "r1")]);
    }

    [Theory]
    [InlineData("{\"advance\":\"3 days\"}", "invalid-duration")]
    [InlineData("{\"advance\":\"P1M\"}", "invalid-duration")]
    [InlineData("{\"advance\":\"P99999D\"}", "invalid-duration")]
    [InlineData("{\"to\":\"2026-12-01T09:00:00\"}", "invalid-instant")]
    [InlineData("{\"to\":\"2126-12-01T09:00:00Z\"}", "invalid-instant")]
    [InlineData("{\"to\":\"2026-11-22T09:00:00+08:00\"}", "clock-backwards")]
    [InlineData("{}", "invalid-move")]
    [InlineData("{\"to\":\"2026-12-01T09:00:00Z\",\"advance\":\"P1D\"}", "invalid-move")]
    [InlineData("{\"forward\":\"P1D\"}", "malformed")]
    [InlineData("{\"advance\":3}", "malformed")]
    [InlineData("{", "malformed")]
    [InlineData("", "malformed")]
    [InlineData("null", "malformed")]
    public async Task A_clock_is_not_moved_by_what_is_no_time(string body, string code)
    {
        await using var bench = await BenchUnderTest.StartAsync();

        await ShouldBeProblemAsync(await PostAsync(bench, "/bench/clock", body), HttpStatusCode.BadRequest, code);

        (await bench.GetAsync("/bench/clock")).GetProperty("now").GetString().ShouldBe("2026-11-23T09:00:00+08:00");
    }

    [Fact]
    public async Task A_live_clock_is_not_moved()
    {
        await using var bench = await BenchUnderTest.StartAsync(pace: ClockPace.Live);

        await ShouldBeProblemAsync(await PostAsync(bench, "/bench/clock", "{\"advance\":\"P1D\"}"), HttpStatusCode.Conflict, "clock-not-manual");
        (await bench.GetAsync("/bench/clock")).GetProperty("mode").GetString().ShouldBe("live");
    }

    [Fact]
    public async Task People_are_listed_and_sign_in()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        var people = await bench.GetAsync("/bench/people");
        var staff = people.EnumerateArray().First(person => person.GetProperty("roles").GetArrayLength() > 0);
        staff.EnumerateObject().Select(member => member.Name).ShouldBe(["person", "name", "email", "group", "roles", "language"]);
        people.EnumerateArray().Select(person => person.GetProperty("group").GetString()).Distinct()
            .ShouldBe(["academic", "research", "postgraduate", "nonAcademic", "undergraduate"], ignoreOrder: true);

        var answer = await bench.Http.PostAsJsonAsync("/bench/sign-in", new { person = staff.GetProperty("person").GetString() });

        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!.Split('.').Length.ShouldBe(3);
        await ShouldBeProblemAsync(await PostAsync(bench, "/bench/sign-in", "{\"person\":\"nobody\"}"), HttpStatusCode.BadRequest, "unknown-person");
        await ShouldBeProblemAsync(await PostAsync(bench, "/bench/sign-in", "{}"), HttpStatusCode.BadRequest, "unknown-person");
    }

    [Fact]
    public async Task Mail_is_shown_for_one_address_or_for_all()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        foreach (var to in new[] { "a@ln.example", "b@ln.example" })
        {
            await bench.The<MailCatcher>().SendAsync(
                new Service.Notices.Mail { OperationId = to, To = to, Subject = "主題", Text = "t", Html = "h", Template = "unfilled", RequestId = "r1" },
                CancellationToken.None);
        }

        (await bench.GetAsync("/bench/mail")).GetArrayLength().ShouldBe(2);
        var mail = (await bench.GetAsync("/bench/mail?to=b@ln.example")).EnumerateArray().ShouldHaveSingleItem();
        mail.EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["id", "to", "subject", "template", "text", "html", "requestId", "sentAt", "alsoAbout", "attachments"], ignoreOrder: true);
        mail.GetProperty("id").GetString().ShouldBe("b@ln.example");
    }

    [Fact]
    public async Task Libraries_are_listed_with_their_secrets()
    {
        await using var bench = await BenchUnderTest.StartAsync();

        var libraries = (await bench.GetAsync("/bench/partners")).EnumerateArray().ToList();

        libraries.Count.ShouldBe(15);
        libraries[0].EnumerateObject().Select(member => member.Name).ShouldBe(["symbol", "name", "agencyId", "tier", "secret"]);
        libraries.Select(library => library.GetProperty("tier").GetString()).Distinct().ShouldBe(["hkall", "local", "overseas"]);
        libraries.Select(library => library.GetProperty("secret").GetString()).Distinct().Count().ShouldBe(15);
        libraries.Single(library => library.GetProperty("symbol").GetString() == "CUHK").GetProperty("agencyId").GetString().ShouldBe("JULAC:CUHK");
        libraries.Single(library => library.GetProperty("symbol").GetString() == "HKMU").GetProperty("agencyId").GetString().ShouldBe("SIM:HKMU");
    }

    [Fact]
    public async Task Without_simulated_partners_there_are_none()
    {
        await using var bench = await BenchUnderTest.StartAsync(partners: false);
        (await bench.GetAsync("/bench/partners")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("CUHK", "{\"next\":[\"loan\",\"nonsense\"]}", HttpStatusCode.BadRequest, "unknown-scenario")]
    [InlineData("CUHK", "{\"next\":[null]}", HttpStatusCode.BadRequest, "unknown-scenario")]
    [InlineData("CUHK", "{}", HttpStatusCode.BadRequest, "invalid-script")]
    [InlineData("CUHK", "{\"next\":\"loan\"}", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("ATLANTIS", "{\"next\":[\"loan\"]}", HttpStatusCode.NotFound, "unknown-library")]
    public async Task A_script_nobody_could_follow_is_refused(string symbol, string body, HttpStatusCode status, string code)
    {
        await using var bench = await BenchUnderTest.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await ShouldBeProblemAsync(await bench.Http.PutAsync($"/bench/partners/{symbol}/script", content), status, code);
    }

    [Fact]
    public async Task What_an_unknown_library_received_is_not_found()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await ShouldBeProblemAsync(await bench.Http.GetAsync("/bench/partners/ATLANTIS/sent"), HttpStatusCode.NotFound, "unknown-library");
    }

    [Fact]
    public async Task The_catalogue_is_searched()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        (await bench.GetAsync("/bench/catalogue")).GetArrayLength().ShouldBe(20);
        (await bench.GetAsync("/bench/catalogue?q=orientalism&take=1"))[0].GetProperty("heldBy").GetArrayLength().ShouldBeGreaterThan(0);
        await ShouldBeProblemAsync(await bench.Http.GetAsync("/bench/catalogue?take=lots"), HttpStatusCode.BadRequest, "invalid-take");
    }

    [Fact]
    public async Task Storage_requests_are_counted_by_service_and_verb()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        (await bench.GetAsync("/bench/counters")).GetRawText().ShouldBe("{\"queues\":{\"GET\":1},\"tables\":{\"GET\":3,\"POST\":2}}");
    }

    private static async Task<HttpResponseMessage> PostAsync(BenchUnderTest bench, string url, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await bench.Http.PostAsync(url, content);
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }
}
