using Hkall.Domain;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>
/// Finds requests for staff: by their number or their item's barcode, by words, and by their patron where the words are in no request. Where no
/// open request fits, the closed ones are looked at. The query is not logged: it may be a patron's key or name.
/// </summary>
public sealed class StaffSearch(
    OpenRequests open, RequestStore<PatronRequest, RequestEvent> store, Barcodes barcodes, OwnLibrary own, PatronSearch patrons, IRowCodes codes)
{
    /// <param name="closed">Whether closed requests are wanted beside the open ones that fit.</param>
    /// <exception cref="BadInputException">The query is too long, or the limit or cursor is invalid.</exception>
    public async Task<Page<StaffRow>> FindAsync(string? q, bool closed, string? limit, string? after, CancellationToken cancellation)
    {
        var words = q?.Trim() ?? string.Empty;
        if (words.Length > Limits.Identifier)
        {
            throw BadInputException.Field("q", "too-long", $"At most {Limits.Identifier} characters.");
        }

        var found = await AllAsync(words, closed, cancellation);
        return await codes.AddAsync(WorklistService.PageOf(found, limit, after) with { Total = found.Count }, cancellation);
    }

    private async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> AllAsync(string words, bool closed, CancellationToken cancellation)
    {
        if (RequestIds.IsWellFormed(words.ToUpperInvariant()))
        {
            return await store.ReadAsync(words.ToUpperInvariant(), cancellation) is { } stored ? [stored] : [];
        }

        var labelled = words.Length is > 0 and <= Barcodes.Longest ? await barcodes.FindAsync(words, cancellation) : [];
        if (labelled.Count > 0)
        {
            return labelled;
        }

        var fitting = await AmongAsync(await open.StoredAsync(cancellation), words, cancellation);
        return words.Length > 0 && (closed || fitting.Count == 0)
            ? [.. fitting, .. await AmongAsync(await open.NewestClosedAsync(cancellation), words, cancellation)]
            : fitting;
    }

    private async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> AmongAsync(
        IReadOnlyList<VersionedRequest<PatronRequest>> all, string words, CancellationToken cancellation)
    {
        var matching = all.Where(stored => Matches(stored.Request, own, words)).ToList();
        return matching.Count > 0 ? matching : await patrons.AmongAsync(all, words, cancellation);
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
