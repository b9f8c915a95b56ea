using System.Net;
using Hkall.Domain.Model;
using Hkall.Service.Downloads;
using Hkall.Service.Downloads.Fetching;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Fetching;

/// <summary>Where a scan may be fetched from: what a partner names must not lead our server into its own network.</summary>
public sealed class PublicNetworkTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("147.8.1.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("168.63.129.17", true)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_addresses_of_the_open_network_are_public(string address, bool isPublic) => PublicNetwork.Has(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("https://files.library.example/scan.pdf", null)]
    [InlineData("https://ill.hku.example/iso", null)]
    [InlineData("https://ill.hku.example:8443/iso", "It is not at the usual port of https.")]
    [InlineData("https://files.library.example:22/scan.pdf", "It is not at the usual port of https.")]
    [InlineData("https://files.library.example:443/scan.pdf", null)]
    [InlineData("http://files.library.example/scan.pdf", "It is not an https address.")]
    [InlineData("http://ill.hku.example/scan", "It is not an https address.")]
    [InlineData("ftp://files.library.example/scan.pdf", "It is not an https address.")]
    [InlineData("file:///etc/passwd", "It is not an https address.")]
    [InlineData("https://name:word@files.library.example/", "It has a name or password in it.")]
    [InlineData("scan.pdf", "It is no web address.")]
    public void An_address_is_one_of_https_and_names_nobody(string address, string? fault) =>
        ScanAddress.Fault(address, Hku("https://ill.hku.example/iso18626"), out _).ShouldBe(fault);

    [Theory]
    [InlineData("http://127.0.0.1:7072/api/lending/files/x", null)]
    [InlineData("http://127.0.0.1:7071/bench/clock", "It is not an https address.")]
    [InlineData("http://localhost:7072/api", "It is not an https address.")]
    public void On_the_bench_it_may_be_this_machine_where_the_partner_is_and_nowhere_else(string address, string? fault) =>
        ScanAddress.Fault(address, Hku("http://127.0.0.1:7072/api/iso18626"), out _).ShouldBe(fault);

    [Theory]
    [InlineData("URL: https://a.example/b?c=d", "https://a.example/b?c=d")]
    [InlineData("Please see <https://a.example/b>. Thank you.", "https://a.example/b")]
    [InlineData("It lies at https://a.example/b.", "https://a.example/b")]
    [InlineData("Sent by mail.", null)]
    [InlineData(null, null)]
    public void An_address_is_found_in_what_people_write(string? note, string? address) => ScanAddress.In(note).ShouldBe(address);

    [Theory]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("II*\0abcd", "image/tiff")]
    [InlineData("<!DOCTYP", null)]
    [InlineData("PK\u0003\u0004", null)]
    [InlineData("", null)]
    public void A_file_is_what_its_first_bytes_say(string head, string? type) => ScanIds.TypeOf(System.Text.Encoding.Latin1.GetBytes(head)).ShouldBe(type);

    private static Partner Hku(string endpoint) =>
        new() { Symbol = "HKU", Name = "HKU", Tier = Tier.Hkall, AgencyId = "JULAC:HKU", Endpoint = new Uri(endpoint), Secrets = [] };
}
