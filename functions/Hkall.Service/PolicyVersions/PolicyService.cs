using System.Globalization;
using System.Text.Json;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.PolicyVersions;

/// <summary>What versions of the policy there are, what is wrong with a document, and how it differs from the one in force.</summary>
public sealed class PolicyService(PolicyTable table, PolicyInForce policies, PolicyImport import)
{
    /// <summary>The day of the Library.</summary>
    public DateOnly Today => policies.Today;

    public async Task<PolicyVersionsView> AllAsync(CancellationToken cancellation)
    {
        await import.ImportAsync(cancellation);
        var register = (await table.RegisterAsync(cancellation)).Register;
        return new PolicyVersionsView(
            register.Revision,
            policies.Today,
            register.On(policies.Today).FirstOrDefault()?.Number,
            [.. (await table.VersionsAsync(cancellation)).Select(version => ViewOf(version, register))]);
    }

    /// <returns>Null if there is no such version.</returns>
    public async Task<PolicyView?> FindAsync(int number, CancellationToken cancellation)
    {
        var register = (await table.RegisterAsync(cancellation)).Register;
        if (await table.FindAsync(number, cancellation) is not { } version || await TextAsync(number, cancellation) is not { } text)
        {
            return null;
        }

        var check = await CheckAsync(text, version, cancellation);
        return new PolicyView(register.Revision, ViewOf(version, register), text, check.Faults, check.Differences);
    }

    /// <summary>The document of a version; null if there is none that can be read.</summary>
    public async Task<string?> TextAsync(int number, CancellationToken cancellation)
    {
        try
        {
            return await table.FindAsync(number, cancellation) is null ? null : await table.TextAsync(number, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The document of a version as it would be in force, with its faults if it has some; null if there is no such version.</summary>
    public async Task<ReadPolicy?> ReadAsync(int number, CancellationToken cancellation) =>
        await table.FindAsync(number, cancellation) is { } version && await TextAsync(number, cancellation) is { } text
            ? PolicyReading.Read(text, policies, await TakenAsync(version, cancellation)) : null;

    /// <summary>What is wrong with a document, and how it differs from the policy in force.</summary>
    /// <param name="version">The version with the document; null if it has none yet.</param>
    /// <exception cref="BadInputException">It is too long.</exception>
    public async Task<PolicyCheckView> CheckAsync(string text, StoredPolicyVersion? version, CancellationToken cancellation)
    {
        PolicyTerms.Checked(text);
        var read = PolicyReading.Read(text, policies, await TakenAsync(version, cancellation));
        return new PolicyCheckView(
            read.Faults, read.Document is { } document ? [.. PolicyComparison.Of(policies.Document, document).Select(PolicyDifferenceView.Of)] : []);
    }

    /// <summary>What is wrong with a document that would stand in place of a version's.</summary>
    /// <exception cref="BadInputException">It is too long.</exception>
    public async Task<IReadOnlyList<PolicyFault>> FaultsOfAsync(int number, string text, CancellationToken cancellation) =>
        (await CheckAsync(text, await table.FindAsync(number, cancellation), cancellation)).Faults;

    /// <summary>A document to begin a draft from: the one in force, under a name of its own.</summary>
    public async Task<string> ProposeAsync(CancellationToken cancellation)
    {
        var taken = (await table.VersionsAsync(cancellation)).Select(version => version.Name).ToHashSet(StringComparer.Ordinal);
        var name = PolicyImport.FreeName(string.Create(CultureInfo.InvariantCulture, $"{policies.Today:yyyy-MM-dd}"), taken);
        var document = policies.Document;
        return PolicyFile.Write(document with { Figures = document.Figures with { Version = name } });
    }

    /// <summary>The names that requests may have recorded.</summary>
    private async Task<IReadOnlySet<string>> TakenAsync(StoredPolicyVersion? but, CancellationToken cancellation) => but?.PutAt is not null
        ? new HashSet<string>()
        : (await table.VersionsAsync(cancellation)).Where(one => one.PutAt is not null).Select(one => one.Name).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    private PolicyVersionView ViewOf(StoredPolicyVersion version, PolicyRegister register) => new(
        version.Number, version.Name, PolicyTerms.StateOf(version, register, policies.Today), version.Origin, version.Of, version.Reason, version.By,
        version.CreatedAt, version.ChangedAt, version.From, version.PutBy, version.PutAt);
}
