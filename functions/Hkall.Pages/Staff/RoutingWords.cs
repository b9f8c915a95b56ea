using System.Globalization;
using Hkall.Domain.Charging;
using Hkall.Domain.Supplying;
using Hkall.Service.Notices;

namespace Hkall.Pages.Staff;

/// <summary>Why a library has its place on the rota, or is not on it: the rule, and the figures recorded for it.</summary>
public static class RoutingWords
{
    public static string Rule(RankedBy by, NoticeLanguage language) => Pick(language, by switch
    {
        RankedBy.First => ("First", "首位"),
        RankedBy.Tier => ("How far", "遠近"),
        RankedBy.Holding => ("How sure it has it", "是否肯定持有"),
        RankedBy.Closed => ("Open or closed", "是否開放"),
        RankedBy.Turnaround => ("How long it takes", "所需時間"),
        RankedBy.Balance => ("Give and take", "互借平衡"),
        RankedBy.Charge => ("What it costs", "收費"),
        RankedBy.Listed => ("The catalogue’s order", "目錄次序"),
        RankedBy.Symbol => ("The alphabet", "字母次序"),
    });

    /// <summary>The difference from the library before it, with both figures.</summary>
    public static string Why(RotaPlace place, LibraryFacts? before, NoticeLanguage language) =>
        before is null ? Pick(language, ("nothing comes before it", "沒有其他圖書館排在其前")) : After(before, place, language);

    private static string After(LibraryFacts before, RotaPlace place, NoticeLanguage language) => place.By switch
    {
        RankedBy.First => Pick(language, ("nothing comes before it", "沒有其他圖書館排在其前")),
        RankedBy.Tier => Pick(language, (
            $"{StaffWords.Of(before.Tier, NoticeLanguage.English)} before {StaffWords.Of(place.Facts.Tier, NoticeLanguage.English)}",
            $"{StaffWords.Of(before.Tier, NoticeLanguage.TraditionalChinese)}先於{StaffWords.Of(place.Facts.Tier, NoticeLanguage.TraditionalChinese)}")),
        RankedBy.Holding => Pick(language, (
            $"{Holding(before.Holding, NoticeLanguage.English)} before {Holding(place.Facts.Holding, NoticeLanguage.English)}",
            $"「{Holding(before.Holding, NoticeLanguage.TraditionalChinese)}」先於「{Holding(place.Facts.Holding, NoticeLanguage.TraditionalChinese)}」")),
        RankedBy.Closed => place.Facts.OpensOn is { } opens
            ? Pick(language, ($"it opens on {NoticeDates.Format(opens, NoticeLanguage.English)} ({place.Facts.ClosedWhy})", $"{NoticeDates.Format(opens, NoticeLanguage.TraditionalChinese)}重開（{place.Facts.ClosedWhy}）"))
            : Pick(language, ("it is closed", "暫停開放")),
        RankedBy.Turnaround => Pick(language, (
            $"{Days(before, NoticeLanguage.English)} before {Days(place.Facts, NoticeLanguage.English)}",
            $"{Days(before, NoticeLanguage.TraditionalChinese)}先於{Days(place.Facts, NoticeLanguage.TraditionalChinese)}")),
        RankedBy.Balance => Pick(language, (
            Text($"it has done more for us: {place.Facts.Balance:+0;-0;0} after {before.Balance:+0;-0;0}"),
            Text($"對方已提供較多：{place.Facts.Balance:+0;-0;0}，後於 {before.Balance:+0;-0;0}"))),
        RankedBy.Charge => Pick(language, (
            $"{Cost(before.Charge, NoticeLanguage.English)} before {Cost(place.Facts.Charge, NoticeLanguage.English)}",
            $"{Cost(before.Charge, NoticeLanguage.TraditionalChinese)}先於{Cost(place.Facts.Charge, NoticeLanguage.TraditionalChinese)}")),
        RankedBy.Listed => Pick(language, ("the catalogue names it later", "目錄中排列較後")),
        RankedBy.Symbol => Pick(language, ("nothing else tells them apart", "其他條件相同")),
    };

    public static string Holding(Certainty holding, NoticeLanguage language) => Pick(language, holding switch
    {
        Certainty.Available => ("on the shelf", "在架上"),
        Certainty.Held => ("in its catalogue", "目錄中有"),
        Certainty.Unknown => ("not known", "未能確定"),
        Certainty.Out => ("every copy is out", "全部借出"),
    });

    /// <summary>The working days, and the number of supplies they were measured on.</summary>
    public static string Days(LibraryFacts facts, NoticeLanguage language) => Pick(language, facts.Sample > 0
        ? (Text($"{facts.TypicalDays} to {facts.LatestDays} working days, {facts.Sample} measured"), Text($"{facts.TypicalDays} 至 {facts.LatestDays} 個工作天（實測 {facts.Sample} 次）"))
        : (Text($"{facts.TypicalDays} to {facts.LatestDays} working days"), Text($"{facts.TypicalDays} 至 {facts.LatestDays} 個工作天")));

    public static string Cost(Money? charge, NoticeLanguage language) => charge is null ? Pick(language, ("nothing", "不收費")) : NoticeAmounts.Format(charge, language);

    public static string Rule(RejectedFor rule, NoticeLanguage language) => Pick(language, rule switch
    {
        RejectedFor.Inactive => ("Not active in the directory", "名錄中已停用"),
        RejectedFor.NoWayToAsk => ("No address to ask it at", "沒有可供查詢的地址"),
        RejectedFor.ServiceNotLent => ("It does not supply this service", "不提供此項服務"),
        RejectedFor.TierNotAllowed => ("Not offered to the patron’s group", "不適用於此讀者類別"),
        RejectedFor.AlreadyAsked => ("Asked before", "已經詢問"),
        RejectedFor.Closed => ("Closed for too long", "閉館過久"),
        RejectedFor.LimitReached => ("As many open requests as allowed", "未完成申請已達上限"),
        RejectedFor.NotReciprocal => ("No agreement with it", "沒有互借協議"),
        RejectedFor.RotaFull => ("Enough libraries come before it", "排在其前的圖書館已足夠"),
    });

    /// <summary>The figures behind a rejection; null where the rule needs none.</summary>
    public static string? Why(Rejection rejection, RoutingTerms terms, NoticeLanguage language)
    {
        var facts = rejection.Facts;
        return rejection.For switch
        {
            RejectedFor.AlreadyAsked => facts.AskedBefore is { } how ? ReasonWords.Of(how, language) : null,
            RejectedFor.Closed => facts.OpensOn is { } opens
                ? Pick(language, (
                    Text($"until {NoticeDates.Format(opens, NoticeLanguage.English)} ({facts.ClosedWhy}): {opens.DayNumber - terms.On.DayNumber} days, and {terms.ClosedAtMostDays.For(facts.Tier)} are worth waiting for"),
                    Text($"至{NoticeDates.Format(opens, NoticeLanguage.TraditionalChinese)}（{facts.ClosedWhy}）：{opens.DayNumber - terms.On.DayNumber} 天，最多只等候 {terms.ClosedAtMostDays.For(facts.Tier)} 天")))
                : facts.ClosedWhy,
            RejectedFor.LimitReached => Pick(language, (Text($"{facts.Open} open, {facts.MostOpen} allowed"), Text($"未完成 {facts.Open} 項，上限 {facts.MostOpen} 項"))),
            RejectedFor.RotaFull => Pick(language, (Text($"{terms.Longest} come before it"), Text($"已有 {terms.Longest} 所排在其前"))),
            RejectedFor.ServiceNotLent => StaffWords.Of(terms.Service, language),
            RejectedFor.TierNotAllowed or RejectedFor.NotReciprocal => StaffWords.Of(facts.Tier, language),
            RejectedFor.Inactive or RejectedFor.NoWayToAsk => null,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Pick(NoticeLanguage language, (string English, string Chinese) words) => language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };
}
