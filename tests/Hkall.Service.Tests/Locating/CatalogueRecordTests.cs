using System.Text;
using Hkall.Service.Locating;

namespace Hkall.Service.Tests.Locating;

/// <summary>Holdings as the systems of other libraries write them.</summary>
public sealed class CatalogueRecordTests
{
    private const string Marc = "xmlns=\"http://www.loc.gov/MARC21/slim\"";

    [Theory]
    [InlineData("852 $a Main Library $b Juvenile $h j394.268 $r Out", "Main Library|Juvenile", false)]
    [InlineData("852 $a Main Library $b Adult $r Held", "Main Library|Adult", false)]
    [InlineData("852 $a Main Library $b Adult $r In", "Main Library|Adult", true)]
    [InlineData("852 $a Current $b EC-RC $c CAR $d EC-RC $n Checked out", "Current|EC-RC|EC-RC", false)]
    [InlineData("852 $a Main $b HAWLEY $c PAR $d FERTILE $n Available", "Main|HAWLEY|FERTILE", true)]
    [InlineData("852 $a HKU $n xx", "HKU", null)]
    [InlineData("AVA $0 99101 $8 22101 $a 852JULAC_HKU $b MAIN $c Stacks $d Q175 $e available", "852JULAC_HKU|MAIN", true)]
    [InlineData("AVA $a 852JULAC_HKU $b MAIN $e unavailable", "852JULAC_HKU|MAIN", false)]
    [InlineData("AVA $a 852JULAC_HKU $b MAIN $e check_holdings", "852JULAC_HKU|MAIN", null)]
    [InlineData("AVE $a 852JULAC_CUHK $e Available $u https://example.org", "852JULAC_CUHK", null)]
    [InlineData("952 $0 0 $1 0 $7 0 $a CHATHAM $b CHATHAM $c CIRC2", "CHATHAM|CHATHAM", true)]
    [InlineData("952 $0 0 $1 0 $7 0 $a CHATHAM $b CHATHAM $q 2023-03-12", "CHATHAM|CHATHAM", false)]
    [InlineData("952 $1 1 $7 0 $a CHATHAM", "CHATHAM", false)]
    [InlineData("952 $a econ", "econ", null)]
    [InlineData("924 $a 1234 $b DE-18 $9 GBV $d c", "DE-18", null)]
    public void A_field_names_the_library_and_whether_a_copy_is_in(string field, string codes, bool? available)
    {
        var holding = HoldingsIn(Record(Marc, field)).ShouldHaveSingleItem();

        string.Join('|', holding.Codes).ShouldBe(codes);
        holding.Available.ShouldBe(available);
    }

    [Fact]
    public void Each_institution_of_a_list_of_holders_holds_it() =>
        HoldingsIn(Record(Marc, "850 $a DLC $a HK-HkU")).Select(holding => holding.Codes.Single()).ShouldBe(["DLC", "HK-HkU"]);

    [Theory]
    [InlineData("AVAILABLE", true)]
    [InlineData("CHECK SHELVES", true)]
    [InlineData("DUE 01-11-23", false)]
    [InlineData("DUE 01-11-23 +1 HOLD", false)]
    [InlineData("IN TRANSIT", false)]
    [InlineData("LIB USE ONLY", null)]
    public void The_note_of_an_opac_record_says_whether_the_copy_is_in(string note, bool? available) =>
        HoldingsIn($"<opacRecord><holdings><holding><localLocation>Circulation</localLocation><publicNote>{note}</publicNote></holding></holdings></opacRecord>")
            .ShouldHaveSingleItem().Available.ShouldBe(available);

    [Theory]
    [InlineData(Marc)]
    [InlineData("")]
    [InlineData("xmlns=\"info:lc/xmlns/marcxchange-v1\"")]
    [InlineData("xmlns=\"info:lc/xmlns/marcxchange-v2\"")]
    public void A_record_is_read_in_any_namespace_and_in_none(string declared) =>
        HoldingsIn(Record(declared, "852 $a HKU")).ShouldHaveSingleItem().Codes.ShouldBe(["HKU"]);

    [Fact]
    public void A_record_may_use_a_prefix_that_the_answer_declares() =>
        Read(Answer("xmlns:marc=\"http://www.loc.gov/MARC21/slim\"", """<marc:record><marc:datafield tag="AVA"><marc:subfield code="a">HKU</marc:subfield></marc:datafield></marc:record>"""))
            .Holdings.ShouldHaveSingleItem().Codes.ShouldBe(["HKU"]);

    [Theory]
    [InlineData("")]
    [InlineData("<record/>")]
    [InlineData("<record><datafield tag=\"245\"><subfield code=\"a\">T</subfield></datafield></record>")]
    [InlineData("<record><datafield tag=\"852\"><subfield code=\"h\">Q175</subfield></datafield></record>")]
    [InlineData("<diagnostic xmlns=\"http://www.loc.gov/zing/srw/diagnostic/\"><uri>info:srw/diagnostic/1/64</uri><message>Record does not exist</message></diagnostic>")]
    [InlineData("<record><datafield tag=\"852\"><subfield code=\"a\">HKU</datafield></record>")]
    [InlineData("&lt;record&gt;&lt;broken")]
    public void A_record_that_does_not_say_who_holds_it_is_counted_and_spoils_no_other(string broken) =>
        Read(Answer("", Record(Marc, "852 $a CUHK"), broken, Record(Marc, "AVA $a HKU"))).ShouldSatisfyAllConditions(
            answer => answer.Holdings.Select(holding => holding.Codes[0]).ShouldBe(["CUHK", "HKU"]),
            answer => answer.Sent.ShouldBe(3),
            answer => answer.Unread.ShouldBe(1));

    [Fact]
    public void Bytes_that_are_no_characters_and_escapes_of_marc_8_lose_only_their_word()
    {
        var xml = Answer("", Record(Marc, "245 $a caf@ \u001b(3 &#27; $c x", "852 $a HKU")).Split('@');

        SruAnswer.Read(new MemoryStream([.. Encoding.UTF8.GetBytes(xml[0]), 0xE9, .. Encoding.UTF8.GetBytes(xml[1])]))
            .Holdings.ShouldHaveSingleItem().Codes.ShouldBe(["HKU"]);
    }

    [Fact]
    public void An_answer_in_latin_letters_is_read_by_its_declaration() =>
        SruAnswer.Read(new MemoryStream(Encoding.Latin1.GetBytes($"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{Answer("", Record(Marc, "852 $a Université"))}")))
            .Holdings.ShouldHaveSingleItem().Codes.ShouldBe(["Université"]);

    [Fact]
    public void A_great_number_of_records_that_never_end_is_not_searched_for_ever() =>
        Should.Throw<System.Xml.XmlException>(() => Read(string.Concat(Enumerable.Repeat("<recordData>", 300_000))));

    private static IReadOnlyList<FoundHolding> HoldingsIn(string record) => Read(Answer("", record)).Holdings;

    private static SruAnswer Read(string xml) => SruAnswer.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)));

    private static string Answer(string declared, params string[] records) =>
        $"""<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/" {declared}><numberOfRecords>{records.Length}</numberOfRecords><records>{string.Concat(records.Select(record =>
            $"<record><recordData>{record}</recordData></record>"))}</records></searchRetrieveResponse>""";

    private static string Record(string declared, params string[] fields) => $"<record {declared}>{string.Concat(fields.Select(Field))}</record>";

    private static string Field(string field) =>
        $"""<datafield tag="{field[..3]}" ind1=" " ind2=" ">{string.Concat(field[3..].Split('$')[1..].Select(part =>
            $"""<subfield code="{part[0]}">{part[1..].Trim()}</subfield>"""))}</datafield>""";
}
