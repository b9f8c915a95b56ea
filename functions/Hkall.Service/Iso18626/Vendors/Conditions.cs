using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>The conditions of a supplying library: the costs it names, and its loan conditions.</summary>
internal static class Conditions
{
    public static bool AreIn(SupplierMessage message) => Of(message).Any() || CostIn(message) is not null;

    public static IEnumerable<Code> Of(SupplierMessage message) =>
        (message.Delivery?.LoanConditions ?? []).Concat(message.Info.Retry?.LoanConditions ?? []);

    /// <summary>The cost of supplying: offered for acceptance, or stated with the delivery.</summary>
    public static Costs? CostIn(SupplierMessage message) =>
        (message.Info.Retry?.OfferedCosts ?? []).Concat(message.Delivery?.Costs ?? []).FirstOrDefault(costs => costs.Amount > 0);

    /// <summary>Library use only, which our staff apply to every item of that library anyway.</summary>
    public static bool IsLibraryUse(Code condition) => condition.Is(KnownCodes.LibraryUseOnly) || condition.Is(KnownCodes.WatchLibraryUseOnly);
}
