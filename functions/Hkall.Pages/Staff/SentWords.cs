using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>The text for a sent effect: a mail by its subject, a message to a library by its action.</summary>
public static class SentWords
{
    public static string Of(Effect effect, NoticeLanguage language) => effect switch
    {
        SendNotice mail => language.Named("notice", mail.Notice),
        MessageSupplier said => language.Named("sent", said.Word),
        _ => effect.Kind,
    };
}
