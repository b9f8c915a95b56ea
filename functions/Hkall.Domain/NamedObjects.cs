using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>Holds an order against what it names. It looks only at orders that would be carried out: another refusal says more.</summary>
internal static class NamedObjects
{
    /// <returns>Null if the order names what it must, and nothing else.</returns>
    public static Refused<PatronRequest, RequestEvent>? Check(
        PatronRequest before, RequestCommand command, NamedObject meant, Decided<PatronRequest, RequestEvent> decided)
    {
        if (meant.Status is { } status && status != before.Status)
        {
            return DecisionBuilder.Refuse(Refusal.StatusChanged, $"The request is {Names.Of(before.Status)} now.");
        }

        return LibraryRefusal(before, command, meant, decided) ?? EndRefusal(before, command, meant, decided) ?? command switch
        {
            DecideConditions { Accept: true } => ChargeRefusal(before.Conditions?.Cost, meant),
            DecideLateCharge => ChargeRefusal(
                before.Charge is not { Standing: ChargeStanding.ToDecide } && SupplyCharges.AwaitsSum(before) ? before.Acceptance!.Cost : before.Charge?.Cost,
                meant),
            SettleFee(var fee, _, _) => BalanceRefusal(before, fee, meant),
            WaiveFee(var fee, _, _) => BalanceRefusal(before, fee, meant),
            _ => null,
        };
    }

    private static Refused<PatronRequest, RequestEvent>? LibraryRefusal(
        PatronRequest before, RequestCommand command, NamedObject meant, Decided<PatronRequest, RequestEvent> decided)
    {
        // Who a parcel is from and who is written to is the rule's own question, and what was told has its number.
        if (command is ReceiveItem or RecordTold or WriteToLibrary)
        {
            return command is RecordTold { Number: null } && meant.MustName && before.ToTell is { Count: > 1 }
                ? DecisionBuilder.Refuse(Refusal.NotNamed, "Name what was told (number), or the version of the request that you saw (If-Match).")
                : null;
        }

        var asked = before.Supplier?.Symbol ?? before.ToAskByHand;
        return meant.Symbol is { } symbol
            ? symbol == asked ? null : DecisionBuilder.Refuse(
                Refusal.OtherLibrary, asked is null ? "No library is asked now." : $"The library asked now is {asked}.")
            : meant.MustName && asked is not null && NeedsLibrary(command, asked, decided)
                ? DecisionBuilder.Refuse(Refusal.NotNamed, "Name the library it is about (symbol), or the version of the request that you saw (If-Match).")
                : null;
    }

    /// <summary>Whoever has the item in hand has seen what the order is about; all other words to a library, and what costs money, need its name.</summary>
    private static bool NeedsLibrary(RequestCommand command, string symbol, Decided<PatronRequest, RequestEvent> decided) =>
        command is DecideConditions or DeclareLost or ChargeFee or ChargeSupply or RecordAsked or AskNextSupplier
        || (!IsInHand(command)
            && (decided.Effects.OfType<MessageSupplier>().Any(message => message.Symbol == symbol)
                || decided.Events.OfType<SupplierToTell>().Any(told => told.Symbol == symbol)));

    /// <summary>
    /// An order that ends a request for which no library is asked names the status that it ends. So does a loss: its library is the same on
    /// the shelf and on loan, and what the patron owes is not.
    /// </summary>
    private static Refused<PatronRequest, RequestEvent>? EndRefusal(
        PatronRequest before, RequestCommand command, NamedObject meant, Decided<PatronRequest, RequestEvent> decided) =>
        meant is { MustName: true, Status: null } && (meant.Symbol is null || command is DeclareLost)
            && !IsInHand(command) && before.Status.IsOpen() && !decided.Request.Status.IsOpen()
            ? DecisionBuilder.Refuse(Refusal.NotNamed, "Name the status that you saw (status), or the version of the request (If-Match).")
            : null;

    private static bool IsInHand(RequestCommand command) =>
        command is ReceiveItem or CheckInItem or CheckInPart or CheckOutItem or SendItemBack or LabelItem or RestNotComing;

    private static Refused<PatronRequest, RequestEvent>? ChargeRefusal(Money? charge, NamedObject meant) =>
        meant.Amount is null && charge is not null && meant.MustName
            ? DecisionBuilder.Refuse(
                Refusal.NotNamed, $"It is about a charge of {Currencies.Write(charge)}; name it (amount).")
            : meant.Amount is { } seen && seen != charge
                ? DecisionBuilder.Refuse(
                    Refusal.PriceChanged,
                    charge is null
                        ? "The library charges nothing now." : $"The charge is {Currencies.Write(charge)} now.")
                : null;

    private static Refused<PatronRequest, RequestEvent>? BalanceRefusal(PatronRequest before, int fee, NamedObject meant)
    {
        var owed = before.FindFee(fee)!.Amount with { Amount = before.BalanceOf(fee) };
        return meant.Balance is { } seen
            ? seen == owed ? null : DecisionBuilder.Refuse(
                Refusal.BalanceChanged, FormattableString.Invariant($"Of this fee {owed.Currency} {owed.Amount:0.00} is owed now."))
            : meant.MustName
                ? DecisionBuilder.Refuse(
                    Refusal.NotNamed, "Name what is owed on the fee (balance), or the version of the request that you saw (If-Match).")
                : null;
    }
}
