using System.Xml;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Locating;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Hkall.Service.Citing;

/// <summary>One of the catalogues that the Library asks over SRU: books by ISBN or title and author, and journals by ISSN.</summary>
public sealed class CatalogueSource(CatalogueClient client, Catalogue catalogue) : ICitationSource
{
    public string Name => catalogue.Name;

    public bool MayKnow(CitedWork sought) => sought.Isbn is not null || (sought.Issns.Count > 0 && sought.Kind == CitedKind.Journal)
        || (sought is { Kind: CitedKind.Book, Title.Length: > 2 });

    public async Task<SourceWord> FindAsync(CitedWork sought, CancellationToken cancellation)
    {
        var item = new Item
        {
            Title = sought.Kind == CitedKind.Chapter ? sought.Container ?? string.Empty : sought.Title ?? string.Empty,
            Author = sought.Kind == CitedKind.Chapter ? null : sought.Authors.FirstOrDefault(),
            Isbn = sought.Isbn,
            Issn = sought.Issns.FirstOrDefault(),
        };
        try
        {
            return await client.DescribeAsync(catalogue, item, cancellation) is { Count: > 0 } works
                ? new SourceWord.Found(works)
                : new SourceWord.None();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or XmlException or BrokenCircuitException
            or TimeoutRejectedException or OperationCanceledException)
        {
            return new SourceWord.CannotTell($"The catalogue {Name} could not be asked.");
        }
    }
}
