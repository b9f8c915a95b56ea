using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Auditing;
using Hkall.Service.Partners;

namespace Hkall.Service.Staff.FourEyes;

/// <summary>What is proposed. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalKind>))]
public enum ProposalKind
{
    [JsonStringEnumMemberName("library")] Library,
    [JsonStringEnumMemberName("waiver")] Waiver,
}

/// <summary>What became of a proposal. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalState>))]
public enum ProposalState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("approved")] Approved,
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>What it would change has changed meanwhile, or nobody decided in time.</summary>
    [JsonStringEnumMemberName("over")] Over,
}

/// <summary>A change that waits for a second member of staff, as its row holds it.</summary>
public sealed record Proposal
{
    [Id]
    public required string Id { get; init; }

    public required ProposalKind Kind { get; init; }

    /// <summary>Who proposed it.</summary>
    [Id]
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset OpenUntil { get; init; }

    public ProposalState State { get; init; }

    [Id, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What would change, without secrets.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <summary>The library.</summary>
    [Id]
    public string? Symbol { get; init; }

    /// <summary>Its entry as proposed. It has the secrets, so it is not kept once the proposal is decided.</summary>
    public Partner? Entry { get; init; }

    /// <summary>A hash of the entry that it would replace; null if there was none.</summary>
    [Id]
    public string? Before { get; init; }

    public ProposedWaiver? Waiver { get; init; }

    public bool IsOpen(DateTimeOffset now) => State == ProposalState.Open && now < OpenUntil;
}

/// <param name="Amount">What would be waived.</param>
/// <param name="Balance">What was owed on the fee when it was proposed.</param>
/// <param name="Reason">Why; the patron reads it once it is approved.</param>
public sealed record ProposedWaiver(
    [property: Id] string RequestId, [property: Id] string PatronId, int Fee, Money Amount, decimal Balance, [property: PersonsWords] string Reason);
