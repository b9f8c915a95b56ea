using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Sessions;

/// <summary>
/// The rows of the table of sessions. All are in one partition, so that a session and what leads to it are written and removed
/// together. It takes 2,000 rows a second; a library's readers turn fewer pages.
/// </summary>
internal static class SessionRows
{
    public const string Partition = "s";

    private const string EndsFrom = "e:";

    /// <summary>The hash of a secret: whoever reads the rows cannot use what they name.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether the text has the form of a hash; other texts are not looked up.</summary>
    public static bool IsHash(string text) => text.Length == SHA256.HashSizeInBytes * 2 && text.All(char.IsAsciiHexDigitLower);

    public static string Session(string hash) => $"s:{hash}";

    public static string OfPerson(string person, string hash) => $"p:{person}:{hash}";

    public static string OfPersonFrom(string person) => $"p:{person}:";

    public static string OfPersonTo(string person) => $"p:{person};";

    public static string OfProvider(string session, string hash) => $"v:{session}:{hash}";

    public static string OfProviderFrom(string session) => $"v:{session}:";

    public static string OfProviderTo(string session) => $"v:{session};";

    /// <summary>A form that waits for a new sign-in.</summary>
    public static string Form(string hash) => $"f:{hash}";

    /// <summary>A token of the provider that was used.</summary>
    public static string Spent(string hash) => $"j:{hash}";

    /// <summary>When which row may be removed.</summary>
    public static string End(DateTimeOffset at, string key) => string.Create(CultureInfo.InvariantCulture, $"{EndsFrom}{at.UtcTicks:D19}:{key}");

    /// <summary>The rows whose time is over at the instant.</summary>
    public static (string From, string To) EndedAt(DateTimeOffset now) =>
        (EndsFrom, string.Create(CultureInfo.InvariantCulture, $"{EndsFrom}{now.UtcTicks:D19};"));

    public static Row Of(string key, string body, IRandom random) => new(Partition, key, body, RequestIds.Base32(random.Bytes(10)));
}
