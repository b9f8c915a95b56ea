using System.Text;

namespace Hkall.Service.Web;

/// <summary>Addresses within the service, as a header can carry them.</summary>
public static class LocalAddress
{
    /// <summary>Characters that a browser reads otherwise than they are written, or that an address may not contain.</summary>
    private const string Unsafe = "\\\"<>^`{|} ";

    /// <summary>
    /// The address in printable ASCII, as RFC 3986 writes it: whatever else it contains is escaped as UTF-8. An id from a path may contain
    /// anything, and a header with a line break or a Chinese character cannot be sent.
    /// </summary>
    public static string Escaped(string address)
    {
        if (address.All(c => IsPlain(c)))
        {
            return address;
        }

        var escaped = new StringBuilder(address.Length + 32);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && IsPlain((char)rune.Value))
            {
                escaped.Append((char)rune.Value);
                continue;
            }

            // Half a character becomes the replacement character, which can be written.
            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            {
                escaped.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char c) => c is > ' ' and < '\u007F' && !Unsafe.Contains(c, StringComparison.Ordinal);
}
