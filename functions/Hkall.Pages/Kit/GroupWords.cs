using Hkall.Domain.Placing;
using Hkall.Service.Notices;

namespace Hkall.Pages.Kit;

/// <summary>The patron groups, as the service's page names them.</summary>
public static class GroupWords
{
    public static string Of(PatronGroup group, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => group switch
        {
            PatronGroup.Academic => "academic staff",
            PatronGroup.Research => "research staff",
            PatronGroup.Postgraduate => "postgraduate student",
            PatronGroup.NonAcademic => "non-academic staff",
            PatronGroup.Undergraduate => "undergraduate student",
        },
        NoticeLanguage.TraditionalChinese => group switch
        {
            PatronGroup.Academic => "教學人員",
            PatronGroup.Research => "研究人員",
            PatronGroup.Postgraduate => "研究生",
            PatronGroup.NonAcademic => "非教學人員",
            PatronGroup.Undergraduate => "本科生",
        },
    };
}
