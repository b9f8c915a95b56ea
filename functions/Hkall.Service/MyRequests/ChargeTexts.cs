using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Service.MyRequests;

/// <summary>Decisions on a charge in the patron's words. What staff did on the patron's word is never told as the patron's own act.</summary>
internal static class ChargeTexts
{
    public static string Accepted(CostAccepted accepted, NoticeLanguage language, DateForm dates = DateForm.Plain)
    {
        var cost = StatusTexts.Charge(accepted.Cost, accepted.How.Code == ReasonCode.BorneByLibrary ? null : accepted.Approximately, language, dates);
        return accepted switch
        {
            { Word: { } word } => language.Say($"Library staff accepted the charge of {cost} for you, as you told us {WordTexts.How(word, language, dates)}."),
            { How.Code: ReasonCode.BorneByLibrary } => language.Say($"The Library will cover the charge of {cost}."),
            { How.Code: ReasonCode.WithinMaximum } => language.Say($"The charge of {cost} is within the amount you agreed to."),
            _ => language.Say($"You accepted the charge of {cost}."),
        };
    }

    public static string Declined(CostDeclined declined, NoticeLanguage language, DateForm dates = DateForm.Plain)
    {
        var cost = StatusTexts.Amount(declined.Cost, language);
        return declined switch
        {
            { Word: { } word } => language.Say($"Library staff declined the charge of {cost} for you, as you told us {WordTexts.How(word, language, dates)}."),
            { Why.Code: ReasonCode.ByPatron } => language.Say($"You declined the charge of {cost}."),
            _ => language.Say($"The charge of {cost} was not accepted in time."),
        };
    }
}
