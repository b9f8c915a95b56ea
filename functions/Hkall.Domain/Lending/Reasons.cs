using System.Text.Json.Serialization;

namespace Hkall.Domain.Lending;

/// <summary>Why we do not supply: the reasons of ISO 18626, under its names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnfilledReason>))]
public enum UnfilledReason
{
    [JsonStringEnumMemberName("NonCirculating")] NonCirculating,
    [JsonStringEnumMemberName("NotAvailableForILL")] NotAvailableForIll,
    [JsonStringEnumMemberName("NotHeld")] NotHeld,
    [JsonStringEnumMemberName("NotOnShelf")] NotOnShelf,
    [JsonStringEnumMemberName("PolicyProblem")] PolicyProblem,
    [JsonStringEnumMemberName("PoorCondition")] PoorCondition,
}

/// <summary>Why the borrowing library may ask again: the ISO 18626 reasons that both editions have, under their names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RetryReason>))]
public enum RetryReason
{
    [JsonStringEnumMemberName("AtBindery")] AtBindery,
    [JsonStringEnumMemberName("CostExceedsMaxCost")] CostExceedsMaxCost,
    [JsonStringEnumMemberName("NotCurrentAvailableForILL")] NotCurrentAvailableForIll,
    [JsonStringEnumMemberName("NotFoundAsCited")] NotFoundAsCited,
    [JsonStringEnumMemberName("OnLoan")] OnLoan,
    [JsonStringEnumMemberName("OnOrder")] OnOrder,
    [JsonStringEnumMemberName("ReqDelDateNotPossible")] ReqDelDateNotPossible,
    [JsonStringEnumMemberName("ReqDelMethodNotSupp")] ReqDelMethodNotSupp,
}

/// <summary>What the borrowing library must comply with: the conditions of ISO 18626, under its names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LoanCondition>))]
public enum LoanCondition
{
    [JsonStringEnumMemberName("LibraryUseOnly")] LibraryUseOnly,
    [JsonStringEnumMemberName("WatchLibraryUseOnly")] WatchLibraryUseOnly,
    [JsonStringEnumMemberName("NoReproduction")] NoReproduction,
    [JsonStringEnumMemberName("SignatureRequired")] SignatureRequired,
    [JsonStringEnumMemberName("SpecCollSupervReq")] SpecCollSupervReq,
}

/// <summary>The standard's reasons among all the reasons there are.</summary>
public static class LendingReasons
{
    public static ReasonCode ToCode(this UnfilledReason reason) => CodeOf(Names.Of(reason));

    public static ReasonCode ToCode(this RetryReason reason) => CodeOf(Names.Of(reason));

    private static ReasonCode CodeOf(string name) => ReasonCodes.Find(name) ?? throw new ArgumentException($"No reason is called {name}.", nameof(name));
}
