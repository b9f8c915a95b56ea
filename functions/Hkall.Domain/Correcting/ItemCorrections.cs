using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;

namespace Hkall.Domain.Correcting;

/// <summary>Staff correct the details of an item after a library was asked for it; the library that is to supply it hears of it.</summary>
internal static class ItemCorrections
{
    public static Decision<PatronRequest, RequestEvent> Correct(DecisionBuilder decision, EditRequest order) => decision.Request.Status.Stage() switch
    {
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary
            or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable => Corrected(decision, order.Item),
        RequestStage.Closed => DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static Decision<PatronRequest, RequestEvent> Corrected(DecisionBuilder decision, Item item)
    {
        var before = decision.Request.Item;
        if (before == item)
        {
            return decision.Ignored("It says so already.");
        }

        // The patron declared, and staff checked, which part is copied.
        if (decision.Request.Service == ServiceType.Copy && PartOf(before) != PartOf(item))
        {
            return DecisionBuilder.Refuse(
                Refusal.TooLate, "The part to be copied cannot be changed any more: cancel the request, and place one for the other part.");
        }

        decision.Record(new ItemCorrected(item));
        if (decision.Request is { Supplier: { } supplier, Status: RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.AwaitingCostDecision })
        {
            decision.Message(supplier.Symbol, RequestingAction.Correction, $"We gave wrong details of the item. It is: {Described(item)}.");
        }

        return decision.Decided();
    }

    private static (string?, string?, string?, string?, string?) PartOf(Item item) =>
        (item.Pages, item.ChapterTitle, item.ArticleTitle, item.Volume, item.Issue);

    private static string Described(Item item) => string.Join(", ", new[]
    {
        item.ShortTitle == item.Title ? null : item.ShortTitle,
        item.Title,
        item.Author,
        item.Edition,
        item.Publisher,
        item.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        item.Isbn is { } isbn ? $"ISBN {isbn}" : null,
        item.Issn is { } issn ? $"ISSN {issn}" : null,
    }.Where(part => part is { Length: > 0 }));
}
