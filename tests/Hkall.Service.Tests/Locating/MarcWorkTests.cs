using System.Xml.Linq;
using Hkall.Domain.Citations;
using Hkall.Service.Locating;

namespace Hkall.Service.Tests.Locating;

/// <summary>What a catalogue's record describes.</summary>
public sealed class MarcWorkTests
{
    [Fact]
    public void A_book_is_described_by_its_fields()
    {
        var work = MarcWork.Read(XElement.Parse("""
            <record xmlns="http://www.loc.gov/MARC21/slim">
              <datafield tag="020"><subfield code="a">0226458113 (pbk.)</subfield></datafield>
              <datafield tag="100"><subfield code="a">Kuhn, Thomas S.,</subfield></datafield>
              <datafield tag="245"><subfield code="a">The structure of scientific revolutions :</subfield><subfield code="b">an essay /</subfield></datafield>
              <datafield tag="250"><subfield code="a">4th ed.</subfield></datafield>
              <datafield tag="264"><subfield code="b">University of Chicago Press,</subfield><subfield code="c">c2012.</subfield></datafield>
            </record>
            """)).ShouldNotBeNull();

        (work.Kind, work.Title, work.Isbn, work.Publisher, work.Year, work.Edition).ShouldBe(
            (CitedKind.Book, "The structure of scientific revolutions: an essay", "9780226458113", "University of Chicago Press", 2012, "4th ed"));
        work.Authors.ShouldBe(["Kuhn, Thomas S"]);
    }

    [Fact]
    public void A_journal_has_its_issns() =>
        MarcWork.Read(XElement.Parse("""
            <record>
              <datafield tag="022"><subfield code="a">0022-0418</subfield></datafield>
              <datafield tag="245"><subfield code="a">Journal of documentation.</subfield></datafield>
            </record>
            """)).ShouldNotBeNull().ShouldSatisfyAllConditions(
                work => work.Kind.ShouldBe(CitedKind.Journal), work => work.Title.ShouldBe("Journal of documentation"), work => work.Issns.ShouldBe(["0022-0418"]));

    [Fact]
    public void A_record_without_a_title_describes_nothing() => MarcWork.Read(XElement.Parse("<record/>")).ShouldBeNull();
}
