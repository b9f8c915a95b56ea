using System.Text;
using System.Xml;
using Hkall.Service.Locating;

namespace Hkall.Service.Tests.Locating;

/// <summary>Answers as servers write them, and as they should never be.</summary>
public sealed class SruAnswerTests
{
    private const string V11 = "http://www.loc.gov/zing/srw/";
    private const string V20 = "http://docs.oasis-open.org/ns/search-ws/sruResponse";

    private const string Marc =
        """<record xmlns="http://www.loc.gov/MARC21/slim"><datafield tag="245"><subfield code="a">T</subfield></datafield><datafield tag="852"><subfield code="a">HKU</subfield><subfield code="b">Main</subfield><subfield code="h">Q175</subfield></datafield></record>""";

    private const string Opac = """
        <opacRecord><bibliographicRecord><record xmlns="http://www.loc.gov/MARC21/slim"><leader/></record></bibliographicRecord><holdings>
        <holding><nucCode>HKU</nucCode><localLocation>Main</localLocation><circulations><circulation><availableNow value="0"/></circulation><circulation><availableNow value="1"/></circulation></circulations></holding>
        <holding><nucCode>CUHK</nucCode><circulations><circulation><availableNow value="0"/></circulation></circulations></holding>
        <holding><nucCode>HKUST</nucCode></holding>
        </holdings></opacRecord>
        """;

    [Theory]
    [InlineData(V11)]
    [InlineData(V20)]
    public void The_locations_of_a_record_are_read(string version) =>
        Read(Answer(version, 1, Marc)).ShouldSatisfyAllConditions(
            answer => answer.Records.ShouldBe(1),
            answer => answer.Holdings.ShouldHaveSingleItem().Codes.ShouldBe(["HKU", "Main"]));

    [Fact]
    public void A_record_packed_as_text_is_read_like_any_other() =>
        Read(Answer(V20, 1, System.Security.SecurityElement.Escape(Marc))).Holdings.ShouldHaveSingleItem().Codes.ShouldBe(["HKU", "Main"]);

    [Fact]
    public void An_opac_record_says_what_is_on_the_shelf_what_is_out_and_what_it_does_not_know() =>
        Read(Answer(V11, 1, Opac)).Holdings.Select(holding => (holding.Codes[0], holding.Available))
            .ShouldBe([("HKU", true), ("CUHK", false), ("HKUST", null)]);

    [Fact]
    public void Several_records_are_all_read() => Read(Answer(V11, 2, Marc, Marc)).ShouldSatisfyAllConditions(
        answer => answer.Sent.ShouldBe(2),
        answer => answer.Holdings.Count.ShouldBe(2));

    [Fact]
    public void A_server_that_could_not_answer_says_why() =>
        Read($"""<r:searchRetrieveResponse xmlns:r="{V20}"><r:diagnostics><d:diagnostic xmlns:d="http://docs.oasis-open.org/ns/search-ws/diagnostic"><d:uri>info:srw/diagnostic/1/10</d:uri><d:message>Query syntax error</d:message></d:diagnostic></r:diagnostics></r:searchRetrieveResponse>""")
            .Diagnostic.ShouldBe("Query syntax error");

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>503</body></html>")]
    [InlineData("<searchRetrieveResponse xmlns='urn:other'><numberOfRecords>1</numberOfRecords></searchRetrieveResponse>")]
    [InlineData("<searchRetrieveResponse xmlns='http://www.loc.gov/zing/srw/'/>")]
    [InlineData("<searchRetrieveResponse xmlns='http://www.loc.gov/zing/srw/'><numberOfRecords>many</numberOfRecords></searchRetrieveResponse>")]
    [InlineData("<searchRetrieveResponse xmlns='http://www.loc.gov/zing/srw/'><numberOfRecords>1")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><searchRetrieveResponse xmlns='http://www.loc.gov/zing/srw/'><numberOfRecords>&x;</numberOfRecords></searchRetrieveResponse>")]
    public void An_answer_that_is_not_sru_is_rejected(string xml) => Should.Throw<XmlException>(() => Read(xml));

    [Fact]
    public void An_answer_nested_without_end_is_not_followed() =>
        Should.Throw<XmlException>(() => Read(Answer(V11, 1, string.Concat(Enumerable.Repeat("<x>", 10_000)))));

    [Fact]
    public void A_packed_record_may_not_bring_a_document_type_either() =>
        Should.Throw<XmlException>(() => Read(Answer(V11, 1, System.Security.SecurityElement.Escape("<!DOCTYPE r [<!ENTITY x 'y'>]><record>&x;</record>"))));

    private static SruAnswer Read(string xml) => SruAnswer.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)));

    private static string Answer(string version, int number, params string[] records) =>
        $"""<z:searchRetrieveResponse xmlns:z="{version}"><z:numberOfRecords>{number}</z:numberOfRecords><z:records>{string.Concat(records.Select(record =>
            $"<z:record><z:recordSchema>marcxml</z:recordSchema><z:recordData>{record}</z:recordData></z:record>"))}</z:records></z:searchRetrieveResponse>""";
}
