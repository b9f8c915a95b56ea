using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Staff.Documents;

/// <summary>What taking a document over changes, or would change.</summary>
/// <param name="DryRun">Nothing was written.</param>
/// <param name="Added">Symbols of partners that were not in the directory.</param>
/// <param name="Changed">Those whose entry differs, with the members that do.</param>
/// <param name="Left">Symbols of partners whose entry is as it was.</param>
/// <param name="Own">Entries of our own library, which is no partner of its own: one document serves all who lend to each other.</param>
public sealed record DirectoryImported(
    bool DryRun, IReadOnlyList<string> Added, IReadOnlyList<ChangedPartner> Changed, IReadOnlyList<string> Left, IReadOnlyList<string> Own);

public sealed record ChangedPartner(string Symbol, IReadOnlyList<string> Members);

/// <summary>Takes a document over: all of it or, where anything is wrong, nothing. Partners that are not in it stay as they are.</summary>
public sealed class DirectoryImport(PartnerDirectory directory, OwnLibrary own)
{
    /// <exception cref="BadInputException">Something is wrong with it; every fault is named by its path.</exception>
    public async Task<DirectoryImported> TakeAsync(ReadOnlyMemory<byte> body, bool dryRun, CancellationToken cancellation)
    {
        var before = await directory.ReadAgainAsync(cancellation);
        var (after, ours) = Check(body.Span, before.Partners, own.AgencyId);

        var added = after.Where(partner => !before.Partners.ContainsKey(partner.Symbol)).ToList();
        var changed = after
            .Where(partner => before.Partners.ContainsKey(partner.Symbol))
            .Select(partner => (Partner: partner, Members: DirectoryEntry.Differences(before.Partners[partner.Symbol], partner)))
            .Where(change => change.Members.Count > 0)
            .ToList();
        if (!dryRun)
        {
            // Written in a few transactions. One that fails leaves entries that were all checked, and sending the document again completes it.
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

    /// <summary>The partners the document describes, where the directory has these.</summary>
    /// <exception cref="BadInputException">Something is wrong with it.</exception>
    public static (IReadOnlyList<Partner> Partners, IReadOnlyList<string> Own) Check(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, Partner> before, string ownAgencyId)
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

            // What others need to know of us, an address and a secret, we do not.
            if (entry.AgencyId == ownAgencyId)
            {
                ours.Add(entry.Symbol);
                continue;
            }

            var known = before.GetValueOrDefault(entry.Symbol);
            var partner = entry.Check(fields, $"partners.{i}.", entry.Symbol, known);
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

    /// <summary>A message says by its agency id whose it is, so that two partners must not have the same.</summary>
    private static void CheckIds(Fields fields, string field, Partner partner, List<Partner> document, IEnumerable<Partner> directory, bool isNew)
    {
        var others = document.Where(other => !ReferenceEquals(other, partner)).Concat(isNew ? directory : []);
        if (others.FirstOrDefault(other => other.AgencyIds.Intersect(partner.AgencyIds, StringComparer.Ordinal).Any()) is { } other)
        {
            fields.Fault(field, "agency-id-taken", $"{other.Symbol} has one of these ids.");
        }
    }
}
