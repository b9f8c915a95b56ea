using System.Net.Mail;

namespace Hkall.Service.Web;

/// <summary>Checks the mail addresses of partners and borrowers.</summary>
internal static class MailAddresses
{
    /// <summary>RFC 5321.</summary>
    private const int LongestLocalPart = 64;

    /// <summary>What RFC 5322 allows in an atom besides letters and digits.</summary>
    private const string AtomSigns = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>
    /// The text is one address alone: no second address, no name beside it, no comment, no quotation marks and no space, which not every mail
    /// system takes, and which make it look like another.
    /// </summary>
    public static bool IsOne(string text) =>
        text.Split('@') is [{ Length: <= LongestLocalPart } local, var domain]
        && local.Split('.').All(IsAtom)
        && domain.Split('.').All(IsLabel)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;

    private static bool IsAtom(string part) =>
        part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || AtomSigns.Contains(c, StringComparison.Ordinal));

    /// <summary>A domain name may be written in its own script.</summary>
    private static bool IsLabel(string part) =>
        part is not ([] or ['-', ..] or [.., '-']) && part.All(c => char.IsLetterOrDigit(c) || c == '-');
}
