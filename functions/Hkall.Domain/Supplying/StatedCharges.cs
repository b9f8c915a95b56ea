using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>
/// A charge that a library names only with the item, or later. It stops nothing: the item comes, and the patron, who did not accept
/// it, is not asked any more and never pays for it. If it is more than was accepted, staff decide who bears the difference before
/// the invoice surprises them.
/// </summary>
internal static class StatedCharges
{
    /// <returns>The charge in a message of the library that has supplied, unless we know it; null if there is none.</returns>
    public static Money? NamedAfterSupply(PatronRequest request, SupplierNews news, RotaEntry sender)
    {
        var cost = news switch
        {
            Shipped shipped => shipped.Cost,
            CopyReady ready => ready.Cost,
            Conditional conditional => conditional.Cost,
            RetryOffered retry => retry.Cost,
            _ => null,
        };
        return cost is not null && sender.Standing == RotaStatus.Supplied && HasSupplied(request) && IsNews(request, news.Symbol, cost) ? cost : null;
    }

    /// <summary>The charge on which nobody has decided yet: an item that comes nevertheless comes at that charge.</summary>
    public static Money? Undecided(PatronRequest request, RotaEntry sender) =>
        request.Supplier?.Symbol == sender.Symbol && request.Charge?.Symbol != sender.Symbol ? request.Quote?.Cost ?? request.Conditions?.Cost : null;

    /// <summary>The library asked now supplies before its charge is decided on.</summary>
    public static DecisionBuilder KeepUndecided(DecisionBuilder decision, Func<RotaEntry, DecisionBuilder> supplied)
    {
        var supplier = decision.Request.Supplier!;
        var cost = Undecided(decision.Request, supplier);
        return Keep(supplied(supplier), supplier.Symbol, cost);
    }

    /// <summary>Why nobody need be asked about the charge; null if somebody must be.</summary>
    /// <param name="accepted">What was accepted for this library.</param>
    public static ReasonCode? Agreed(DecisionBuilder decision, string symbol, Money cost, Money? accepted) =>
        IsWithin(decision, cost, decision.Policy.CostThreshold) || IsBorneByPolicy(decision, symbol, cost) ? ReasonCode.BorneByLibrary

        // In a tier whose charges the Library bears, nothing was for the patron to accept.
        : IsLibrarysTier(decision, symbol) ? IsWithin(decision, cost, accepted) ? ReasonCode.BorneByLibrary : null
        : IsWithin(decision, cost, decision.Request.MaxCost) || IsWithin(decision, cost, accepted) ? ReasonCode.WithinMaximum
        : null;

    /// <summary>Whether the Library bears the charges of libraries of this tier, so that the patron is not asked about them.</summary>
    public static bool IsLibrarysTier(DecisionBuilder decision, string symbol) =>
        decision.Request.Rota.FirstOrDefault(entry => entry.Symbol == symbol) is { } entry && decision.Policy.Charges.BorneByLibrary.For(entry.Tier);

    /// <summary>Whether the Library bears this charge by its policy, and not because it is small.</summary>
    public static bool IsBorneByPolicy(DecisionBuilder decision, string symbol, Money cost) =>
        IsLibrarysTier(decision, symbol)
        && (decision.Policy.Charges.LibraryBearsAtMost is not { } most || IsWithin(decision, cost, most))
        && !IsWithin(decision, cost, decision.Policy.CostThreshold);

    /// <summary>A charge of nothing is within any amount, in any currency.</summary>
    private static bool IsWithin(DecisionBuilder decision, Money cost, Money? most) =>
        (cost.Amount == 0 && most is not null) || decision.Book.Rates.IsWithin(cost, most);

    /// <summary>Keeps the charge. If it is more than was accepted, staff have to decide on it.</summary>
    public static DecisionBuilder Keep(DecisionBuilder decision, string symbol, Money? cost)
    {
        if (cost is null || !IsNews(decision.Request, symbol, cost))
        {
            return decision;
        }

        // What was accepted for the library asked now was not accepted for another that was faster.
        var accepted = decision.Request.Supplier?.Symbol == symbol ? decision.Request.AcceptedCost : null;

        // A charge of nothing is within any amount, in any currency.
        var agreed = cost.Amount == 0 || Agreed(decision, symbol, cost, accepted) is not null || IsBorne(decision.Request, symbol, cost);
        if (!agreed)
        {
            return decision.Record(new ChargeRaised(symbol, cost, accepted ?? decision.Request.MaxCost));
        }

        // Within what the patron agreed to in advance, a charge named with the item is theirs; after the item is here it is too late to name one.
        var inAdvance = accepted is null && cost.Amount > 0 && decision.Request.Fees.Count == 0 && !IsHere(decision.Request)
            && decision.Request.Supplier?.Symbol == symbol && Agreed(decision, symbol, cost, accepted) == ReasonCode.WithinMaximum;
        return decision.Record(new ChargeStated(symbol, cost)
        {
            InAdvance = inAdvance,
            Approximately = inAdvance ? decision.Book.Rates.Approximate(cost) : null,
        });
    }

    private static bool IsHere(PatronRequest request) => request.Status.Stage() switch
    {
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit => false,
        RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable or RequestStage.Closed => true,
    };

    /// <summary>Keeps the charge in a message that has no other news; discards the message if the charge is none either.</summary>
    public static Decision<PatronRequest, RequestEvent> KeepOnly(DecisionBuilder decision, SupplierNews news, Money? cost, string why) =>
        cost is null || !IsNews(decision.Request, news.Symbol, cost)
            ? decision.Discard(news, why)
            : Keep(decision.MarkReceived(news), news.Symbol, cost).Decided();

    private static bool HasSupplied(PatronRequest request) => request.Status.Stage() switch
    {
        RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable => true,

        // The price of a loan that is over is still a price to pay.
        RequestStage.Closed => true,
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing => false,
    };

    private static bool IsNews(PatronRequest request, string symbol, Money cost) =>
        request.Charge is not { } known || known.Symbol != symbol || known.Cost != cost;

    /// <summary>Whether the Library has already agreed to pay as much.</summary>
    private static bool IsBorne(PatronRequest request, string symbol, Money cost) =>
        request.Charge is { Standing: ChargeStanding.Borne } known && known.Symbol == symbol && cost.IsWithin(known.Cost);
}
