using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>The text of a tag.</summary>
internal static class TagWords
{
    /// <summary>A tag that the policy no longer has is shown by its name.</summary>
    public static string Of(PolicyInForce policy, string name, NoticeLanguage language) =>
        policy.Document.Tags.FirstOrDefault(tag => tag.Name == name) is not { } known ? name
        : language == NoticeLanguage.English ? known.En : known.ZhHant ?? known.En;
}
