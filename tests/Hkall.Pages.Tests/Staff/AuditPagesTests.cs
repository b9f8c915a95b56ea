using Hkall.Pages.Tests.Kit;
using Hkall.Service.Policies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The audit trail on the pages: for administrators, for patrons, and the button that says who a patron is.</summary>
public sealed class AuditPagesTests
{
    [Theory]
    [InlineData(null, "looked at the request", "Library staff", "Who looked at your requests")]
    [InlineData("zh-Hant", "查看申請", "圖書館職員", "誰曾查看您的申請")]
    public async Task A_look_stands_on_the_page_of_administrators_and_on_that_of_the_patron(string? language, string what, string who, string title)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        var staff = await SignedInAsync(bench, LendingStaff.Person, language);
        var patron = await SignedInAsync(bench, "okafor", language);

        (await staff.GetAsync($"/staff/requests/{id}")).ShouldBe(200);
        (await staff.GetAsync($"/staff/requests/{id}")).ShouldBe(200);

        var page = (await staff.GetAsync("/staff/audit")).ShouldBe(200).Text;
        page.ShouldContain(what);
        page.ShouldContain($"/staff/requests/{id}");
        (await staff.GetAsync($"/staff/audit?request={id}&day=&by=&person=")).ShouldBe(200).Text.ShouldContain(what);
        (await staff.GetAsync("/staff/audit?day=yesterday")).ShouldBe(400);
        var looks = (await patron.GetAsync("/account/looks")).ShouldBe(200).Text;
        looks.ShouldContain(title);
        looks.ShouldContain($"{who} <bdi>(LML)</bdi>");
        looks.ShouldContain($"/requests/{id}");
        looks.ShouldNotContain("Lam Mei Ling");
    }

    [Fact]
    public async Task Who_the_patron_is_stands_on_the_page_only_after_staff_ask_for_it()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        var staff = await SignedInAsync(bench, LendingStaff.Person);

        var before = (await staff.GetAsync($"/staff/requests/{id}")).ShouldBe(200).Text;
        before.ShouldContain("Show who it is");
        before.ShouldNotContain("Okafor");
        var after = (await staff.PostAsync($"/staff/requests/{id}/person")).ShouldBe(200).Text;

        after.ShouldContain("Dr Ngozi Okafor");
        after.ShouldNotContain("Show who it is");
        (await staff.GetAsync($"/staff/requests/{id}/person")).ShouldBe(303);
        (await (await SignedInAsync(bench, "okafor")).GetAsync("/account/looks")).Text.ShouldContain("looked at who the patron is");
    }

    [Fact]
    public async Task Where_the_policy_says_so_the_name_stands_there_at_once_and_that_is_what_is_recorded()
    {
        await using var bench = await ABench.InMemoryAsync(services =>
            services.AddSingleton(PolicyFile.Default() with { Audit = new AuditPolicy { NamesBehindShow = false } }));
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        var staff = await SignedInAsync(bench, LendingStaff.Person);

        (await staff.GetAsync($"/staff/requests/{id}")).ShouldBe(200).Text.ShouldContain("Dr Ngozi Okafor");

        (await (await SignedInAsync(bench, "okafor")).GetAsync("/account/looks")).Text.ShouldContain("looked at who the patron is");
    }

    [Fact]
    public async Task A_patron_of_whom_nobody_looked_at_anything_reads_so()
    {
        await using var bench = await ABench.InMemoryAsync();

        (await (await SignedInAsync(bench, "smith")).GetAsync("/account/looks")).ShouldBe(200).Text
            .ShouldContain("No member of staff has looked at your requests.");
    }

    internal static async Task<AForm> SignedInAsync(ABench bench, string person, string? language = null)
    {
        var visitor = new AForm(bench, language);
        await visitor.SignInAsync(person);

        // A person who signs in reads the language of their account; then they choose another.
        if (language is not null)
        {
            visitor.GoOnWith(("hkall-language", language));
        }

        return visitor;
    }
}
