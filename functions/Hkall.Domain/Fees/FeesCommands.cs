using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>The patron has paid a fee, or a part of it.</summary>
/// <param name="Amount">Null: the whole balance of the fee.</param>
public sealed record SettleFee(int Fee, Money? Amount, string Reason) : RequestCommand;

/// <summary>The Library waives a fee, or a part of it.</summary>
/// <param name="Amount">Null: the whole balance of the fee.</param>
public sealed record WaiveFee(int Fee, Money? Amount, string Reason) : RequestCommand
{
    /// <summary>The opaque key of the member of staff who proposed it, if another one approves it.</summary>
    public string? ProposedBy { get; init; }
}

/// <summary>What staff charge a patron for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ManualFee>))]
public enum ManualFee
{
    [JsonStringEnumMemberName("damage")] Damage,
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>Staff charge the patron a fee.</summary>
/// <param name="Reason">What it is for; the patron reads it.</param>
public sealed record ChargeFee(ManualFee For, Money Amount, string Reason) : RequestCommand;

/// <summary>Staff enter what an accepted foreign charge is in our currency, because there was no rate.</summary>
public sealed record ChargeSupply(Money Amount) : RequestCommand;
