using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;

namespace Hkall.Service.Auditing;

/// <summary>
/// The rows of the audit trail. Each entry is in the partition of its day, of its member of staff and of its patron, so that each question is a
/// read of one partition. The keys are the same in all three, the newest first.
/// </summary>
internal static class AuditRows
{
    /// <summary>The days that have entries, so that retention finds them.</summary>
    public const string Days = "days";

    /// <summary>Minutes are counted down from here, so that the newest come first. It lasts for some ten thousand years.</summary>
    private const long LastMinute = 9_999_999_999;

    private const int HashCharacters = 16;
    private const int KeyCharacters = 10 + 1 + HashCharacters;

    public static string Day(DateOnly day) => $"d:{NameOf(day)}";

    public static string Patron(string patron) => $"p:{patron}";

    public static string Staff(string staff) => $"s:{staff}";

    public static string NameOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The key of an entry. A page that the same person loads again within the minute has the same key, and so is one entry.
    /// </summary>
    /// <param name="apart">Tells two changes of one minute apart; empty for looks.</param>
    public static string KeyOf(AuditEntry entry, string apart)
    {
        var parts = string.Join('\n', entry.By, Names.Of(entry.What), entry.Of, entry.Patron, entry.Step, apart);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..HashCharacters];
        return string.Create(CultureInfo.InvariantCulture, $"{LastMinute - (entry.At.UtcTicks / TimeSpan.TicksPerMinute):D10}_{hash}");
    }

    /// <summary>Whether the text has the form of a key; other cursors are not read.</summary>
    public static bool IsKey(string text) => text.Length == KeyCharacters && text.All(c => char.IsAsciiHexDigitLower(c) || c == '_');

    public static IEnumerable<string> PartitionsOf(AuditEntry entry, DateOnly day) =>
        new[] { Day(day), Staff(entry.By), entry.Patron is { } patron ? Patron(patron) : null }.OfType<string>();
}
