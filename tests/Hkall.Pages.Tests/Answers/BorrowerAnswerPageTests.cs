using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Answers;

/// <summary>The page behind the link in a letter to a borrower: opening it changes nothing, and its forms answer.</summary>
public sealed class BorrowerAnswerPageTests : IAsyncLifetime
{
    private const string Mail = "library@dh.example";

    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_sending_its_form_answers_once()
    {
        var (id, link) = await OfferedAsync(_bench);
        var desk = new AForm(_bench);
        var page = await desk.GetAsync($"/lending/answer/{link}");
        page.ShouldBe(200).Text.ShouldContain("Your request DH/1");
        page.Text.ShouldContain("Orientalism");
        page.Text.ShouldContain("HKD 150.00");
        (await _bench.SendAsync(HttpMethod.Head, $"/lending/answer/{link}")).ShouldBe(200).Body.ShouldBeEmpty();
        (await desk.SendAsync($"/lending/answer/{link}", ("answer", "conditions-accepted"))).ShouldBe(400);
        (await new ABorrower(_bench, "CUHK").StatusAsync(id)).ShouldBe("conditional");

        var sent = (await desk.PostAsync($"/lending/answer/{link}", ("answer", "conditions-accepted"), ("note", "Gladly."))).ShouldBe(303);
        (await desk.GetAsync(sent.Header("Location")!)).Text.ShouldContain("Thank you. Your answer has been recorded.");
        sent = (await desk.PostAsync($"/lending/answer/{link}", ("answer", "conditions-accepted"))).ShouldBe(303);
        (await desk.GetAsync(sent.Header("Location")!)).Text.ShouldContain("had already been recorded");
        (await desk.PostAsync($"/lending/answer/{link}", ("answer", "conditions-declined"))).ShouldBe(409).Text
            .ShouldContain("This request has been answered or is closed");
        (await new ABorrower(_bench, "CUHK").StatusAsync(id)).ShouldBe("to-pull");
    }

    [Fact]
    public async Task The_page_is_in_the_readers_language_and_a_forged_link_tells_nothing()
    {
        var (id, link) = await OfferedAsync(_bench);
        (await new AForm(_bench, "zh-HK").GetAsync($"/lending/answer/{link}")).ShouldBe(200).Text.ShouldContain("接受條件");
        foreach (var forged in new[] { "x", id, link[..^1], link + "A" })
        {
            (await _bench.GetAsync($"/lending/answer/{forged}")).ShouldBe(404).Text.ShouldNotContain("Orientalism");
        }
    }

    internal static async Task<(string Id, string Link)> OfferedAsync(ABench bench)
    {
        var borrower = new { name = "Department of Health", kind = "government", email = Mail };
        var id = (await bench.LendingStaff().PostAsync("/api/staff/lending", new { borrower, requestId = "DH/1", service = "loan", item = ABorrower.Orientalism }))
            .ShouldBe(201).Json.At("id")!;
        await bench.SettleAsync();
        var text = (await bench.MailAsync(Mail)).Last().At("text")!;
        var link = text.Split('\n', ' ').Single(word => word.Contains("/lending/answer/", StringComparison.Ordinal)).Trim();
        return (id, link[(link.LastIndexOf('/') + 1)..]);
    }
}
