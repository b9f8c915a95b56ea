using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>The patron's actions, as their buttons say them.</summary>
internal static class ActionWords
{
    /// <param name="action">The action, by the name of its API call.</param>
    public static string Of(string action, NoticeLanguage language) => action switch
    {
        "cancel" => language.Say("Cancel request"),
        "unwanted" => language.Say("Send it back"),
        "renew" => language.Say("Request renewal"),
        "declaration" => language.Say("Sign the declaration"),
        "cost-decision" => language.Say("Decide on the charge"),
        "offer-decision" => language.Say("Choose what to do next"),
        "office-delivery" => language.Say("Deliver there"),
        "report-scan" => language.Say("Request a new scan"),
        "messages" => language.Say("Send the message"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}
