using Hkall.Service.Partners;
using Hkall.Service.Staff.Documents;
using Hkall.Service.Web;

namespace Hkall.LocalHost.Libraries;

/// <summary>The partners that come with the bench: a directory document such as staff may also import into a new installation.</summary>
public static class SeedPartners
{
    public static string FilePath => Path.Combine(AppContext.BaseDirectory, "Libraries", "partners.json");

    public static IReadOnlyList<DirectoryEntry> Read() => StrictJson.Read<DirectoryDocument>(File.ReadAllBytes(FilePath)).Partners;

    /// <summary>The partners that only borrow, and by mail. The bench simulates no library for them.</summary>
    public static IEnumerable<Partner> WrittenToByMail() =>
        Read().Where(entry => entry.Protocol == Protocol.Mail).Select(entry => entry.Check(entry.Symbol, before: null));
}
