using Hkall.Domain.Copyright;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Reviewing;

/// <summary>Staff may get an item where no message of ours goes: from a library that is no partner, or from a shop.</summary>
internal static class ElsewhereRules
{
    public static Decision<PatronRequest, RequestEvent> Record(DecisionBuilder decision, RecordFoundElsewhere order) => decision.Request.Status switch
    {
        RequestStatus.InReview or RequestStatus.Sourcing => Found(decision, order),
        RequestStatus.Expected or RequestStatus.AwaitingCostDecision => DecisionBuilder.Refuse(
            Refusal.AlreadyPromised, $"{decision.Request.Supplier?.Name} offers it. Pass that library over first (next-supplier)."),
        RequestStatus.AwaitingDeclaration => NotDeclared,
        RequestStatus.Cancelling => DecisionBuilder.Refuse(Refusal.TooLate, "The request is being cancelled; the patron no longer waits for it."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            DecisionBuilder.Refuse(Refusal.TooLate, "A library has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static Decision<PatronRequest, RequestEvent> Found(DecisionBuilder decision, RecordFoundElsewhere order)
    {
        var request = decision.Request;
        if (request.Service == ServiceType.Copy && request.Declaration is null && CopyrightLaw.On(decision.Today).DeclarationFirst)
        {
            return NotDeclared;
        }

        if (decision.Policy.Privileges[request.Group].For(order.Tier).For(request.Service) == Access.NotAllowed)
        {
            return DecisionBuilder.Refuse(Refusal.NotEligible, $"Patrons of this group cannot have a {Names.Of(request.Service)} from there.");
        }

        if (request.Rota.Count + request.Reserve.Count >= RotaLists.MostLibraries)
        {
            return DecisionBuilder.Refuse(Refusal.RotaFull, $"{RotaLists.MostLibraries} libraries are on the list, as many as a request may have.");
        }

        if (request.Supplier?.Symbol is { } asked)
        {
            decision.Record(new SupplierPassedOver(asked, ReasonCode.AnotherLibrarySupplied)).Message(asked, RequestingAction.Cancel);
        }
        else if (request.ToAskByHand is { } unasked)
        {
            decision.Record(new SupplierPassedOver(unasked, ReasonCode.AnotherLibrarySupplied));
        }

        var symbol = OutsideLibraries.NextSymbol(request);
        decision.Record(new FoundElsewhere(symbol, order.Library, order.Tier, order.How) { Cost = order.Cost, DueOn = order.DueOn });
        return Promises.Expect(decision, decision.Request.Supplier!).Decided();
    }

    private static Refused<PatronRequest, RequestEvent> NotDeclared =>
        new(Refusal.DeclarationRequired, "The patron has to sign the copyright declaration first: approve the request.");
}
