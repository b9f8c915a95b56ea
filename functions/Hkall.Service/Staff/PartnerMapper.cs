using Hkall.Service.Partners;
using Hkall.Service.Staff.Documents;
using Riok.Mapperly.Abstractions;

namespace Hkall.Service.Staff;

/// <summary>
/// Copies a partner between its shapes: the stored row, the view, the form and the entry of a document. A member that is in one shape
/// and not in the other stops the build, so that a new one cannot be forgotten in one of them.
/// </summary>
[Mapper]
internal static partial class PartnerMapper
{
    /// <summary>A view shows how many secrets there are and none of them.</summary>
    [MapProperty(nameof(Partner.Secrets), nameof(PartnerView.Secrets), Use = nameof(CountOf))]
    [MapperIgnoreSource(nameof(Partner.TakesPart)), MapperIgnoreSource(nameof(Partner.UnreadableSecrets))]
    [MapperIgnoreTarget(nameof(PartnerView.UnreachableSince))]
    public static partial PartnerView ToView(Partner partner);

    /// <summary>A document leaves the service, so it holds no secrets.</summary>
    [MapperIgnoreSource(nameof(Partner.UnreadableSecrets))]
    [MapperIgnoreSource(nameof(Partner.Secrets)), MapperIgnoreSource(nameof(Partner.TakesPart)), MapperIgnoreTarget(nameof(DirectoryEntry.Secrets))]
    [MapProperty(nameof(Partner.Endpoint), nameof(DirectoryEntry.Endpoint), Use = nameof(AsWritten))]
    public static partial DirectoryEntry ToEntry(Partner partner);

    /// <summary>The parameters take the place of the form's members that were checked, completed or converted.</summary>
    [MapperIgnoreSource(nameof(PartnerForm.Name)), MapperIgnoreSource(nameof(PartnerForm.NameZhHant)), MapperIgnoreSource(nameof(PartnerForm.Kind))]
    [MapperIgnoreSource(nameof(PartnerForm.AgencyId)), MapperIgnoreSource(nameof(PartnerForm.AgencyIds))]
    [MapperIgnoreSource(nameof(PartnerForm.Endpoint)), MapperIgnoreSource(nameof(PartnerForm.Secrets)), MapperIgnoreTarget(nameof(Partner.UnreadableSecrets))]
    public static partial Partner ToPartner(
        PartnerForm form,
        string symbol,
        string name,
        string? nameZhHant,
        PartnerKind kind,
        string agencyId,
        IReadOnlyList<string> agencyIds,
        Uri? endpoint,
        IReadOnlyList<string> secrets);

    private static int CountOf(IReadOnlyList<string> secrets) => secrets.Count;

    private static string? AsWritten(Uri? endpoint) => endpoint?.OriginalString;
}
