using System.Globalization;
using System.Text;
using CsCheck;
using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

/// <summary>What holds for every number, dash, width and title.</summary>
public class ReadingPropertiesTests
{
    private static readonly Gen<string> Nine = Gen.Char['0', '9'].Array[9].Select(digits => new string(digits));

    /// <summary>Every ISBN that begins with 978, as thirteen digits.</summary>
    private static readonly Gen<string> Isbns =
        Nine.Select(nine => Enumerable.Range(0, 10).Select(check => $"978{nine}{check}").Single(isbn => Isbn.Read(isbn).IsRead));

    private static readonly Gen<string> Dashes = OneOf(
        "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\uFE58", "\uFE63", "\uFF0D", "\u2043", "\u02D7");

    private static readonly Gen<string> Blanks = OneOf(" ", "\u00A0", "\u2007", "\u2009", "\u202F", "\u3000", "\t");

    private static readonly Gen<string> Invisible = OneOf("", "\u200B", "\u200E", "\u202C", "\uFEFF", "\u2060");

    private static readonly Gen<(int From, int To)> Ranges = Gen.Int[1, 3000].SelectMany(from => Gen.Int[from, 3200].Select(to => (from, to)));

    /// <summary>Ideographs of the common plane, Extension A and Extension B, without those that Unicode itself calls the same.</summary>
    private static readonly Gen<string> CjkTitles = Gen.OneOf(Gen.Int[0x4E00, 0x9FA5], Gen.Int[0x3400, 0x4DB5], Gen.Int[0x20000, 0x2A6D6]).Array[1, 6]
        .Select(points => string.Concat(points.Select(point => new Rune(point).ToString())));

    [Fact]
    public void An_isbn_is_read_back_in_either_form_with_every_dash_blank_width_and_label() =>
        Gen.Select(Isbns, Gen.OneOf(Dashes, Blanks), Invisible, OneOf("", "ISBN ", "ISBN-13: ", "isbn:"), OneOf("", " (pbk.)", " : HK$98", " ; v. 1")).Sample((isbn, dash, unseen, label, remark) =>
        {
            Isbn.Read(isbn).Value.ShouldBe(isbn);
            Isbn.Read(Isbn.Ten(isbn)!).Value.ShouldBe(isbn);
            Isbn.Read(label + unseen + string.Join(dash, isbn[..3], isbn[3], isbn[4..7], isbn[7..12], isbn[12]) + remark).Value.ShouldBe(isbn);
            Isbn.Read(Wide(isbn)).Value.ShouldBe(isbn);
        });

    [Fact]
    public void A_wrong_check_digit_is_found_out_however_an_isbn_is_grouped() =>
        Gen.Select(Isbns, Gen.OneOf(Dashes, Blanks), Gen.Int[1, 9]).Sample((isbn, dash, off) =>
        {
            var wrong = (char)('0' + ((isbn[12] - '0' + off) % 10));
            Isbn.Read(string.Join(dash, isbn[..3], isbn[3], isbn[4..7], isbn[7..12], wrong)).Why.ShouldBe(Flaw.CheckDigit);
        });

    [Fact]
    public void An_issn_is_read_back_with_every_dash_width_and_label() =>
        Gen.Select(Gen.Char['0', '9'].Array[7], Gen.OneOf(Dashes, Blanks), OneOf("", "ISSN ", "e-ISSN: "), OneOf("", " (online)", "; 9999-9999")).Sample((digits, dash, label, remark) =>
        {
            var seven = new string(digits);
            var issn = "0123456789X".Select(check => $"{seven[..4]}-{seven[4..]}{check}").Single(one => Issn.Read(one).IsRead);

            Issn.Read(label + issn.Replace("-", dash, StringComparison.Ordinal) + remark).Value.ShouldBe(issn);
            Issn.Read(Wide(issn)).Value.ShouldBe(issn);
        });

    [Fact]
    public void A_doi_is_read_back_behind_every_resolver_and_before_every_full_stop() =>
        Gen.Select(
            Gen.Int[1000, 99999],
            Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[1, 12],
            OneOf("", "doi:", "DOI: ", "DOI ", "info:doi/", "https://doi.org/", "http://dx.doi.org/", "https://www.doi.org/", "doi.org/", "https://doi-org.lib.example/"),
            OneOf("", ".", ",", ";", ")", "”", "?utm_source=x", "#section", " (accessed 2026)")).Sample((registrant, suffix, resolver, end) =>
        {
            var doi = $"10.{registrant.ToString(CultureInfo.InvariantCulture)}/{new string(suffix)}";

            Doi.Read(doi).Value.ShouldBe(doi);
            Doi.Read(resolver + doi + end).Value.ShouldBe(doi);
            Doi.Read(resolver + doi.Replace("/", "%2F", StringComparison.Ordinal)).Value.ShouldBe(doi);
        });

    [Fact]
    public void Pages_are_read_back_with_every_dash_label_and_width() =>
        Gen.Select(Ranges, Dashes, OneOf("", "p.", "pp. ", "pages ", "第"), OneOf("", "頁", "页", ".")).Sample((range, dash, label, counter) =>
        {
            var (from, to) = (range.From.ToString(CultureInfo.InvariantCulture), range.To.ToString(CultureInfo.InvariantCulture));
            var read = PageStatement.Read($"{label}{from}{dash}{to}{counter}").Value.ShouldNotBeNull();

            read.Count.ShouldBe(range.To - range.From + 1);
            PageStatement.Read(read.Text).Value!.Text.ShouldBe(read.Text);
            PageStatement.Read(Wide($"{from}-{to}")).Value!.Text.ShouldBe(read.Text);
        });

    [Fact]
    public void A_list_of_pages_counts_each_page_once() =>
        Ranges.Array[1, 5].Sample(ranges =>
        {
            var written = string.Join(", ", ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.From}-{range.To}")));

            var pages = ranges.SelectMany(range => Enumerable.Range(range.From, range.To - range.From + 1)).Distinct();
            PageStatement.Read(written).Value!.Count.ShouldBe(pages.Count());
        });

    [Fact]
    public void A_volume_and_an_issue_are_read_back_with_every_word_for_them() =>
        Gen.Select(
            Gen.Int[1, 4000],
            Gen.Int[1, 60],
            OneOf("{0}", "Vol. {0}", "v.{0}", "第{0}卷", "00{0}", "volume {0}", "{0}卷"),
            OneOf("{0}", "no. {0}", "no.{0}", "第{0}期", "Iss. {0}", "0{0}", "№{0}")).Sample(
            (volume, issue, volumeWords, issueWords) =>
            {
                var read = Numbering.Read(
                    string.Format(CultureInfo.InvariantCulture, volumeWords, volume), string.Format(CultureInfo.InvariantCulture, issueWords, issue));

                read.ShouldBe(new Numbering(volume.ToString(CultureInfo.InvariantCulture), issue.ToString(CultureInfo.InvariantCulture)));
                Numbering.Read(read.Volume, read.Issue).ShouldBe(read);
            });

    [Fact]
    public void No_two_different_titles_in_ideographs_read_alike() =>
        Gen.Select(CjkTitles, CjkTitles).Sample((one, other) => (PlainForm.Title(one) == PlainForm.Title(other)).ShouldBe(one == other));

    [Fact]
    public void A_plain_form_is_its_own_plain_form() => Gen.String.Sample(text => PlainForm.Of(PlainForm.Of(text)).ShouldBe(PlainForm.Of(text)));

    [Fact]
    public void No_text_is_too_odd_to_be_read() => Gen.String.Sample(text =>
    {
        _ = Isbn.Read(text);
        _ = Issn.Read(text);
        _ = Doi.Read(text);
        _ = Pmid.Read(text);
        _ = OclcNumber.Read(text);
        _ = ArxivId.Read(text);
        _ = Year.Read(text);
        _ = Numbering.Read(text, text);
        (PageStatement.Read(text).Value?.Count ?? 1).ShouldBeGreaterThanOrEqualTo(0);
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Wide(string text) => string.Concat(text.Select(c => c == '-' ? '－' : (char)(c + 0xFEE0)));
}
