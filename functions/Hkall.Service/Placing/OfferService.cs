using System.Text;
using Hkall.Domain;
using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Placing;

/// <summary>A patron's answer to an offer.</summary>
/// <param name="Way">The alternative the patron chooses; null for none.</param>
/// <param name="Part">The part the patron needs, if they choose a copy.</param>
public sealed record OfferAnswer(Alternative? Way, Part Part, Declaration? Declaration, string? SignedBy = null);

/// <param name="ChapterTitle">The title of the chapter to copy.</param>
/// <param name="Pages">The pages to copy.</param>
public sealed record Part(string? ChapterTitle, string? Pages);

/// <summary>
/// Takes a patron's answer to an offer. Choosing another tier changes the same request. Choosing the other service needs another
/// request, with libraries, limits and a declaration of its own: it is placed first and then replaces this one. If the process
/// stops between the two, the same answer given again finds the request already placed.
/// </summary>
public sealed class OfferService(PlacingService placing, PatronRequestProcessor processor)
{
    public async Task<Outcome<PatronRequest>> DecideAsync(
        Patron patron, VersionedRequest<PatronRequest> stored, OfferAnswer answer, OrderTerms terms, CancellationToken cancellation)
    {
        var request = stored.Request;
        if (answer.Way?.LeadsToService() is not { } service
            || RequestRules.Decide(request, new DecideOffer(answer.Way, request.Id), processor.Now, processor.Book) is not Decided<PatronRequest, RequestEvent>)
        {
            return await processor.HandleAsync(request.Id, new DecideOffer(answer.Way), Actor.Patron, cancellation, terms: terms);
        }

        // The other request is placed first, so what was seen is looked at before that.
        if (!terms.Holds(stored))
        {
            return new ChangedSince<PatronRequest>(stored);
        }

        var order = new Order(
            service,
            ItemFor(service, request.Item, answer.Part),
            request.AcceptTiers ?? Enum.GetValues<Tier>(),
            request.NeededBy,
            request.Note)
        {
            MaxCost = request.MaxCost,
            Declaration = service == ServiceType.Copy ? answer.Declaration : null,
            SignedBy = service == ServiceType.Copy ? answer.SignedBy : null,
            Office = service == ServiceType.Loan ? request.Office : null,
            Replaces = request.Id,
        };
        var once = Idempotency.Of($"offer:{request.Id}", Encoding.UTF8.GetBytes(StoredJson.Write(order.Item)));
        return await placing.PlaceAsync(patron, order, once, cancellation) switch
        {
            Placement.Placed(var other, _) => await ReplaceAsync(request, answer, other, terms, cancellation),
            Placement.PlacedBefore(var other) => await ReplaceAsync(request, answer, other, terms, cancellation),
            Placement.TurnedDown(var refusal, var why) => new CommandRefused<PatronRequest>(refusal, why),
            Placement.KeyReused => new CommandRefused<PatronRequest>(Refusal.TooLate, "Another part has been requested in its place already."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Task<Outcome<PatronRequest>> ReplaceAsync(
        PatronRequest request, OfferAnswer answer, VersionedRequest<PatronRequest> other, OrderTerms terms, CancellationToken cancellation) =>
        processor.HandleAsync(
            request.Id, new DecideOffer(answer.Way, other.Request.Id), Actor.Patron, cancellation, terms: terms with { Seen = null });

    /// <exception cref="BadInputException">The patron chose a copy, and neither the request nor the answer names the part.</exception>
    private static Item ItemFor(ServiceType service, Item item, Part part)
    {
        if (service == ServiceType.Loan)
        {
            return item with { ChapterTitle = null, Pages = null };
        }

        var copied = item with { ChapterTitle = part.ChapterTitle ?? item.ChapterTitle, Pages = part.Pages ?? item.Pages };
        if (copied is { ArticleTitle: null, ChapterTitle: null, Pages: null })
        {
            var wrong = new Fields();
            wrong.Fault("chapterTitle", "invalid-item", "The title of the chapter, or its pages, are needed.");
            wrong.ThrowIfAny(StatusCodes.Status422UnprocessableEntity);
        }

        return copied;
    }
}
