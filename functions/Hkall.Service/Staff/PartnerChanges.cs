using System.Text.Json;
using Hkall.Service.Auditing;
using Hkall.Service.Partners;
using Hkall.Service.Staff.Documents;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>What a change of a library's entry changes, for the audit trail. Of secrets it says only that they were replaced.</summary>
public static class PartnerChanges
{
    private const string Secrets = "secrets";

    /// <param name="before">Null: the library is new.</param>
    public static IReadOnlyList<AuditChange> Of(Partner? before, Partner after)
    {
        var now = Members(after);
        if (before is null)
        {
            return [AuditChange.Of("name", null, after.Name), AuditChange.Of("endpoint", null, after.Endpoint?.ToString())];
        }

        var old = Members(before);
        return
        [
            .. DirectoryEntry.Differences(before, after)
                .Select(name => name == Secrets ? AuditChange.Of(name, null, null) : AuditChange.Of(name, Written(old, name), Written(now, name))),
        ];
    }

    private static JsonElement Members(Partner partner) => JsonSerializer.SerializeToElement(DirectoryEntry.Of(partner), StrictJson.Options);

    private static string? Written(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.ToString() : null;
}
