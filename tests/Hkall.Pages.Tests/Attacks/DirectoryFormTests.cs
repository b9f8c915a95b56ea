using Hkall.Domain.Model;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>The directory's form: it refuses the addresses that the call refuses, and says in words that a library is blocked.</summary>
public sealed class DirectoryFormTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync(services => services.AddSingleton(new OutwardReach(ThisMachine: false)));

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("en", "https://10.0.0.1/inbox", "An address on the public internet, not on a private network.")]
    [InlineData("zh-Hant", "https://169.254.169.254/inbox", "網址須為公開互聯網上的地址")]
    [InlineData("zh-Hans", "https://localhost/inbox", "网址须为公开互联网上的地址")]
    [InlineData("en", "https://a:b@ill.kyushu.example/", "An address without a user name or password in it.")]
    [InlineData("zh-Hant", "https://a:b@ill.kyushu.example/", "網址內不可有使用者名稱或密碼。")]
    [InlineData("zh-Hans", "https://a:b@ill.kyushu.example/", "网址内不可有用户名或密码。")]
    public async Task An_address_that_may_not_be_called_is_named_in_the_readers_language(string language, string endpoint, string why)
    {
        var staff = await StaffAsync(language);
        await staff.GetAsync("/staff/new-partner");

        var answer = await staff.PostAsync(
            "/staff/new-partner", ("symbol", "KYUSHU"), ("name", "Kyushu"), ("tier", "overseas"), ("kind", "university"), ("agencyId", "SIM:KYUSHU"),
            ("protocol", "iso18626"), ("endpoint", endpoint), ("secrets", "whsec_" + Convert.ToBase64String(new byte[32])), ("active", "yes"));

        answer.ShouldBe(400).Text.ShouldContain(why);
        (await _bench.Service<PartnerDirectory>().FindAsync("KYUSHU", CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "blocked")]
    [InlineData("zh-Hant", "已封鎖")]
    [InlineData("zh-Hans", "已封锁")]
    public async Task A_library_is_blocked_by_a_tick_and_its_page_says_so(string language, string word)
    {
        await _bench.Service<PartnerDirectory>().PutAsync(
            [new Partner { Symbol = "KYUSHU", Name = "Kyushu", Tier = Tier.Overseas, AgencyId = "SIM:KYUSHU", Protocol = Protocol.Manual, Secrets = [] }],
            CancellationToken.None);
        var staff = await StaffAsync(language);
        await staff.GetAsync("/staff/partners/KYUSHU/edit");

        (await staff.PostAsync(
            "/staff/partners/KYUSHU/edit", ("name", "Kyushu"), ("tier", "overseas"), ("kind", "university"), ("agencyId", "SIM:KYUSHU"), ("protocol", "manual"),
            ("active", "yes"), ("blocked", "yes"))).ShouldBe(303);

        (await staff.GetAsync("/staff/partners/KYUSHU")).ShouldBe(200).Text.ShouldContain($">{word}<");
        (await _bench.Service<PartnerDirectory>().FindAsync("KYUSHU", CancellationToken.None)).ShouldNotBeNull().Blocked.ShouldBeTrue();
    }

    private async Task<AForm> StaffAsync(string language)
    {
        var staff = new AForm(_bench, language);
        await staff.GetAsync("/");
        staff.GoOnWith(_bench.SessionOf(LendingStaff.Person));
        staff.GoOnWith((Hkall.Pages.Kit.Visit.LanguageCookie, language));
        return staff;
    }
}
