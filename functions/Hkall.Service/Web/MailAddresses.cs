using System.Net.Mail;

namespace Hkall.Service.Web;

/// <summary>Checks the mail addresses of partners and borrowers.</summary>
internal static class MailAddresses
{
    /// <summary>The text is one address alone: no name beside it, no comment and no space, which not every mail system takes.</summary>
    public static bool IsOne(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsWhiteSpace);
}
