using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Web;

namespace Hkall.Service.Staff.Documents;

/// <summary>The changes that importing a document makes, or would make.</summary>
/// <param name="DryRun">True if nothing was written.</param>
/// <param name="Added">Symbols of partners that were not in the directory.</param>
/// <param name="Changed">Partners whose entry differs, with the members that differ.</param>
/// <param name="Left">Symbols of partners whose entry is unchanged.</param>
/// <param name="Own">Entries for our own library, which is not its own partner: one document serves all libraries that lend to each other.</param>
public sealed record DirectoryImported(
    bool DryRun, IReadOnlyList<string> Added, IReadOnlyList<ChangedPartner> Changed, IReadOnlyList<string> Left, IReadOnlyList<string> Own);

public sealed record ChangedPartner(string Symbol, IReadOnlyList<string> Members);

/// <summary>Imports a document: all of it or, if it has any fault, nothing. Partners that are not in it stay as they are.</summary>
public sealed class DirectoryImport(PartnerDirectory directory, OwnLibrary own, OutwardReach reach, Proposals proposals)
{
    /// <exception cref="BadInputException">The document has faults; each is named by its path.</exception>
    /// <param name="record">Records the changes before they are made.</param>
    public async Task<DirectoryImported> TakeAsync(
        ReadOnlyMemory<byte> body, bool dryRun, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var before = await directory.ReadAgainAsync(cancellation);
        var (after, ours) = Check(body.Span, before.Partners, own.AgencyId, reach);

        var added = after.Where(partner => !before.Partners.ContainsKey(partner.Symbol)).ToList();
        var changed = after
            .Where(partner => before.Partners.ContainsKey(partner.Symbol))
            .Select(partner => (Partner: partner, Members: DirectoryEntry.Differences(before.Partners[partner.Symbol], partner)))
            .Where(change => change.Members.Count > 0)
            .ToList();
        CheckAlone(added, changed.Select(change => change.Partner), before.Partners);
        if (!dryRun && added.Count + changed.Count > 0)
        {
            await record(
            [
                .. added.Select(partner => AuditChange.Of(partner.Symbol, null, partner.Endpoint?.ToString() ?? partner.Name)),
                .. changed.Select(change => AuditChange.Of(change.Partner.Symbol, null, string.Join(' ', change.Members))),
            ]);

            // This takes a few transactions. If one fails, the entries already written were all checked, and sending the document again completes it.
            await directory.PutAsync([.. added, .. changed.Select(change => change.Partner)], cancellation);
        }

        string[] moved = [.. added.Select(partner => partner.Symbol), .. changed.Select(change => change.Partner.Symbol)];
        return new DirectoryImported(
            dryRun,
            [.. added.Select(partner => partner.Symbol)],
            [.. changed.Select(change => new ChangedPartner(change.Partner.Symbol, change.Members))],
            [.. after.Select(partner => partner.Symbol).Except(moved, StringComparer.Ordinal)],
            ours);
    }

    /// <summary>A document changes many libraries at once; what needs a second person is proposed one by one.</summary>
    private void CheckAlone(IEnumerable<Partner> added, IEnumerable<Partner> changed, IReadOnlyDictionary<string, Partner> before)
    {
        var fields = new Fields();
        foreach (var partner in added.Concat(changed).Where(partner => proposals.NeedsSecond(before.GetValueOrDefault(partner.Symbol), partner)))
        {
            fields.Fault(
                $"partners.{partner.Symbol}",
                Names.Of(Refusal.SecondPersonNeeded),
                "Its address or its secrets need a second person: change it on its own page.");
        }

        fields.ThrowIfAny();
    }

    /// <summary>The partners in the document, given those already in the directory.</summary>
    /// <exception cref="BadInputException">The document has faults.</exception>
    public static (IReadOnlyList<Partner> Partners, IReadOnlyList<string> Own) Check(
        ReadOnlySpan<byte> body, IReadOnlyDictionary<string, Partner> before, string ownAgencyId, OutwardReach reach)
    {
        var fields = new Fields();
        List<Partner> after = [];
        List<string> ours = [];
        var symbols = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, i) in DirectoryReader.Read(body, fields).Select((entry, i) => (entry, i)))
        {
            if (entry is null)
            {
                continue;
            }

            if (!symbols.Add(entry.Symbol))
            {
                fields.Fault($"partners.{i}.symbol", "symbol-given-twice", "An entry before it has the same symbol.");
                continue;
            }

            // Other libraries need our address and a secret; we do not.
            if (entry.AgencyId == ownAgencyId)
            {
                ours.Add(entry.Symbol);
                continue;
            }

            var known = before.GetValueOrDefault(entry.Symbol);
            var partner = entry.Check(fields, $"partners.{i}.", entry.Symbol, known, reach);
            after.Add(partner);
            if (!fields.HasFaults)
            {
                CheckIds(fields, $"partners.{i}.agencyIds", partner, after, before.Values.Where(other => other.Symbol != entry.Symbol), isNew: known is null);
            }
        }

        if (symbols.Count > 0 && before.Keys.Union(symbols, StringComparer.Ordinal).Count() > PartnerDirectory.MostPartners)
        {
            fields.Fault("partners", "too-many", $"With those already there more than {PartnerDirectory.MostPartners}.");
        }

        fields.ThrowIfAny();
        return (after, ours);
    }

    /// <summary>Two partners must not share an agency id: a message names its sender by it.</summary>
    private static void CheckIds(Fields fields, string field, Partner partner, List<Partner> document, IEnumerable<Partner> directory, bool isNew)
    {
        var others = document.Where(other => !ReferenceEquals(other, partner)).Concat(isNew ? directory : []);
        if (others.FirstOrDefault(other => other.AgencyIds.Intersect(partner.AgencyIds, StringComparer.Ordinal).Any()) is { } other)
        {
            fields.Fault(field, "agency-id-taken", $"{other.Symbol} has one of these ids.");
        }
    }
}
