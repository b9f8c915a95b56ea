using System.Text.Json;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Staff.Documents;

/// <summary>
/// The directory of partners as one document: what staff keep, move to another desk, or begin with. It holds no secrets, so that it may
/// lie in a folder or be sent by mail.
/// </summary>
public sealed record DirectoryDocument
{
    public const string TheFormat = "hkall-partners";

    /// <summary>Raised when a document of before would be read wrongly; a member that is added with a default does not raise it.</summary>
    public const int TheVersion = 1;

    public string Format { get; init; } = TheFormat;

    public int Version { get; init; } = TheVersion;

    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>For whoever reads the document; nothing follows from it.</summary>
    public string? Note { get; init; }

    public required IReadOnlyList<DirectoryEntry> Partners { get; init; }

    public static DirectoryDocument Of(IEnumerable<Partner> partners, DateTimeOffset now) => new()
    {
        ExportedAt = now,
        Partners = [.. partners.OrderBy(partner => partner.Symbol, StringComparer.Ordinal).Select(DirectoryEntry.Of)],
    };
}

/// <summary>One partner in the document. It may bring secrets of its own, as the form of one partner may; left out, those it has stay.</summary>
public sealed record DirectoryEntry : PartnerForm
{
    public required string Symbol { get; init; }

    public static DirectoryEntry Of(Partner partner) => new()
    {
        Symbol = partner.Symbol,
        Name = partner.Name,
        NameZhHant = partner.NameZhHant,
        Tier = partner.Tier,
        Kind = partner.Kind,
        AgencyId = partner.AgencyId,
        AgencyIds = partner.AgencyIds,
        Protocol = partner.Protocol,
        IsoVersion = partner.IsoVersion,
        Vendor = partner.Vendor,
        Endpoint = partner.Endpoint?.OriginalString,
        GatewayAuthenticated = partner.GatewayAuthenticated,
        Active = partner.Active,
        Lends = partner.Lends,
        Charges = partner.Charges,
        Reciprocal = partner.Reciprocal,
        Calendar = partner.Calendar,
        Closures = partner.Closures,
        Days = partner.Days,
        LoanTerms = partner.LoanTerms,
        Limits = partner.Limits,
        Contact = partner.Contact,
        Sample = partner.Sample,
    };

    /// <summary>The members in which two states of a partner differ, by their names in the document.</summary>
    public static IReadOnlyList<string> Differences(Partner before, Partner after)
    {
        var (old, now) = (JsonSerializer.SerializeToElement(Of(before), StrictJson.Options), JsonSerializer.SerializeToElement(Of(after), StrictJson.Options));
        var names = old.EnumerateObject().Concat(now.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal);
        string[] differing = [.. names.Where(name => !Same(old, now, name))];
        return before.Secrets.SequenceEqual(after.Secrets, StringComparer.Ordinal) ? differing : [.. differing, "secrets"];
    }

    private static bool Same(JsonElement old, JsonElement now, string name) =>
        old.TryGetProperty(name, out var before) && now.TryGetProperty(name, out var after) && JsonElement.DeepEquals(before, after);
}
