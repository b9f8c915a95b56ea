using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Web;

/// <summary>Characters that nobody sees are dropped where text comes in; those that belong to a spelling stay.</summary>
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("a\u202Egpj.exe", "agpj.exe")]
    [InlineData("\u202Aa\u202B\u202C\u202Db", "ab")]
    [InlineData("\u2066a\u2067\u2068\u2069b", "ab")]
    [InlineData("\u200Ea\u200F\u061C", "a")]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("a\u2060b", "ab")]
    [InlineData("\uFEFFTitle", "Title")]
    [InlineData("co\u00ADop", "coop")]
    [InlineData("a\uFFF9b\uFFFBc", "abc")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("a\u200Cb", "ab")]
    [InlineData("\u200D", "")]
    [InlineData("歷史\u200B學", "歷史學")]
    [InlineData("歷\u200D史", "歷史")]
    [InlineData("tag\U000E0041\U000E007F", "tag")]
    [InlineData("a\u180Eb", "ab")]
    [InlineData("a\u206Ab\u206F", "ab")]
    public void What_nobody_sees_is_dropped(string text, string visible)
    {
        VisibleText.Of(text).ShouldBe(visible);
        VisibleText.Is(text).ShouldBe(visible.Length == text.Length);
    }

    [Theory]
    [InlineData("The Structure of Scientific Revolutions")]
    [InlineData("歷史與理論")]
    [InlineData("Émile \u00E9 e\u0301")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    [InlineData("\U0001F469\u200D\U0001F52C")]
    [InlineData("\u06DD \u0600123")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD")]
    [InlineData("line one\nline two\ttab")]
    public void What_belongs_to_a_text_stays(string text) => VisibleText.Of(text).ShouldBe(text);

    /// <summary>An attribute cannot hold half a character.</summary>
    [Fact]
    public void A_text_with_half_a_character_stays_and_is_refused_by_its_field()
    {
        var fields = new Fields();

        VisibleText.Of("\u200B broken \uDC00").ShouldBe("\u200B broken \uDC00");
        fields.Text("title", "\uD800 broken", 100);
        fields.HasFaults.ShouldBeTrue();
    }

    [Fact]
    public void A_field_is_taken_without_them_and_one_of_nothing_else_is_empty()
    {
        var fields = new Fields();

        fields.Text("title", " \u202EEmma\u202C ", 100).ShouldBe("Emma");
        fields.Text("title", "\u200B\u2060", 100).ShouldBeNull();
        fields.HasFaults.ShouldBeFalse();
    }

    [Theory]
    [InlineData("one\nline\r\ntwo", "one line  two")]
    [InlineData("a\u001B[31mb", "a [31mb")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("a\u202Eb", "ab")]
    public void What_another_system_says_is_one_line_of_the_log(string said, string line) => Excerpt.OfLine(said, 100).ShouldBe(line);
}
