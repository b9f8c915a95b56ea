using System.Text;
using Hkall.Service.Policies;
using Hkall.Service.Storage.Memory;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Attacks by number: orders, searches, wrong tokens and signatures without end, and what the others can still do.</summary>
public sealed class ExhaustionTests(TightBench attacked) : IClassFixture<TightBench>
{
    private ABench Bench => attacked.Bench;

    [Fact]
    public async Task Who_searches_without_end_is_asked_to_wait_and_another_is_not()
    {
        var patron = Bench.NewPatron();
        var answers = new List<Answer>();
        for (var search = 0; search <= TightBench.Searches; search++)
        {
            answers.Add(await SearchAsync(patron));
        }

        answers[..^1].ShouldAllBe(answer => answer.Status == 200);
        var refused = answers[^1].ShouldBeProblem(429, "too-often");
        int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 3_600);
        (await SearchAsync(Bench.NewPatron())).ShouldBe(200);
        (await patron.GetAsync("/api/me")).ShouldBe(200);
    }

    [Theory]
    [InlineData("en", "Please wait a moment")]
    [InlineData("zh-Hant", "請稍候")]
    [InlineData("zh-Hans", "请稍候")]
    public async Task On_the_pages_they_read_so_in_their_language(string language, string title)
    {
        var patron = Bench.NewPatron();
        for (var search = 0; search < TightBench.Searches; search++)
        {
            await SearchAsync(patron);
        }

        var (name, value) = Bench.SessionOf(patron.Person);
        var page = (await Bench.SendAsync(
            HttpMethod.Get, "/place?title=The+Structure&isbn=9780226458120", null, null, ("Cookie", $"{name}={value}; hkall-language={language}"))).ShouldBe(429);

        page.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Text.ShouldContain(title);
        page.Header("Retry-After").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_cancels_without_end_is_asked_to_wait()
    {
        var patron = Bench.NewPatron();
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        for (var cancel = 0; cancel < TightBench.Cancels; cancel++)
        {
            (await patron.CancelsAsync(id)).Status.ShouldBeOneOf(200, 409);
        }

        (await patron.CancelsAsync(id)).ShouldBeProblem(429, "too-often");
        (await patron.PostAsync($"/api/requests/{id}/unwanted")).ShouldBeProblem(429, "too-often");
    }

    [Fact]
    public async Task What_a_patron_places_is_counted_for_all_hosts_together_and_ends_with_the_hour()
    {
        var (rows, blobs, queue) = (new MemoryRows(), new MemoryBlobs(), new MemoryQueue(BenchServices.RealTime));
        await using var one = await ABench.OnAsync(rows, blobs, queue, TightBench.Tight);
        await using var other = await ABench.OnAsync(rows, blobs, queue, TightBench.Tight);
        ABench[] hosts = [one, other];
        for (var placed = 0; placed < TightBench.Placings; placed++)
        {
            (await hosts[placed % 2].Patron("okafor").PlaceAsync(Orders.AnArticle(placed))).ShouldBe(201);
        }

        foreach (var host in hosts)
        {
            (await host.Patron("okafor").PlaceAsync(Orders.Kuhn)).ShouldBeProblem(429, "too-often").Header("Retry-After").ShouldBe("3600");
            (await host.NewPatron().PlaceAsync(Orders.Piketty)).Status.ShouldNotBe(429);
        }

        await one.AdvanceAsync("PT61M");
        (await one.Patron("okafor").PlaceAsync(Orders.Kuhn)).ShouldBe(201);
    }

    [Fact]
    public async Task A_flood_of_signed_messages_is_stopped_for_that_library_alone()
    {
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(PolicyFile.Default() with
        {
            Limits = new LimitPolicy { PartnerMessages = new RateLimit(10, 600) },
        }));
        var statuses = new List<int>();
        for (var message = 0; message <= 10; message++)
        {
            statuses.Add((await bench.Library("EDUHK").TriesToSayAsync("note", "7YBQX1AGBZMSD7W1X4SXJB9YAJ")).Status);
        }

        statuses[..^1].ShouldAllBe(status => status == 202);
        statuses[^1].ShouldBe(429);
        (await bench.Library("HKU").TriesToSayAsync("note", "7YBQX1AGBZMSD7W1X4SXJB9YAJ")).ShouldBe(202);
        await bench.SettleAsync();
    }

    [Fact]
    public async Task A_library_that_sends_too_many_bytes_is_asked_to_wait()
    {
        var large = new byte[3 * 1024 * 1024];
        "%PDF-1.7"u8.CopyTo(large);
        var ids = new List<string>();
        for (var copy = 0; copy < 4; copy++)
        {
            ids.Add((await attacked.AnotherCopyAsync()).Id);
        }

        var answers = new List<Answer>();
        foreach (var id in ids)
        {
            answers.Add(await attacked.Library.SendsScanAsync(id, large));
        }

        answers[0].ShouldBe(202);
        answers[^1].ShouldBeProblem(429, "too-often");
    }

    [Theory]
    [InlineData("/api/downloads/{0}", "POST")]
    [InlineData("/api/answers/{0}", "GET")]
    [InlineData("/api/lending/files/{0}", "GET")]
    public async Task Wrong_tokens_end_in_429_and_who_is_signed_in_is_not_stopped(string path, string method)
    {
        await using var bench = await ABench.InMemoryAsync(TightBench.Tight);
        var statuses = new List<int>();
        for (var guess = 0; guess <= TightBench.Strangers; guess++)
        {
            var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, $"guess-{guess}");
            statuses.Add((await bench.SendAsync(new HttpMethod(method), address)).Status);
        }

        statuses[..^1].ShouldAllBe(status => status == 404);
        statuses[^1].ShouldBe(429);
        (await bench.Patron("okafor").GetAsync("/api/me")).ShouldBe(200);
    }

    [Theory]
    [InlineData("/api/partners/HKU/callbacks", "POST")]
    [InlineData("/api/partners/HKU/lending", "POST")]
    [InlineData("/api/partners/HKU/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ/file", "PUT")]
    [InlineData("/api/iso18626", "POST")]
    public async Task Wrong_signatures_end_in_429(string path, string method)
    {
        await using var bench = await ABench.InMemoryAsync(TightBench.Tight);
        var statuses = new List<int>();
        for (var guess = 0; guess <= TightBench.Strangers; guess++)
        {
            using var content = new StringContent("{}");
            content.Headers.ContentType = new(path.EndsWith("iso18626", StringComparison.Ordinal) ? "application/xml" : "application/json");
            statuses.Add((await bench.SendAsync(new HttpMethod(method), path, content: content)).Status);
        }

        statuses[..^1].ShouldAllBe(status => status == 401);
        statuses[^1].ShouldBe(429);
    }

    [Theory]
    [InlineData("/api/partners/HKU/callbacks")]
    [InlineData("/api/partners/HKU/lending")]
    [InlineData("/api/iso18626")]
    public async Task The_body_of_an_unsigned_message_is_not_read(string path)
    {
        // Its length alone would be refused, were it looked at first.
        var type = path.EndsWith("iso18626", StringComparison.Ordinal) ? "application/xml" : "application/json";
        var head = AnUpload.Head(Bench, "POST", path, [("Content-Type", type), ("Connection", "close")]);

        (await Bench.SayAsync(Encoding.ASCII.GetBytes(head))).ShouldStartWith("HTTP/1.1 401");
    }

    [Theory]
    [InlineData(50)]
    public async Task In_parallel_a_patron_gets_no_more_than_their_share(int times)
    {
        var patron = Bench.NewPatron();
        await patron.TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => SearchAsync(patron)));

        answers.Count(answer => answer.Status == 200).ShouldBeLessThanOrEqualTo(TightBench.Searches);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Status == 429);
    }

    private static Task<Answer> SearchAsync(APatron patron) =>
        patron.PostAsync("/api/options", new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120" });
}
