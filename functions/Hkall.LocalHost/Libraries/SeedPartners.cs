using Hkall.Service.Partners;
using Hkall.Service.Staff.Documents;
using Hkall.Service.Web;

namespace Hkall.LocalHost.Libraries;

/// <summary>The partners that come with the bench: a directory document such as staff may also import into a new installation.</summary>
public static class SeedPartners
{
    public static string FilePath => Path.Combine(AppContext.BaseDirectory, "Libraries", "partners.json");

    public static IReadOnlyList<DirectoryEntry> Read() => StrictJson.Read<DirectoryDocument>(File.ReadAllBytes(FilePath)).Partners;

    /// <summary>The partners without a system: they get mail, or staff ask them. The bench simulates no library for them.</summary>
    public static IEnumerable<Partner> WrittenToByMail() =>
        Read().Where(entry => !HasSystem(entry)).Select(entry => entry.Check(entry.Symbol, before: null, BenchServices.Reach));

    public static bool HasSystem(DirectoryEntry entry) => entry.Protocol switch
    {
        Protocol.Callbacks or Protocol.Iso18626 => true,
        Protocol.Mail or Protocol.Manual => false,
    };
}
