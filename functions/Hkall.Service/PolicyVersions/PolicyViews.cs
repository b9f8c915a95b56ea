using System.Text.Json.Serialization;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.PolicyVersions;

/// <summary>Where a version stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PolicyState>))]
public enum PolicyState
{
    /// <summary>Staff work on it.</summary>
    [JsonStringEnumMemberName("draft")] Draft,

    /// <summary>It counts from a later day on.</summary>
    [JsonStringEnumMemberName("scheduled")] Scheduled,

    [JsonStringEnumMemberName("in-force")] InForce,

    /// <summary>It was in force.</summary>
    [JsonStringEnumMemberName("past")] Past,
}

/// <summary>A version of the policy.</summary>
/// <param name="Name">The version that requests record; left out if the draft cannot be read.</param>
/// <param name="Origin"><c>file</c>, <c>staff</c>, or <c>again</c>: an earlier version put in force again.</param>
/// <param name="Of">The version put in force again.</param>
/// <param name="By">The opaque key of the member of staff; left out for a file.</param>
/// <param name="From">The first day of the Library on which it counts.</param>
public sealed record PolicyVersionView(
    int Version, string? Name, PolicyState State, string Origin, int? Of, string Reason, string? By, DateTimeOffset CreatedAt, DateTimeOffset? ChangedAt,
    DateOnly? From, string? PutBy, DateTimeOffset? PutAt);

/// <summary>The versions of the policy, the newest first.</summary>
/// <param name="Seen">The count of changes; a change names the one that its author saw.</param>
/// <param name="Today">The day of the Library.</param>
/// <param name="InForce">The version in force; left out as long as it is the file of the deployment, without a version.</param>
public sealed record PolicyVersionsView(int Seen, DateOnly Today, int? InForce, IReadOnlyList<PolicyVersionView> Versions);

/// <summary>A fault of a document.</summary>
/// <param name="Path">The member; <c>$</c> for the whole.</param>
public sealed record PolicyFault(string Path, string Why)
{
    /// <summary>From the form <c>path: sentence</c> in which the checks say it.</summary>
    public static PolicyFault Of(string fault) => fault.IndexOf(": ", StringComparison.Ordinal) is var at and > 0
        ? new PolicyFault(fault[..at] is var path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path, fault[(at + 2)..])
        : new PolicyFault("$", fault);
}

/// <summary>A member that differs from the policy in force.</summary>
/// <param name="Label">The member in words.</param>
/// <param name="InForce">What is in force; left out if there is nothing.</param>
/// <param name="Here">What stands in this document; left out if there is nothing.</param>
/// <param name="Sentence">The same in one sentence.</param>
public sealed record PolicyDifferenceView(string Path, string Label, string? InForce, string? Here, string Sentence)
{
    public static PolicyDifferenceView Of(PolicyDifference difference) => new(
        difference.Path,
        PolicyWords.Label(difference.Path, NoticeLanguage.English),
        difference.Before,
        difference.After,
        PolicyWords.Sentence(difference, NoticeLanguage.English).English);
}

/// <summary>What is wrong with a document, and how it differs from the policy in force. A document with faults is not compared.</summary>
public sealed record PolicyCheckView(IReadOnlyList<PolicyFault> Faults, IReadOnlyList<PolicyDifferenceView> Differences);

/// <summary>A version with its document.</summary>
/// <param name="Seen">The count of changes; a change names the one that its author saw.</param>
public sealed record PolicyView(
    int Seen, PolicyVersionView Version, string Text, IReadOnlyList<PolicyFault> Faults, IReadOnlyList<PolicyDifferenceView> Differences);
