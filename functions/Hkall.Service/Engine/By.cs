namespace Hkall.Service.Engine;

/// <summary>Who made a change, as the journal stores it. Never a name or an address.</summary>
public static class By
{
    public const string Patron = "patron";
    public const string Deadline = "deadline";

    private const string StaffPrefix = "staff:";

    /// <param name="staffId">The opaque key of the member of staff.</param>
    public static string Staff(string staffId) => $"{StaffPrefix}{staffId}";

    public static bool IsStaff(string by) => by.StartsWith(StaffPrefix, StringComparison.Ordinal);

    public static string Partner(string symbol) => $"library:{symbol}";
}
