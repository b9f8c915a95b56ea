using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Staff;

/// <summary>Places requests for patrons at the Service Counter. Only the patron can sign the declaration.</summary>
public sealed class PlacingFor(KnownPatrons patrons, PatronSearch search, PlacingService placing, PatronRequestProcessor processor)
{
    /// <returns>Null if no patron with that key has signed in yet.</returns>
    public Task<Patron?> FindAsync(string patronId, CancellationToken cancellation) =>
        Patron.IsKey(patronId) ? patrons.FindAsync(patronId, cancellation) : Task.FromResult<Patron?>(null);

    /// <summary>The patrons meant by a key, a library number, a mail address or words of a name.</summary>
    public async Task<IReadOnlyList<Patron>> MeantAsync(string words, CancellationToken cancellation) =>
        await FindAsync(words, cancellation) is { } patron ? [patron]
        : words.Length <= Limits.Identifier ? await search.FindAsync(words, cancellation) : [];

    /// <param name="by">The member of staff who places it.</param>
    /// <exception cref="BadInputException">The order is invalid, or carries a declaration or a sum that the patron would pay.</exception>
    public async Task<Placement> PlaceAsync(Patron patron, PlacingForm form, Idempotency? key, Actor by, CancellationToken cancellation)
    {
        if (form.Declaration is not null)
        {
            throw new BadInputException(
                StatusCodes.Status422UnprocessableEntity,
                "declaration-by-patron",
                "The declaration is the patron's to sign; they are asked for it.",
                new Dictionary<string, Text[]> { ["declaration"] = [Text.Of("It is signed by the patron.")] });
        }

        if (form.MaxCost is not null)
        {
            throw new BadInputException(
                StatusCodes.Status422UnprocessableEntity,
                "cost-by-patron",
                "How much the patron would pay is theirs to say; they are asked about each charge.",
                new Dictionary<string, Text[]> { ["maxCost"] = [Text.Of("Nobody agrees to a charge for a patron in advance.")] });
        }

        var order = form.Check(processor.Book.Calendar.DateOf(processor.Now)) with { PlacedBy = Who.Staff };
        return await placing.PlaceAsync(patron, order, key, by, cancellation);
    }
}
