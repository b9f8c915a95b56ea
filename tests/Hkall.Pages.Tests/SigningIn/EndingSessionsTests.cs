using Hkall.LocalHost.People;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>Administrators sign a person out everywhere.</summary>
public sealed class EndingSessionsTests : IAsyncLifetime
{
    private readonly MemoryRows _rows = new();
    private ABench _here = null!;
    private ABench _there = null!;

    public async Task InitializeAsync() => (_here, _there) = (await BenchAsync(), await BenchAsync());

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_session_of_the_person_is_over_on_every_instance_and_no_other_session_is(bool onThePage)
    {
        var (one, two, other) = (await SignedInAsync(_here, "okafor"), await SignedInAsync(_there, "okafor"), await SignedInAsync(_there, "petrov"));
        var administrator = await SignedInAsync(_here, LendingStaff.Person);

        if (onThePage)
        {
            (await administrator.GetAsync("/staff/sessions")).ShouldBe(200);
            (await administrator.PostAsync("/staff/sessions", ("person", KeyOf("okafor")))).ShouldBe(303).Header("Location").ShouldBe("/staff/sessions?told=ended");
            (await administrator.GetAsync("/staff/sessions?told=ended")).ShouldBe(200).Text.ShouldContain("Signed out everywhere.");
        }
        else
        {
            (await _here.LendingStaff().PostAsync($"/api/staff/patrons/{KeyOf("okafor")}/end-sessions")).ShouldBe(200).Json.At("ended").ShouldBe("2");
        }

        (await one.GetAsync("/account")).ShouldBe(303);
        (await two.GetAsync("/account")).ShouldBe(303);
        (await other.GetAsync("/account")).ShouldBe(200);
        (await administrator.GetAsync("/staff/sessions")).ShouldBe(200);
    }

    [Fact]
    public async Task It_is_recorded_and_the_person_can_see_it()
    {
        var administrator = await SignedInAsync(_here, LendingStaff.Person);
        await administrator.GetAsync("/staff/sessions");
        (await administrator.PostAsync("/staff/sessions", ("person", KeyOf("okafor")))).ShouldBe(303).Header("Location").ShouldBe("/staff/sessions?told=none");

        (await administrator.GetAsync($"/staff/audit?person={KeyOf("okafor")}")).ShouldBe(200).Text.ShouldContain("signed the person out everywhere");
    }

    [Fact]
    public async Task What_can_be_nobodys_key_ends_nothing()
    {
        var administrator = await SignedInAsync(_here, LendingStaff.Person);
        await administrator.GetAsync("/staff/sessions");

        (await administrator.PostAsync("/staff/sessions", ("person", "okafor"))).ShouldBe(400).Text.ShouldContain("The key of a person");
        (await _here.LendingStaff().PostAsync("/api/staff/patrons/p:s:/end-sessions")).ShouldBe(404);
    }

    private static string KeyOf(string person) => Patron.KeyOf(BenchIssuer.Issuer, person);

    private static async Task<AForm> SignedInAsync(ABench bench, string person)
    {
        var form = new AForm(bench);
        await form.SignInAsync(person);
        return form;
    }

    private Task<ABench> BenchAsync() => ABench.InMemoryAsync(services => services.AddSingleton<IRows>(_rows));
}
