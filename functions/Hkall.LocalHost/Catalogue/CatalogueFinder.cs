using Hkall.Domain.Model;
using Hkall.Pages.Home;
using Hkall.Service.Placing;

namespace Hkall.LocalHost.Catalogue;

/// <summary>Offers a search of the sample catalogue on the first page, so that there is something to request.</summary>
internal sealed class CatalogueFinder(SampleCatalogue catalogue) : IFinder
{
    public IReadOnlyList<Found> Find(string query) => [.. catalogue.Search(query, IFinder.MostFound).Select(FoundOf)];

    private static Found FoundOf(Work work) => new(
        new Citation(
            work.ArticleTitle is null && work.ChapterTitle is null ? ServiceType.Loan : ServiceType.Copy,
            new ItemForm
            {
                Title = work.Title,
                Author = work.Author,
                Isbn = work.Isbn,
                Issn = work.Issn,
                Doi = work.Doi,
                Publisher = work.Publisher,
                Year = work.Year,
                Edition = work.Edition,
                Volume = work.Volume,
                Issue = work.Issue,
                ChapterTitle = work.ChapterTitle,
                ArticleTitle = work.ArticleTitle,
                ArticleAuthor = work.ArticleAuthor,
                Pages = work.Pages,
                TotalPages = work.TotalPages,
                OclcNumber = work.OclcNumber,
            }),
        work.HeldBy.Contains(SampleCatalogue.OurSymbol));
}
