using Hkall.Domain;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>
/// Finds a request for staff: by its number or its item's barcode among open and closed requests, by words among the open ones, and by its
/// patron where the words are in no request. The query is not logged: it may be a patron's key or name.
/// </summary>
public sealed class StaffSearch(
    OpenRequests open, RequestStore<PatronRequest, RequestEvent> store, Barcodes barcodes, OwnLibrary own, PatronSearch patrons)
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
            return WorklistService.PageOf(await store.ReadAsync(words.ToUpperInvariant(), cancellation) is { } stored ? [stored] : [], limit, after);
        }

        var labelled = words.Length is > 0 and <= Barcodes.Longest ? await barcodes.FindAsync(words, cancellation) : [];
        if (labelled.Count > 0)
        {
            return WorklistService.PageOf(labelled, limit, after);
        }

        var all = await open.StoredAsync(cancellation);
        var matching = all.Where(stored => Matches(stored.Request, own, words)).ToList();
        return WorklistService.PageOf(matching.Count > 0 ? matching : await patrons.AmongAsync(all, words, cancellation), limit, after);
    }

    private static bool Matches(PatronRequest request, OwnLibrary own, string words) =>
        new[]
        {
            request.Id, own.ReferenceOf(request.Id),
            request.Item.Title, request.Item.Author, request.Item.ArticleTitle, request.Item.ChapterTitle, request.Item.Isbn, request.Item.Issn,
            request.Item.Doi,
            request.Supplier?.Symbol, request.Supplier?.Name, request.PatronId,
        }
        .Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
        || Titles(request.Item).Any(text => PlainForm.Of(text).Contains(PlainForm.Of(words), StringComparison.Ordinal))
        || Cites(request.Item, words);

    /// <summary>The texts that people type in another width or normal form than the citation has them.</summary>
    private static IEnumerable<string> Titles(Item item) => new[] { item.Title, item.Author, item.ArticleTitle, item.ChapterTitle }.OfType<string>();

    /// <summary>A number as it is printed on the item, with its label and hyphens.</summary>
    private static bool Cites(Item item, string words) =>
        (Isbn.Read(words).Value is { } isbn && item.Isbn == isbn)
        || (Issn.Read(words).Value is { } issn && item.Issn == issn)
        || (Doi.Read(words).Value is { } doi && item.Doi == doi);
}
