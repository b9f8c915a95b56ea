using Hkall.Service.Policies;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.PolicyVersions;

/// <summary>A file that is deployed, before and after staff put a version in force.</summary>
public sealed class PolicyImportTests
{
    [Fact]
    public async Task The_same_file_is_entered_once_however_many_hosts_start()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        await using var other = new AService(world, Mishap.None);

        await Task.WhenAll(new[] { host, other, host, other }.Select(one => one.Get<PolicyImport>().ImportAsync(one.Stop)));

        (await new PolicyDesk(host).AllAsync()).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task As_long_as_staff_decided_nothing_a_new_file_is_in_force_when_it_is_deployed()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        await host.Get<PolicyImport>().ImportAsync(host.Stop);

        world.Retention = new RetentionPolicy { PersonDays = 100 };
        await using var deployed = new AService(world, Mishap.None);
        await deployed.Get<PolicyImport>().ImportAsync(deployed.Stop);

        var desk = new PolicyDesk(deployed);
        desk.InForce.Document.Retention.PersonDays.ShouldBe(100);
        (await desk.AllAsync()).Versions.Select(version => (version.Version, version.State, version.Name))
            .ShouldBe([(2, PolicyState.InForce, "2026-11.2"), (1, PolicyState.Past, "2026-11")]);
    }

    [Fact]
    public async Task Once_staff_decided_a_new_file_waits_as_a_draft_and_changes_nothing()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var before = new PolicyDesk(host);
        await before.PutAsync(await before.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));

        world.Retention = new RetentionPolicy { PersonDays = 100 };
        await using var deployed = new AService(world, Mishap.None);
        await deployed.Get<PolicyImport>().ImportAsync(deployed.Stop);

        var desk = new PolicyDesk(deployed);
        (desk.InForce.Document.Retention.PersonDays, deployed.Requests.Book.Policy.PickupDays).ShouldBe((365, 5));
        var draft = await desk.FindAsync(3);
        (draft.Version.State, draft.Version.Origin).ShouldBe((PolicyState.Draft, "file"));
        draft.Faults.ShouldHaveSingleItem().Path.ShouldBe("figures.version");
    }

    [Fact]
    public void The_document_that_is_written_is_the_one_that_is_read()
    {
        var written = PolicyFile.Write(PolicyFile.Default());

        PolicyFile.Write(PolicyFile.Read(written)).ShouldBe(written);
        PolicyComparison.Of(PolicyFile.Default(), PolicyFile.Read(written)).ShouldBeEmpty();
    }
}
