using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>On what a library would supply: costs it names, and loan conditions.</summary>
internal static class Conditions
{
    public static bool AreIn(SupplierMessage message) => Of(message).Any() || CostIn(message) is not null;

    public static IEnumerable<Code> Of(SupplierMessage message) =>
        (message.Delivery?.LoanConditions ?? []).Concat(message.Info.Retry?.LoanConditions ?? []);

    /// <summary>What it would cost: offered to be accepted, or named with the delivery.</summary>
    public static Costs? CostIn(SupplierMessage message) =>
        (message.Info.Retry?.OfferedCosts ?? []).Concat(message.Delivery?.Costs ?? []).FirstOrDefault(costs => costs.Amount > 0);

    /// <summary>What our desk does with every item of that library anyway: it is read here.</summary>
    public static bool IsLibraryUse(Code condition) => condition.Is(KnownCodes.LibraryUseOnly) || condition.Is(KnownCodes.WatchLibraryUseOnly);
}
