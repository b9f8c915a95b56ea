using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.PolicyVersions;

/// <summary>What staff do with versions of the policy, on two hosts over one storage.</summary>
public sealed class PolicyVersionsTests
{
    [Fact]
    public async Task The_file_of_the_deployment_is_the_first_version()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);

        var all = await new PolicyDesk(host).AllAsync();

        var first = all.Versions.ShouldHaveSingleItem();
        (first.Version, first.Name, first.State, first.Origin, first.By).ShouldBe((1, "2026-11", PolicyState.InForce, "file", null));
        all.InForce.ShouldBe(1);
        PolicyFile.Write(PolicyFile.Read((await new PolicyDesk(host).FindAsync(1)).Text)).ShouldBe(PolicyFile.Write(World.DefaultPolicy));
    }

    [Fact]
    public async Task A_version_put_in_force_on_one_host_counts_on_the_other_within_seconds()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        await using var other = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        await other.Get<RuleBooks>().CurrentAsync(other.Stop);

        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));

        host.Requests.Book.Policy.PickupDays.ShouldBe(5);
        (await other.Requests.BookAsync(other.Stop)).Policy.PickupDays.ShouldBe(7);
        world.Clock.Advance(RuleBooks.KeptFor);
        (await other.Requests.BookAsync(other.Stop)).Policy.PickupDays.ShouldBe(5);
        other.Get<PolicyInForce>().Document.Figures.Version.ShouldBe("2026-12");
    }

    [Fact]
    public async Task A_version_of_a_later_day_counts_from_midnight_of_the_Library_on()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        var tomorrow = desk.InForce.Today.AddDays(1);
        var number = await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12"));
        await desk.PutAsync(number, tomorrow);

        (await desk.StateAsync(number)).ShouldBe(PolicyState.Scheduled);
        var midnight = world.Book.Calendar.StartOf(tomorrow);
        world.Clock.Advance(midnight - world.Now - TimeSpan.FromSeconds(1));
        host.Requests.Book.Policy.PickupDays.ShouldBe(7);

        // Nothing is read in this second: the host has known the version since it was put in force.
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        host.Requests.Book.Policy.PickupDays.ShouldBe(5);
        (await desk.StateAsync(number)).ShouldBe(PolicyState.InForce);
        (await desk.StateAsync(1)).ShouldBe(PolicyState.Past);
    }

    [Fact]
    public async Task A_request_records_the_version_that_was_in_force_when_it_was_placed()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var desk = new PolicyDesk(callers.Service);
        await desk.AllAsync();
        var before = await PlaceAsync(callers, "first");

        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));
        var after = await PlaceAsync(callers, "second");

        (await VersionOfAsync(callers, before), await VersionOfAsync(callers, after)).ShouldBe(("2026-11", "2026-12"));
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_a_new_one_with_its_document_and_its_reason()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));

        var again = (await desk.AgainAsync(1)).ShouldNotBeNull();

        host.Requests.Book.Policy.PickupDays.ShouldBe(7);
        var (back, first) = (await desk.FindAsync(again), await desk.FindAsync(1));
        (back.Version.Version, back.Version.Of, back.Version.Origin, back.Version.Reason).ShouldBe((3, 1, "again", "It was better."));
        (back.Text, back.Version.Name).ShouldBe((first.Text, "2026-11"));
        first.Version.State.ShouldBe(PolicyState.Past);
        desk.Recorded[^1].ShouldBe(Service.Auditing.AuditChange.Of("policy 3", "policy 2", $"from {desk.InForce.Today:yyyy-MM-dd}"));
    }

    [Fact]
    public async Task What_waits_for_its_day_can_be_cancelled_and_is_a_draft_again()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        var number = await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12"));
        var day = desk.InForce.Today.AddDays(3);
        await desk.PutAsync(number, day);

        var second = await desk.DraftAsync(PolicyDesk.Shelf(6, "2027-01"));
        await PolicyDesk.RefusedAsync(() => desk.PutAsync(second, day), "date-taken");
        (await desk.CancelAsync(number)).ShouldBeTrue();
        (await desk.StateAsync(number)).ShouldBe(PolicyState.Draft);
        await desk.PutAsync(second, day);
        world.Clock.Advance(TimeSpan.FromDays(4));

        (await host.Requests.BookAsync(host.Stop)).Policy.PickupDays.ShouldBe(6);
    }

    [Fact]
    public async Task Of_two_people_who_change_at_once_the_second_is_told()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        await using var other = new AService(world, Mishap.None);
        var (lam, chan) = (new PolicyDesk(host), new PolicyDesk(other));
        var number = await lam.DraftAsync(PolicyDesk.Shelf(5, "2026-12"));
        var seen = await chan.SeenAsync();

        await lam.ChangeAsync(number, PolicyDesk.Shelf(6, "2026-12"));

        (await PolicyDesk.RefusedAsync(() => chan.PutAsync(number, from: null, seen), "changed-since")).Status.ShouldBe(412);
        await PolicyDesk.RefusedAsync(() => chan.DraftAsync(PolicyDesk.Shelf(4, "x"), seen), "changed-since");
        (await chan.StateAsync(number)).ShouldBe(PolicyState.Draft);
    }

    [Fact]
    public async Task A_draft_with_faults_is_kept_and_not_put_in_force()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        var number = await desk.DraftAsync("""{ "figures": { "version": "2026-12", "pickupDays": 0, "recallDays": 0 } }""");

        var view = await desk.FindAsync(number);
        view.Faults.Select(fault => fault.Path).ShouldBe(["figures.pickupDays", "figures.recallDays"]);
        view.Differences.ShouldBeEmpty();
        var refused = await PolicyDesk.RefusedAsync(() => desk.PutAsync(number), "policy-faulty");
        (refused.Status, refused.Errors!.Count).ShouldBe((422, 2));

        await desk.ChangeAsync(number, PolicyDesk.Shelf(5, "2026-12"));
        var mended = await desk.FindAsync(number);
        mended.Faults.ShouldBeEmpty();
        mended.Differences.ShouldHaveSingleItem().Sentence.ShouldBe("Days on the hold shelf: 5 instead of 7");
        (await desk.PutAsync(number)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_in_force_is_neither_changed_nor_removed_and_only_it_comes_back()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        var number = await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12"));

        await PolicyDesk.RefusedAsync(() => desk.ChangeAsync(1, PolicyDesk.Shelf(5, "x")), "not-a-draft");
        await PolicyDesk.RefusedAsync(() => desk.RemoveAsync(1), "not-a-draft");
        await PolicyDesk.RefusedAsync(() => desk.PutAsync(1), "not-a-draft");
        await PolicyDesk.RefusedAsync(() => desk.AgainAsync(1), "not-past");
        await PolicyDesk.RefusedAsync(() => desk.AgainAsync(number), "not-past");
        await PolicyDesk.RefusedAsync(() => desk.CancelAsync(number), "not-scheduled");
        (await desk.RemoveAsync(number)).ShouldBeTrue();
        (await desk.AllAsync()).Versions.ShouldHaveSingleItem().Version.ShouldBe(1);
        (await desk.PutAsync(99)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(PolicyChanges.FarthestDays + 1)]
    public async Task A_version_counts_from_today_or_a_day_that_is_not_too_far(int days)
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        var number = await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12"));

        await PolicyDesk.RefusedAsync(() => desk.PutAsync(number, desk.InForce.Today.AddDays(days)), "date-out-of-range");
    }

    [Fact]
    public async Task No_more_than_ten_versions_wait_for_their_day()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        for (var at = 1; at <= PolicyChanges.MostScheduled; at++)
        {
            await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(at, $"v{at}")), desk.InForce.Today.AddDays(at));
        }

        var last = await desk.DraftAsync(PolicyDesk.Shelf(20, "v20"));
        await PolicyDesk.RefusedAsync(() => desk.PutAsync(last, desk.InForce.Today.AddDays(20)), "too-many-scheduled");
        await desk.PutAsync(last);
        host.Requests.Book.Policy.PickupDays.ShouldBe(20);
        world.Clock.Advance(TimeSpan.FromDays(4));
        (await host.Requests.BookAsync(host.Stop)).Policy.PickupDays.ShouldBe(4);
    }

    [Fact]
    public async Task A_name_that_requests_have_recorded_is_not_given_again()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        var number = await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-11"));

        (await desk.FindAsync(number)).Faults.ShouldHaveSingleItem().Path.ShouldBe("figures.version");
        await PolicyDesk.RefusedAsync(() => desk.PutAsync(number), "policy-faulty");
    }

    [Fact]
    public async Task What_only_the_deployment_decides_stays_as_it_is_there()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);

        var bold = await desk.DraftAsync("""{ "library": { "agencyId": "X:Y", "name": "Y" }, "limits": { "messagesPerRequest": 2, "remarksPerRequest": 1 } }""");
        (await desk.FindAsync(bold)).Faults.Select(fault => fault.Path).ShouldBe(["library", "limits", "figures.version"]);

        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));
        desk.InForce.Document.Library.ShouldBe(World.DefaultPolicy.Library);
    }

    [Fact]
    public async Task A_long_document_of_rare_characters_is_kept_as_it_was_written()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        var text = "{} // " + string.Concat(Enumerable.Repeat("a🦉", (PolicyTable.LongestText / 3) - 20)).PadRight(PolicyTable.LongestText - 10, '"');

        var number = await desk.DraftAsync(text);

        (await desk.FindAsync(number)).Text.ShouldBe(text);
        await desk.ChangeAsync(number, "{}");
        (await desk.FindAsync(number)).Text.ShouldBe("{}");
    }

    private static async Task<string> PlaceAsync(Callers callers, string key) =>
        (await callers.Service.Placing.PlaceAsync(
            Patrons.Ho, Patrons.ABook with { Item = Patrons.ABook.Item with { Title = key, Isbn = null } }, Patrons.Key(key), callers.Service.Stop))
            .ShouldBeOfType<Placement.Placed>().Card.Request.Id;

    private static async Task<string> VersionOfAsync(Callers callers, string id)
    {
        var stored = (await callers.Service.Get<RequestStore<PatronRequest, RequestEvent>>().ReadAsync(id, callers.Service.Stop)).ShouldNotBeNull();
        return (await callers.Service.Mine.JournalAsync(stored, callers.Service.Stop)).SelectMany(entry => entry.Events)
            .OfType<Domain.Placing.RequestPlaced>().Single().PolicyVersion;
    }
}
