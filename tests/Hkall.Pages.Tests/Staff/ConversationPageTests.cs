using System.Net;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A patron asks on the page of a request, and staff read and answer on theirs; no script is needed.</summary>
public sealed class ConversationPageTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private AForm _staff = null!;
    private AForm _patron = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        _staff = await AuditPagesTests.SignedInAsync(_bench, LendingStaff.Person);
        _patron = await AuditPagesTests.SignedInAsync(_bench, "okafor");
        _id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_patron_asks_and_reads_the_answer_of_staff()
    {
        (await TextAsync(_patron, $"/requests/{_id}")).ShouldContain("Ask us about this request");
        (await _patron.PostAsync($"/requests/{_id}/messages", ("message", ""))).ShouldBe(400).Text.ShouldContain("Your message.");
        (await _patron.PostAsync($"/requests/{_id}/messages", ("message", "Is it <b>coming</b>?"))).ShouldBe(303);

        var list = await TextAsync(_staff, "/staff/worklists/unread-messages");
        list.ShouldContain("1 (patron)");
        var page = (await _staff.GetAsync($"/staff/requests/{_id}")).Text;
        page.ShouldContain("Is it &lt;b&gt;coming&lt;/b&gt;?");
        page.IndexOf("mark-read", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("class=\"handling\"", StringComparison.Ordinal));
        (await _staff.PostAsync($"/staff/requests/{_id}", ("action", "write"), ("message", "free"), ("note", ""), ("answer", "still-looking"))).ShouldBe(303);

        (await TextAsync(_staff, $"/staff/requests/{_id}")).ShouldNotContain("value=\"mark-read\"");
        (await TextAsync(_patron, $"/requests/{_id}")).ShouldContain("We are still looking for it");
    }

    [Fact]
    public async Task Staff_write_to_the_library_that_was_asked_and_the_patron_sees_none_of_it()
    {
        await _staff.GetAsync($"/staff/requests/{_id}");
        (await _staff.PostAsync(
            $"/staff/requests/{_id}", ("action", "write-library"), ("symbol", "HKU"), ("note", "Any edition will do."), ("answer", ""))).ShouldBe(303);

        (await TextAsync(_staff, $"/staff/requests/{_id}")).ShouldContain("Message to HKU");
        (await _bench.Library("HKU").ReceivedAsync(_id)).ShouldBe(["request", "note"]);
        (await TextAsync(_patron, $"/requests/{_id}")).ShouldNotContain("Any edition will do.");
    }

    [Fact]
    public async Task A_message_that_needs_no_answer_is_marked_as_read()
    {
        (await _bench.Patron("okafor").PostAsync($"/api/requests/{_id}/messages", new { message = "Thank you." })).ShouldBe(200);
        await _staff.GetAsync($"/staff/requests/{_id}");

        (await _staff.PostAsync($"/staff/requests/{_id}", ("action", "mark-read"))).ShouldBe(303);
        (await TextAsync(_staff, "/staff/worklists/unread-messages")).ShouldContain("No requests here.");
    }

    private static async Task<string> TextAsync(AForm visitor, string path) => WebUtility.HtmlDecode((await visitor.GetAsync(path)).ShouldBe(200).Text);
}
