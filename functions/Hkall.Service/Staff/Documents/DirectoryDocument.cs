using System.Text.Json;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Staff.Documents;

/// <summary>
/// The directory of partners as one document, for staff to keep, to move to another library's service, or to start from. It holds
/// no secrets, so it is safe to store in a folder or send by mail.
/// </summary>
public sealed record DirectoryDocument
{
    public const string TheFormat = "hkall-partners";

    /// <summary>Raise it when an older document would be misread; adding a member with a default does not raise it.</summary>
    public const int TheVersion = 1;

    public string Format { get; init; } = TheFormat;

    public int Version { get; init; } = TheVersion;

    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>A note for human readers; the service ignores it.</summary>
    public string? Note { get; init; }

    public required IReadOnlyList<DirectoryEntry> Partners { get; init; }

    public static DirectoryDocument Of(IEnumerable<Partner> partners, DateTimeOffset now) => new()
    {
        ExportedAt = now,
        Partners = [.. partners.OrderBy(partner => partner.Symbol, StringComparer.Ordinal).Select(DirectoryEntry.Of)],
    };
}

/// <summary>One partner in the document. Like the form of one partner, it may carry secrets; if it has none, the partner keeps its own.</summary>
public sealed record DirectoryEntry : PartnerForm
{
    public required string Symbol { get; init; }

    public static DirectoryEntry Of(Partner partner) => PartnerMapper.ToEntry(partner);

    /// <summary>The members that differ between two states of a partner, by their names in the document.</summary>
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
