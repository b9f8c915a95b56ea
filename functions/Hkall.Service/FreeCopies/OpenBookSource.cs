using Hkall.Domain.Model;
using Hkall.Service.Citing;

namespace Hkall.Service.FreeCopies;

/// <summary>Books that Open Library says can be read in full without borrowing (https://openlibrary.org/dev/docs/api/books, <c>ebooks</c>).</summary>
public sealed class OpenBookSource(SourceClient client, Uri address) : IFreeCopySource
{
    public string Name => OpenLibrarySource.SourceName;

    public bool MayKnow(FreeCopyKey key) => key is { Isbn: not null, Doi: null };

    public async Task<FreeCopyWord> FindAsync(FreeCopyKey key, CancellationToken cancellation)
    {
        var answer = await client.GetAsync(Name, address, OpenLibrarySource.ByIsbn(key.Isbn!), cancellation);
        if (answer.Why is not null)
        {
            return FreeCopyWord.CannotTell;
        }

        var books = answer.Json.Member($"ISBN:{key.Isbn}").Member("ebooks").Items();
        return new FreeCopyWord(
            [
                .. books.Where(book => book.Text("availability") == "full")
                    .Select(book => FreeAddress.Of(book.Text("preview_url"), FreeVersion.Published, null, Name)).OfType<FreeCopy>(),
            ],
            IsSure: true);
    }
}
