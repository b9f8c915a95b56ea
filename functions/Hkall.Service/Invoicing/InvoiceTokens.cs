using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Web;

namespace Hkall.Service.Invoicing;

/// <summary>The secret part of the link by which a borrower opens its invoice. Anyone with the mail can open it, as they could read the mail.</summary>
public sealed class InvoiceTokens(DownloadTokens keys)
{
    /// <summary>The longest token: a number of twelve characters and its signature.</summary>
    private const int Longest = 64;

    private const char Between = '.';

    public string For(string number) => $"{number}{Between}{Base64Url.EncodeToString(keys.Sign(Purpose(number)))}";

    /// <returns>The number of the invoice; null if we did not make the token.</returns>
    public string? NumberOf(string token)
    {
        if (token.Length > Longest || token.Split(Between) is not [var number, var signature])
        {
            return null;
        }

        var expected = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(keys.Sign(Purpose(number))));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) ? number : null;
    }

    private static byte[] Purpose(string number) => Encoding.UTF8.GetBytes($"invoice:{number}");
}
