using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.Service.Partners;
using Hkall.Service.Storage.Memory;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Libraries;

/// <summary>A bench that starts again on a storage that was kept finds its libraries as staff left them.</summary>
public sealed class SeededDirectoryTests : IDisposable
{
    private readonly MemoryRows _rows = new();
    private readonly MemoryBlobs _blobs = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-directory-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_staff_changed_stays_and_the_address_follows_the_bench()
    {
        var before =
            await ChangedAsync(
                partner =>
                    partner with { Name = "CUHK Library", Active = false, NameZhHant = null, Contact = new PartnerContact { Email = "ill@cuhk.example" } });

        await using var again = await StartAsync();

        var partner = await FindAsync(again, "CUHK");
        (partner.Name, partner.Active, partner.NameZhHant, partner.Contact.Email).ShouldBe(("CUHK Library", false, null, "ill@cuhk.example"));
        partner.Secrets.ShouldBe(before.Secrets);
        partner.Endpoint.ShouldBe(new Uri(again.Url, "/bench/libraries/CUHK/inbox"));
        (await FindAsync(again, "HKU")).Active.ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_that_staff_gave_and_a_secret_that_they_replaced_stay_too()
    {
        var elsewhere = new Uri("http://127.0.0.1:7072/api/iso18626");
        await ChangedAsync(partner => partner with { Endpoint = elsewhere, Secrets = ["whsec_" + Convert.ToBase64String(new byte[32])] });

        await using var again = await StartAsync();

        var partner = await FindAsync(again, "CUHK");
        partner.Endpoint.ShouldBe(elsewhere);
        partner.Secrets.ShouldBe(["whsec_" + Convert.ToBase64String(new byte[32])]);
    }

    [Fact]
    public async Task Where_the_secrets_are_new_the_libraries_can_be_spoken_to_all_the_same()
    {
        var before = await ChangedAsync(partner => partner with { Name = "CUHK Library" });

        await using var again = await StartAsync(new LibraryList(BenchFolder.None));

        var partner = await FindAsync(again, "CUHK");
        partner.Name.ShouldBe("CUHK Library");
        partner.Secrets.ShouldNotBe(before.Secrets);
        partner.Secrets.ShouldBe([await again.Library("CUHK").SecretAsync()]);
    }

    /// <summary>The first bench, in which staff change an entry; it is gone when this returns.</summary>
    private async Task<Partner> ChangedAsync(Func<Partner, Partner> change)
    {
        await using var bench = await StartAsync();
        var changed = change(await FindAsync(bench, "CUHK"));
        await bench.Service<PartnerDirectory>().PutAsync([changed], CancellationToken.None);
        return changed;
    }

    private Task<ABench> StartAsync(LibraryList? libraries = null) =>
        ABench.OnAsync(_rows, _blobs, new MemoryQueue(Times.Real()), services => services.AddSingleton(libraries ?? new LibraryList(BenchFolder.At(_folder))));

    private static async Task<Partner> FindAsync(ABench bench, string symbol) =>
        (await bench.Service<PartnerDirectory>().FindAsync(symbol, CancellationToken.None)).ShouldNotBeNull();
}
