using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Slips;

/// <summary>The content of a slip for one item.</summary>
/// <param name="Code">The patron's pickup code; null on the slip for the lender, which says nothing about the patron.</param>
/// <param name="Reference">The number under which the lender knows the request.</param>
/// <param name="Address">The lender's postal address, line by line; empty if the directory has none, and on the slip for the shelf.</param>
public sealed record Slip(PatronRequest Request, string? Code, string Library, string Reference, IReadOnlyList<string> Address);

/// <summary>Makes slips for items in hand.</summary>
public sealed class SlipService(RequestStore<PatronRequest, RequestEvent> store, People people, PartnerDirectory directory, OwnLibrary own)
{
    /// <summary>The most slips at once: as many as staff can receive in one batch.</summary>
    public const int MostAtOnce = Staff.BatchForm.MostAtOnce;

    public const string Shelf = "shelf";
    public const string Return = "return";

    /// <summary>Slips in the order of the ids; unknown ids and copies have no slip.</summary>
    /// <exception cref="BadInputException">There are no ids, or too many.</exception>
    public async Task<IReadOnlyList<Slip>> OfAsync(string kind, IReadOnlyList<string> ids, NoticeLanguage language, CancellationToken cancellation)
    {
        if (ids.Count is 0 or > MostAtOnce)
        {
            throw BadInputException.Field("ids", "bad-number", $"1 to {MostAtOnce} requests.");
        }

        var slips = new List<Slip>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Where(RequestIds.IsWellFormed))
        {
            if (await store.ReadAsync(id, cancellation) is not { Request: { Service: Domain.Model.ServiceType.Loan } request })
            {
                continue;
            }

            var partner = request.Supplier is { } supplier ? await directory.FindAsync(supplier.Symbol, cancellation) : null;
            var library = partner?.NameIn(language) ?? request.Supplier?.Name ?? string.Empty;
            var code = kind == Shelf ? PickupCode.Of(request, (await people.FindAsync(request.PatronId, cancellation))?.Person) : null;
            slips.Add(new Slip(request, code, library, own.ReferenceOf(request.Id), code is null && partner is not null ? partner.Contact.Address : []));
        }

        return slips;
    }
}
