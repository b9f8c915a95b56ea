using Hkall.Domain.Model;

namespace Hkall.Domain.Fees;

/// <summary>The patron has paid a fee, or a part of it.</summary>
/// <param name="Amount">Null: the whole balance of the fee.</param>
public sealed record SettleFee(int Fee, Money? Amount, string Reason) : RequestCommand;

/// <summary>The Library waives a fee, or a part of it.</summary>
/// <param name="Amount">Null: the whole balance of the fee.</param>
public sealed record WaiveFee(int Fee, Money? Amount, string Reason) : RequestCommand;
