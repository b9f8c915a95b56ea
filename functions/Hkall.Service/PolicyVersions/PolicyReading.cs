using Hkall.Service.Policies;

namespace Hkall.Service.PolicyVersions;

/// <summary>A document as it was read: what is wrong with it, or what it says.</summary>
/// <param name="Document">Null if it has faults.</param>
/// <param name="Name">The version that it names, if it can be read.</param>
public sealed record ReadPolicy(PolicyDocument? Document, IReadOnlyList<PolicyFault> Faults, string? Name);

/// <summary>Reads a document that staff wrote, and says everything that keeps it from being in force.</summary>
public static class PolicyReading
{
    /// <summary>Every request records the name.</summary>
    public const int LongestName = 40;

    /// <summary>What only the deployment decides: who the library is to others, who may do what, and how much is too much.</summary>
    private static readonly string[] OfDeployment = ["library", "roles", "limits"];

    /// <param name="taken">The names that other versions in force have or had.</param>
    public static ReadPolicy Read(string text, PolicyInForce policies, IReadOnlySet<string> taken)
    {
        PolicyDocument document;
        try
        {
            document = PolicyFile.Read(text);
        }
        catch (BadPolicyException bad)
        {
            return new ReadPolicy(null, [.. bad.Faults.Select(PolicyFault.Of)], null);
        }

        var name = document.Figures.Version;
        var faults = Deployment(text, document, policies.File).ToList();
        if (name.Length > LongestName)
        {
            faults.Add(new PolicyFault("figures.version", $"At most {LongestName} characters."));
        }

        if (taken.Contains(name))
        {
            faults.Add(new PolicyFault("figures.version", $"'{name}' is the name of another version. Requests record it, so each has its own."));
        }

        return faults.Count > 0 ? new ReadPolicy(null, faults, name) : new ReadPolicy(policies.Deployed(document), [], name);
    }

    /// <summary>A member that would be without effect is a fault, and not passed over.</summary>
    private static IEnumerable<PolicyFault> Deployment(string text, PolicyDocument document, PolicyDocument file)
    {
        var given = PolicyFile.MembersGiven(text);
        var (theirs, ours) = (PolicyComparison.MembersOf(document), PolicyComparison.MembersOf(file));
        return OfDeployment
            .Where(section => given.Contains(section) && !Of(theirs, section).SequenceEqual(Of(ours, section)))
            .Select(section => new PolicyFault(section, "Only the file of the deployment changes this. Leave it out, or as it is there."));

        static IEnumerable<KeyValuePair<string, string?>> Of(IReadOnlyDictionary<string, string?> members, string section) =>
            members.Where(member => member.Key == section || member.Key.StartsWith(section + ".", StringComparison.Ordinal));
    }
}
