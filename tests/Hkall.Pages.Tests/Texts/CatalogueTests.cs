using System.Text.Json;
using System.Text.RegularExpressions;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Texts;

namespace Hkall.Pages.Tests.Texts;

/// <summary>The catalogue of texts is complete in every language, and has nothing that no page or answer uses.</summary>
public sealed partial class CatalogueTests
{
    /// <summary>Characters of these texts that only one of the two scripts has.</summary>
    internal const string OnlyTraditional =
        "並佇併來個們備傳價償儲兌內兩冊別刪則剛動務匯區協員問啟單嘗國圍圖執報壞夠學實審寫將尋對屆層屬嶺帳帶幣張徑從復態憑應戶掃換損擇擔據擬攔敗數時暫書會條棄構樂標樣機檔檢檯櫃欄權歸毀決沒況減測準滅滿為無狀獨獲現環當發盡監眾確碼種"
        + "稱節範簡簽籤紀約細組結絕絡給統經維網線編總繳繼續罰習聖聯聲職腦與舊處虛號補裝製複見規視覽訂計訊記設許訴註詢試話該詳認誕語誤說誰請諾謝謹證識議讀變負貨責費資賠質購較載輸轉辦連進運過達遠適遲選遺還郵錄錯鍵鐘鑰長門閉開間閘閱關"
        + "際雙離電頁項須預領題額願類顯餘館驟體麼點齊";

    private const string OnlySimplified =
        "两个为乐习书从们众会传偿兑关内册写决况减凭则刚删别办务动区协单双发变号启员围国图声处备够学实审对寻导将尝尽层届属币带应开弃张归当录径态总户执扫报担拟拦择损换数无旧时显暂权条来标检毁没测满灭点状独献环现电监码称签简类约纳"
        + "线组细经结给绝统继续维编缴罚职联脑节获虚补装见规视览计订认议记许设证识诉试话诞询该详语误说请诺读谁谢谨负责败账货质购费赔转载较输达过运还进远连迟选递遗邮钟钥链错键长门闭问间阅队际页项须预领题额馆验骤齐";

    private static IReadOnlyDictionary<string, string> English => TextCatalogue.Of(NoticeLanguage.English);

    private static IReadOnlyDictionary<string, string> Traditional => TextCatalogue.Of(NoticeLanguage.TraditionalChinese);

    private static IReadOnlyDictionary<string, string> Simplified => TextCatalogue.Of(NoticeLanguage.SimplifiedChinese);

    [Fact]
    public void Every_sentence_in_the_sources_is_in_the_catalogue_and_no_other()
    {
        var used = SourceSentences.All();

        used.Count.ShouldBeGreaterThan(800);
        used.Except(Traditional.Keys).ShouldBeEmpty("These sentences have no translation.");
        Traditional.Keys.Where(key => !Name().IsMatch(key)).Except(used).ShouldBeEmpty("No page or answer uses these sentences.");
    }

    [Fact]
    public void Every_language_has_the_same_texts()
    {
        Simplified.Keys.ShouldBe(Traditional.Keys, ignoreOrder: true);
        English.Keys.ShouldBe(Traditional.Keys.Where(key => Name().IsMatch(key)), ignoreOrder: true);
    }

    [Fact]
    public void A_text_has_the_same_arguments_in_every_language()
    {
        foreach (var (key, chinese) in Traditional)
        {
            var arguments = Arguments(English.GetValueOrDefault(key, key));

            Arguments(chinese).ShouldBe(arguments, key);
            Arguments(Simplified[key]).ShouldBe(arguments, key);
        }
    }

    [Fact]
    public void Each_Chinese_text_keeps_to_its_script()
    {
        foreach (var (key, text) in Traditional)
        {
            text.Where(c => OnlySimplified.Contains(c, StringComparison.Ordinal)).ShouldBeEmpty(key);
            Simplified[key].Where(c => OnlyTraditional.Contains(c, StringComparison.Ordinal)).ShouldBeEmpty(key);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void A_file_of_texts_is_sorted_and_names_each_text_once(string language)
    {
        var file = Path.Combine(Repository.Root, "functions", "Hkall.Service", "Texts", $"{language}.json");
        using var texts = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { AllowDuplicateProperties = false });

        var keys = texts.RootElement.EnumerateObject().Select(text => text.Name).ToList();

        keys.ShouldBe(keys.Order(StringComparer.Ordinal));
    }

    private static List<string> Arguments(string text) => [.. Argument().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^[a-z][a-z-]*\.[A-Za-z0-9.-]+$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
