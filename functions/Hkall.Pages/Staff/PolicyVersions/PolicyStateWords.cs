using Hkall.Service.Policies;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff.PolicyVersions;

/// <summary>Words for what is known of a version.</summary>
internal static class PolicyStateWords
{
    /// <summary>Why there is the version: a reason of ours is translated, one of staff stands as they wrote it.</summary>
    public static string Reason(PolicyVersionView version, NoticeLanguage language) =>
        version.Origin == PolicyOrigin.File ? Text.Of("The file of the deployment.").In(language) : version.Reason;
}
