using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Lending;
using Hkall.Service.Locating;
using Hkall.Service.Policies;

namespace Hkall.LocalHost.Catalogue;

/// <summary>
/// Our own holdings on the bench: the works of the sample catalogue that our library holds. Their call numbers and barcodes are
/// invented and always the same. Every copy is in and may be lent. A bench set up as another library of the catalogue has that
/// library's holdings.
/// </summary>
public sealed class OurShelves(SampleCatalogue catalogue, OwnLibrary own) : IOwnHoldings
{
    private const int Classes = 9_000;
    private const long Barcodes = 1_000_000_000;

    private readonly string _symbol = own.AgencyId[(own.AgencyId.IndexOf(':', StringComparison.Ordinal) + 1)..] is var code
        && catalogue.Works.Any(work => work.HeldBy.Contains(code))
        ? code
        : SampleCatalogue.OurSymbol;

    public async Task<Holding> FindAsync(Item item, CancellationToken cancellation)
    {
        var sure = item is { Isbn: not null } or { Issn: not null } or { Doi: not null };
        var holders = await catalogue.LocateAsync(item, cancellation);
        var held = _symbol == SampleCatalogue.OurSymbol ? holders.HeldHere : holders.Symbols.Contains(_symbol);
        if (!held)
        {
            return sure ? new Holding(Sure: true, Held: false) : Holding.Unknown;
        }

        var copy = CopyOf(item);
        return new Holding(
            Sure: true, Held: true, copy.CallNumber, copy.Location, Barcode: string.Create(CultureInfo.InvariantCulture, $"31234{NumberOf(item) % Barcodes:D9}"));
    }

    /// <summary>The copy of an item that our library holds.</summary>
    public static OwnCopy CopyOf(Item item)
    {
        var number = NumberOf(item);
        return new OwnCopy(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(char)('A' + (number % 26))}{(number / 26 % Classes) + 100}.{item.Title.FirstOrDefault(char.IsLetter)}{(number % 89) + 10}"),
            number % 2 == 0 ? "2/F, General Collection" : "3/F, Chinese Collection",
            Available: true);
    }

    private static uint NumberOf(Item item) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(item.Isbn ?? item.Issn ?? item.Doi ?? Plain.MainTitle(item.Title))));
}
