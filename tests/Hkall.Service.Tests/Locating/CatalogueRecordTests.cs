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

    [Theory]
    [InlineData("852 $a LU $b Main $c 3/F $h PR6045 $i .W3 2001", "PR6045 .W3 2001", "Main, 3/F", null)]
    [InlineData("852 $b Main $h PR6045 $i .W3", "PR6045 .W3", "Main", null)]
    [InlineData("852 $a LU $j BOX 12", "BOX 12", null, null)]
    [InlineData("AVA $a 852JULAC_LU $b MAIN $q Fong Sum Wood Library $c 3/F General $d PR6045 .W3 $e available", "PR6045 .W3", "Fong Sum Wood Library, 3/F General", null)]
    [InlineData("AVE $a 852JULAC_LU $u https://julac.example.org/view?id=1", null, null, "https://julac.example.org/view?id=1")]
    [InlineData("AVE $a 852JULAC_LU $u javascript:alert(1)", null, null, null)]
    [InlineData("952 $a LU $b LU $c GEN $o PR6045 .W3 $7 0", "PR6045 .W3", "LU, GEN", null)]
    [InlineData("924 $b DE-18 $g 2001 A 1", "2001 A 1", null, null)]
    [InlineData("999 $a PR6045 .W3 $w LC $c 1 $i 31234 $k CHECKEDOUT $l STACKS $m MAIN $t BOOK", "PR6045 .W3", "MAIN, STACKS", null)]
    [InlineData("926 $a MAIN $b STACKS $c PR6045 .W3 $d BOOK $f 1", "PR6045 .W3", "MAIN, STACKS", null)]
    public void A_field_says_where_the_copy_stands_or_can_be_read(string field, string? callNumber, string? location, string? address)
    {
        var copies = Read(Answer("", Record(Marc, field))).Found.Single().Copies;

        copies.ShouldHaveSingleItem().Shelf.ShouldBe(new ShelfMark(callNumber, location, address is null ? null : new Uri(address)));
    }

    [Theory]
    [InlineData("999 $a PR6045 .W3 $i 31234 $k CHECKEDOUT $l STACKS $m MAIN", "MAIN", false)]
    [InlineData("999 $a PR6045 .W3 $i 31234 $k STACKS $l STACKS $m MAIN", "MAIN", null)]
    [InlineData("926 $a MAIN $b INTRANSIT $c PR6045 .W3", "MAIN", false)]
    public void The_place_of_a_copy_in_symphony_says_whether_it_is_in(string field, string code, bool? available)
    {
        var holding = HoldingsIn(Record(Marc, field)).ShouldHaveSingleItem();

        holding.Codes.ShouldBe([code]);
        holding.Available.ShouldBe(available);
    }

    [Theory]
    [InlineData("999 $a 12345")]
    [InlineData("999 $c 17 $d 17")]
    [InlineData("926 $a 2001")]
    public void A_local_field_of_another_system_says_nothing(string field) => HoldingsIn(Record(Marc, field)).ShouldBeEmpty();

    [Theory]
    [InlineData("4", "0", true)]
    [InlineData("4", "1", true)]
    [InlineData("4", "2", false)]
    [InlineData("4", " ", false)]
    [InlineData("1", "0", false)]
    public void An_address_on_the_web_is_a_copy_if_it_is_the_work_itself_and_not_something_about_it(string way, string relation, bool counts)
    {
        var field = $"""<record {Marc}><datafield tag="856" ind1="{way}" ind2="{relation}"><subfield code="u">https://books.example.org/1</subfield></datafield></record>""";

        var copies = Read(Answer("", field)).Found.Single().Copies;

        copies.Select(copy => copy.Shelf.Address?.Host).ShouldBe(counts ? ["books.example.org"] : []);
    }

    [Fact]
    public void An_opac_record_says_where_each_copy_stands() =>
        Read(Answer("", "<opacRecord><holdings><holding><localLocation>Main</localLocation><shelvingLocation>3/F</shelvingLocation><callNumber>PR6045 .W3</callNumber></holding></holdings></opacRecord>"))
            .Found.Single().Copies.ShouldHaveSingleItem().Shelf.ShouldBe(new ShelfMark("PR6045 .W3", "Main, 3/F", null));

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
