using Hkall.Domain.Citations;

namespace Hkall.Domain.Tests.Citations;

/// <summary>Titles and names that are the same, and those that only look alike to a machine.</summary>
public class PlainFormTests
{
    [Theory]
    [InlineData("Caf\u00E9", "Cafe\u0301")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("The Story of the Stone", "the story of the STONE!")]
    [InlineData("The China Quarterly", "China Quarterly")]
    [InlineData("Library & Information", "Library and information")]
    [InlineData("ﬁeld", "field")]
    [InlineData("Việt Nam", "Vie\u0323\u0302t Nam")]
    [InlineData("한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    [InlineData("ガ", "ｶﾞ")]
    [InlineData("紅樓夢：校注", "紅樓夢 : 校注")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("soft\u00ADware", "soft\u200Bware")]
    public void A_title_is_the_same_however_it_is_typed(string one, string other) => PlainForm.Title(one).ShouldBe(PlainForm.Title(other));

    [Theory]
    [InlineData("𨋢", "𠝹")]
    [InlineData("！？", "……")]
    [InlineData("C++", "C#")]
    [InlineData("C", "C#")]
    [InlineData("ガ", "カ")]
    [InlineData("二〇一", "二一")]
    [InlineData("💡", "🔥")]
    [InlineData("Vol 1", "Vol 2")]
    public void Different_titles_stay_different(string one, string other) => PlainForm.Title(one).ShouldNotBe(PlainForm.Title(other));

    [Theory]
    [InlineData("Simone de Beauvoir", "Beauvoir, Simone de")]
    [InlineData("Edward W. Said", "SAID, Edward W")]
    [InlineData("Beauvoir, Simone de, 1908-1986", "Simone de Beauvoir")]
    [InlineData("Garc\u00EDa M\u00E1rquez, Gabriel", "Gabriel Garci\u0301a Ma\u0301rquez")]
    [InlineData("曹雪芹", "曹雪芹.")]
    public void A_name_is_the_same_in_either_order(string one, string other) => PlainForm.Name(one).ShouldBe(PlainForm.Name(other));

    [Theory]
    [InlineData("𠮷", "𡃁")]
    [InlineData("Simone Weil", "Simone de Beauvoir")]
    public void Different_names_stay_different(string one, string other) => PlainForm.Name(one).ShouldNotBe(PlainForm.Name(other));
}
