using Hkall.Domain.Model;
using Hkall.Service.Downloads.Fetching;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>
/// SSRF by the directory and by fetching: an address of our own network, however it is written, is neither stored as a library's nor
/// called for one.
/// </summary>
public sealed class PrivateAddressesTests(BenchOnTheInternet fixture) : IClassFixture<BenchOnTheInternet>
{
    private static readonly string[] PrivateHosts =
    [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "127.255.255.254", "0.0.0.0", "0", "10.0.0.1", "10.255.255.255",
        "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "169.254.169.254", "169.254.0.1", "0xa9fea9fe", "2852039166", "168.63.129.16",
        "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]",
        "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:db8::1]", "[2001::1]", "[3fff::1]",
        "localhost", "LOCALHOST",
    ];

    private static readonly string[] PrivateNames =
    [
        "metadata.google.internal", "metadata.internal.", "printer.local", "nas.home.arpa", "db.lan", "intranet", "ill", "server.corp", "vault.private",
        "localhost.", "a.localhost",
    ];

    public static TheoryData<string> Hosts() => [.. PrivateHosts];

    public static TheoryData<string> HostsAndNames() => [.. PrivateHosts, .. PrivateNames];

    [Theory]
    [MemberData(nameof(HostsAndNames))]
    public async Task A_library_cannot_be_at_a_private_address(string host)
    {
        (await PutAsync($"https://{host}/inbox")).ShouldBlame(400, "address-not-public", "endpoint");
        (await fixture.Bench.LendingStaff().GetAsync("/api/staff/partners/KYUSHU")).ShouldBeProblem(404, "not-found");
    }

    [Theory]
    [InlineData("https://user@ill.kyushu.example/", "address-with-credentials")]
    [InlineData("https://user:word@ill.kyushu.example/", "address-with-credentials")]
    [InlineData("https://ill.kyushu.example@127.0.0.1/", "address-with-credentials")]
    [InlineData("http://ill.kyushu.example/", "bad-address")]
    [InlineData("http://127.0.0.1:7071/inbox", "bad-address")]
    [InlineData("http://localhost/inbox", "bad-address")]
    [InlineData("http://[::1]/inbox", "bad-address")]
    [InlineData("ftp://ill.kyushu.example/", "bad-address")]
    [InlineData("file:///etc/passwd", "bad-address")]
    [InlineData("gopher://ill.kyushu.example:25/", "bad-address")]
    [InlineData("javascript:alert(1)", "bad-address")]
    [InlineData("//ill.kyushu.example/", "bad-address")]
    [InlineData("ill.kyushu.example", "bad-address")]
    [InlineData("https://", "bad-address")]
    public async Task A_library_cannot_be_at_an_address_that_is_none(string endpoint, string code) =>
        (await PutAsync(endpoint)).ShouldBlame(400, code, "endpoint");

    [Theory]
    [InlineData("https://ill.kyushu.example/inbox")]
    [InlineData("https://ill.kyushu.example:8443/inbox?x=y")]
    [InlineData("https://8.8.8.8/inbox")]
    [InlineData("https://[2606:4700::1111]/inbox")]
    [InlineData("https://圖書館.example/inbox")]
    public async Task A_library_on_the_internet_is_taken(string endpoint) => (await PutAsync(endpoint, "OSAKA")).ShouldBe(200);

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_scan_is_not_fetched_from_a_private_address(string host) =>
        (await FetchAsync($"https://{host}/scan.pdf")).ShouldBeOfType<Found.Nothing>();

    [Theory]
    [InlineData("http://ill.kyushu.example/scan.pdf", "It is not an https address.")]
    [InlineData("ftp://ill.kyushu.example/scan.pdf", "It is not an https address.")]
    [InlineData("file:///etc/passwd", "It is not an https address.")]
    [InlineData("data:application/pdf,%25PDF", "It is not an https address.")]
    [InlineData("https://ill.kyushu.example:22/", "It is not at the usual port of https.")]
    [InlineData("https://ill.kyushu.example:8080/", "It is not at the usual port of https.")]
    [InlineData("https://ill.kyushu.example:6379/", "It is not at the usual port of https.")]
    [InlineData("https://a:b@ill.kyushu.example/", "It has a name or password in it.")]
    [InlineData("scan.pdf", "It is no web address.")]
    [InlineData("", "It is no web address.")]
    [InlineData("https://", "It is no web address.")]
    public async Task A_scan_is_not_fetched_from_what_is_no_public_https_address(string address, string why) =>
        (await FetchAsync(address)).ShouldBe(new Found.Nothing(why));

    [Fact]
    public async Task A_scan_is_not_fetched_from_this_machine_even_where_the_directory_says_that_its_library_is_here() =>
        (await FetchAsync("http://127.0.0.1:1/scan.pdf", "http://127.0.0.1:1/inbox")).ShouldBe(new Found.Nothing("It is not in the open network."));

    /// <summary>An entry from before the check, or a name that leads here since.</summary>
    [Fact]
    public async Task A_message_is_not_sent_to_a_library_whose_name_leads_to_this_machine_and_staff_learn_why()
    {
        var patron = fixture.Bench.NewPatron();
        var id = (await patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201).Json.At("id")!;

        var outbox = (await fixture.Bench.LendingStaff().SeesAsync(id)).GetProperty("journal").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("outbox").EnumerateArray()).ToList();
        var message = outbox.First(item => item.At("effect.symbol") is not null);
        message.At("state").ShouldBe("given-up");
        message.At("note").ShouldEndWith("is not in the open network.");
    }

    private async Task<Found> FetchAsync(string address, string endpoint = "https://ill.kyushu.example/inbox") =>
        await fixture.Bench.Service<ScanClient>().FetchAsync(
        address,
        new Partner { Symbol = "KYUSHU", Name = "Kyushu", Tier = Tier.Overseas, AgencyId = "SIM:KYUSHU", Endpoint = new Uri(endpoint), Secrets = [] },
        (_, _) => throw new InvalidOperationException("Something was fetched."),
        CancellationToken.None);

    private async Task<Answer> PutAsync(string endpoint, string symbol = "KYUSHU") => await fixture.Bench.SendAsync(
        HttpMethod.Put,
        $"/api/staff/partners/{symbol}",
        await fixture.Bench.LendingStaff().TokenAsync(),
        ABench.JsonOf(new { name = "Kyushu University", tier = "overseas", agencyId = "ISIL:JP-1001", endpoint, secrets = new[] { Secret } }));

    private static readonly string Secret = "whsec_" + Convert.ToBase64String(new byte[32]);
}
