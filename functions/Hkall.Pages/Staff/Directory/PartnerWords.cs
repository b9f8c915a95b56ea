using Hkall.Service.Partners;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff.Directory;

/// <summary>The labels of a directory entry's fields, and of their values.</summary>
public static class PartnerWords
{
    /// <summary>A field's label; a part of a field (<c>closures.0.to</c>, <c>charges.loan.amount</c>) has the label of the whole.</summary>
    public static string Field(string field, NoticeLanguage language)
    {
        for (var name = field; ; name = name[..name.LastIndexOf('.')])
        {
            if (language.FindNamed("partner-field", name) is { } label)
            {
                return label;
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
        while (NoticeLanguage.English.FindNamed("partner-field", name) is null && name.LastIndexOf('.') is > 0 and var dot)
        {
            name = name[..dot];
        }

        return name;
    }

    /// <summary>Whether the library takes part, in one word.</summary>
    public static string StateOf(Partner partner, NoticeLanguage language) => partner switch
    {
        { Blocked: true } => language.Say("blocked"),
        { Active: true } => language.Say("active"),
        _ => language.Say("inactive"),
    };

    public static string Of(PartnerKind kind, NoticeLanguage language) => language.Named("partner-kind", kind);

    public static string Of(Protocol protocol, NoticeLanguage language) => language.Named("protocol", protocol);

    public static string Of(LetterLanguage letters, NoticeLanguage language) => language.Named("letter-language", letters);

    public static string Of(Vendor vendor, NoticeLanguage language) => language.Named("vendor", vendor);

    public static string Of(HolidaySet set, NoticeLanguage language) => language.Named("holidays", set);

    public static string Of(Weekday day, NoticeLanguage language) => language.Named("weekday", day);
}
