using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>
/// Finds a request for staff: by its number or its item's barcode among open and closed requests, by words among the open ones.
/// The query is not logged: it may be a patron's key.
/// </summary>
public sealed class StaffSearch(OpenRequests open, RequestStore<PatronRequest, RequestEvent> store, Barcodes barcodes)
{
    /// <exception cref="BadInputException">The query is too long, or the limit or cursor is invalid.</exception>
    public async Task<Page<StaffRow>> FindAsync(string? q, string? limit, string? after, CancellationToken cancellation)
    {
        var words = q?.Trim() ?? string.Empty;
        if (words.Length > Limits.Identifier)
        {
            throw BadInputException.Field("q", "too-long", $"At most {Limits.Identifier} characters.");
        }

        if (RequestIds.IsWellFormed(words.ToUpperInvariant()))
        {
            return WorklistService.PageOf(await store.ReadAsync(words.ToUpperInvariant(), cancellation) is { } stored ? [stored.Request] : [], limit, after);
        }

        var labelled = words.Length is > 0 and <= Barcodes.Longest ? await barcodes.FindAsync(words, cancellation) : [];
        return labelled.Count > 0
            ? WorklistService.PageOf(labelled.Select(stored => stored.Request), limit, after)
            : WorklistService.PageOf((await open.AllAsync(cancellation)).Where(request => Matches(request, words)), limit, after);
    }

    private static bool Matches(PatronRequest request, string words) =>
        new[]
        {
            request.Id, request.Item.Title, request.Item.Author, request.Item.ArticleTitle, request.Item.ChapterTitle, request.Item.Isbn, request.Item.Issn,
            request.Item.Doi,
            request.Supplier?.Symbol, request.Supplier?.Name, request.PatronId,
        }
        .Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
        || (Hkall.Domain.Placing.Isbn.Normalise(words) is { } isbn && request.Item.Isbn == isbn);
}
