using Hkall.Domain;
using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The body of <c>add-library</c>.</summary>
public sealed record AddLibraryForm
{
    /// <summary>The library's symbol in the directory of partners.</summary>
    public required string Symbol { get; init; }

    /// <summary>Under review: approve the request too, so that the library is asked now.</summary>
    public bool? AskNow { get; init; }
}

/// <summary>Lets staff add a library that no catalogue named. It is asked when it is next on the list, or when staff send the request on.</summary>
public sealed class AddingLibraries(PartnerDirectory directory, PatronRequestProcessor processor)
{
    /// <exception cref="BadInputException">The directory has no such library, or it is inactive.</exception>
    public async Task<Outcome<PatronRequest>> AddAsync(
        string requestId, AddLibraryForm form, Actor by, OrderTerms terms, CancellationToken cancellation) =>
        await directory.FindAsync(form.Symbol, cancellation) is { TakesPart: true } partner
            ? await processor.HandleAsync(
                requestId,
                new AddLibrary(new RotaEntry(partner.Symbol, partner.Name, partner.Tier) { ByHand = partner.WayToAsk() is null or WayToAsk.ByHand }),
                by,
                cancellation,
                terms: terms.For("add-library", form))
            : throw BadInputException.Field("symbol", "unknown-library", "The directory has no active library of that symbol.");
}
