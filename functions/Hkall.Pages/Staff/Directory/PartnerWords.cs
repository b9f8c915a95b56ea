using Hkall.Service.Notices;
using Hkall.Service.Partners;

namespace Hkall.Pages.Staff.Directory;

/// <summary>The labels of a directory entry's fields, and of their values.</summary>
public static class PartnerWords
{
    private static readonly Dictionary<string, (string English, string Chinese)> Fields = new()
    {
        ["symbol"] = ("Symbol", "代號"),
        ["name"] = ("Name", "名稱"),
        ["nameZhHant"] = ("Name in Chinese", "中文名稱"),
        ["tier"] = ("Reach", "類別"),
        ["kind"] = ("Kind", "機構性質"),
        ["agencyId"] = ("Agency id", "機構代碼"),
        ["agencyIds"] = ("All its agency ids", "全部機構代碼"),
        ["protocol"] = ("How messages go", "訊息方式"),
        ["isoVersion"] = ("Version of ISO 18626", "ISO 18626 版本"),
        ["vendor"] = ("Its system", "對方系統"),
        ["endpoint"] = ("Address of its system", "系統網址"),
        ["secrets"] = ("New secret", "新密鑰"),
        ["gatewayAuthenticated"] = ("A gateway vouches for it", "由閘道認證"),
        ["active"] = ("It is asked and supplied", "使用中"),
        ["lends.loan"] = ("It lends items", "借出資料正本"),
        ["lends.copy"] = ("It supplies copies", "提供複製本"),
        ["charges.loan"] = ("Charge for a loan", "借書收費"),
        ["charges.copy"] = ("Charge for a copy", "複製本收費"),
        ["reciprocal"] = ("Neither side charges the other", "雙方互不收費"),
        ["calendar.zone"] = ("Time zone", "時區"),
        ["calendar.workingWeekdays"] = ("It works on", "工作日"),
        ["calendar.holidaySet"] = ("General holidays", "公眾假期"),
        ["calendar.holidays"] = ("Other holidays", "其他假期"),
        ["calendar.source"] = ("Where the days were read", "假期資料來源"),
        ["closures"] = ("Closed", "閉館"),
        ["days.response"] = ("Working days to its answer", "回覆所需工作天"),
        ["days.loanDelivery"] = ("Working days to a loan", "借書所需工作天"),
        ["days.copyDelivery"] = ("Working days to a copy", "複製本所需工作天"),
        ["loanTerms.days"] = ("It lends for days", "借期（天）"),
        ["loanTerms.renewable"] = ("Its loans can be renewed", "可續借"),
        ["loanTerms.libraryUseOnly"] = ("For use in the Library only", "只供館內使用"),
        ["limits.mostOpenRequests"] = ("Most requests of ours open there", "本館在該館未完成申請上限"),
        ["limits.mostOpenLending"] = ("Most requests of its open here", "該館在本館未完成申請上限"),
        ["contact.email"] = ("Mail", "電郵"),
        ["contact.phone"] = ("Telephone", "電話"),
        ["contact.address"] = ("Postal address", "郵寄地址"),
        ["contact.country"] = ("Country", "國家"),
    };

    /// <summary>A field's label; a part of a field (<c>closures.0.to</c>, <c>charges.loan.amount</c>) has the label of the whole.</summary>
    public static string Field(string field, NoticeLanguage language)
    {
        for (var name = field; ; name = name[..name.LastIndexOf('.')])
        {
            if (Fields.TryGetValue(name, out var words))
            {
                return Pick(language, words);
            }

            if (!name.Contains('.', StringComparison.Ordinal))
            {
                return field;
            }
        }
    }

    /// <summary>The field of the form to which an error belongs.</summary>
    public static string Whole(string field)
    {
        var name = field;
        while (!Fields.ContainsKey(name) && name.LastIndexOf('.') is > 0 and var dot)
        {
            name = name[..dot];
        }

        return name;
    }

    public static string Of(PartnerKind kind, NoticeLanguage language) => Pick(language, kind switch
    {
        PartnerKind.University => ("university", "大學"),
        PartnerKind.LocalLibrary => ("library in Hong Kong", "本地圖書館"),
        PartnerKind.OverseasLibrary => ("library overseas", "海外圖書館"),
        PartnerKind.GovernmentDepartment => ("government department", "政府部門"),
        PartnerKind.RegisteredOrganisation => ("registered organisation", "註冊機構"),
    });

    public static string Of(Protocol protocol, NoticeLanguage language) => Pick(language, protocol switch
    {
        Protocol.Callbacks => ("our JSON messages, signed", "本系統的 JSON 訊息（附簽署）"),
        Protocol.Iso18626 => ("ISO 18626", "ISO 18626"),
        Protocol.Mail => ("by mail", "電郵"),
    });

    public static string Of(Vendor vendor, NoticeLanguage language) => vendor switch
    {
        Vendor.Plain => Pick(language, ("no habits of its own", "沒有特別習慣")),
        Vendor.ReShare => "ReShare",
        Vendor.Alma => "Alma",
    };

    public static string Of(HolidaySet set, NoticeLanguage language) => Pick(language, set switch
    {
        HolidaySet.None => ("none", "沒有"),
        HolidaySet.HongKong => ("of Hong Kong", "香港"),
    });

    public static string Of(Weekday day, NoticeLanguage language) => Pick(language, day switch
    {
        Weekday.Sunday => ("Sunday", "星期日"),
        Weekday.Monday => ("Monday", "星期一"),
        Weekday.Tuesday => ("Tuesday", "星期二"),
        Weekday.Wednesday => ("Wednesday", "星期三"),
        Weekday.Thursday => ("Thursday", "星期四"),
        Weekday.Friday => ("Friday", "星期五"),
        Weekday.Saturday => ("Saturday", "星期六"),
    });

    private static string Pick(NoticeLanguage language, (string English, string Chinese) words) => language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };
}
