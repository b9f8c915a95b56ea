using System.Globalization;
using Hkall.Service.Policies;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>What who found a weakness is told (RFC 9116).</summary>
public sealed class SecurityTxtTests
{
    private static readonly OwnLibrary Own = new() { AgencyId = "JULAC:LNU", Name = "Lingnan University Library" };
    private static readonly Uri Here = new("https://ill.library.example/.well-known/security.txt");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Everybody_is_told_where_to_report_a_weakness()
    {
        await using var bench = await ABench.InMemoryAsync();

        var answer = (await bench.GetAsync(SecurityTxt.Path)).ShouldBe(200);

        answer.ContentType.ShouldBe("text/plain; charset=utf-8");
        var lines = answer.Text.TrimEnd('\n').Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);
        lines["Contact"].ShouldBe("https://www.library.ln.edu.hk/");
        lines["Preferred-Languages"].ShouldBe("en, zh");
        lines["Canonical"].ShouldEndWith(SecurityTxt.Path);
        var left = DateTimeOffset.Parse(lines["Expires"], CultureInfo.InvariantCulture) - await bench.NowAsync();
        left.ShouldBeInRange(TimeSpan.FromDays(30), TimeSpan.FromDays(365));
        (await bench.SendAsync(HttpMethod.Head, SecurityTxt.Path)).ShouldBe(200).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_library_that_names_no_contact_has_no_such_document()
    {
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(Own));

        (await bench.GetAsync(SecurityTxt.Path)).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public void The_contact_for_security_goes_before_the_librarys_address_and_the_policy_is_linked()
    {
        var both = Own with
        {
            Email = "desk@library.example",
            SecurityContact = new("mailto:security@library.example"),
            SecurityPolicy = new("https://library.example/security"),
        };

        SecurityTxt.Of(both, Here, Now).ShouldBe("""
            Contact: mailto:security@library.example
            Expires: 2027-05-22T00:00:00Z
            Preferred-Languages: en, zh
            Policy: https://library.example/security
            Canonical: https://ill.library.example/.well-known/security.txt

            """, StringCompareShould.IgnoreLineEndings);
        SecurityTxt.Of(Own with { Email = "desk@library.example" }, Here, Now)!.ShouldStartWith("Contact: mailto:desk@library.example\nExpires: ");
        SecurityTxt.Of(Own, Here, Now).ShouldBeNull();
    }
}
