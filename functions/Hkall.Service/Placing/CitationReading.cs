using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Citing;
using Hkall.Service.Web;

namespace Hkall.Service.Placing;

/// <summary>The body of <c>POST /api/citations</c>.</summary>
public sealed record CitationsForm
{
    /// <summary>Whatever names the wanted items: numbers, addresses, references, RIS or BibTeX.</summary>
    public required string Text { get; init; }
}

/// <summary>One field of a citation: as it was typed, and as it was read.</summary>
public sealed record ReadField(string Field, string Typed, string Value);

/// <param name="Why">The difference in a sentence.</param>
public sealed record DifferenceView(string Field, string Typed, string Found, string Why);

/// <summary>A citation as it was read, and as the sources know it.</summary>
/// <param name="Typed">The part of the text that it was read from.</param>
/// <param name="Form">The form in which it was pasted.</param>
/// <param name="Kind">What the work is.</param>
/// <param name="Sure"><c>exact</c>, <c>close</c> or <c>asTyped</c>.</param>
/// <param name="Source">The source that knows it.</param>
/// <param name="Service">The service that suits it.</param>
/// <param name="Item">The item to request: as found, and as typed where the source does not say.</param>
/// <param name="Note">What to check, in a sentence.</param>
/// <param name="Address">The page that fills the form of a request with it.</param>
public sealed record CitationView(
    string Typed,
    string Form,
    string Kind,
    string Sure,
    string? Source,
    ServiceType Service,
    ItemForm Item,
    IReadOnlyList<ReadField> Read,
    IReadOnlyList<DifferenceView> Differences,
    string? Note,
    string Address);

/// <param name="Left">How many citations of the text were not read, since ten are read at once.</param>
public sealed record CitationsView(IReadOnlyList<CitationView> Items, int Left);

/// <summary>One citation of a text, and what was found of it.</summary>
public sealed record ReadCitation(PastedCitation Pasted, FoundCitation Found, Citation Citation);

/// <summary>Reads a pasted text and looks its citations up.</summary>
public sealed class CitationReading(CitationFinder finder)
{
    public async Task<(IReadOnlyList<ReadCitation> Items, int Left)> ReadAsync(string? text, CancellationToken cancellation)
    {
        var fields = new Fields();
        var checkedText = fields.Text("text", text, PastedText.Longest, lines: true);
        fields.ThrowIfAny();
        if (checkedText is null)
        {
            throw BadInputException.Field("text", "missing-member", "This member is required.");
        }

        var pasted = PastedText.Read(checkedText);
        if (pasted.Items.Count == 0)
        {
            throw BadInputException.Field("text", "no-citation", "There is no citation in this text.");
        }

        var found = await finder.FindAsync([.. pasted.Items.Select(item => item.Work)], cancellation);
        return ([.. pasted.Items.Zip(found).Select(one => new ReadCitation(one.First, one.Second, CitedItems.Of(one.Second.Work)))], pasted.Left);
    }

    /// <summary>An item with a number and without a title, as a link may have it, is completed if a source knows it.</summary>
    public async Task<Citation> CompletedAsync(Citation citation, CancellationToken cancellation)
    {
        var form = citation.Item;
        if (form is { Title: not null } or { ArticleTitle: not null } or { ChapterTitle: not null })
        {
            return citation;
        }

        var work = new CitedWork
        {
            Doi = form.Doi is { } doi ? Doi.Read(doi).Value : null,
            Isbn = form.Isbn is { } isbn ? Isbn.Read(isbn).Value : null,
            Pmid = form.Source?.Split(';', StringSplitOptions.TrimEntries)
                .Where(source => source.StartsWith("PMID", StringComparison.OrdinalIgnoreCase)).Select(source => Pmid.Read(source).Value).FirstOrDefault(),
        };
        if (!work.IsNumbered || await finder.FindAsync(work, cancellation) is not { Sure: Sureness.Exact } found)
        {
            return citation;
        }

        var completed = CitedItems.Of(found.Work);
        return completed with
        {
            Item = completed.Item with
            {
                Source = form.Source ?? completed.Item.Source,
                Pages = form.Pages ?? completed.Item.Pages,
                OclcNumber = form.OclcNumber,
            },
        };
    }

    public static CitationView ViewOf(ReadCitation one)
    {
        var values = CitedItems.Fields(one.Pasted.Work).ToDictionary(field => field.Field, field => field.Value);
        return new CitationView(
            one.Pasted.Typed,
            NameOf(one.Pasted.Form.ToString()),
            NameOf(one.Found.Work.Kind.ToString()),
            NameOf(one.Found.Sure.ToString()),
            one.Found.Source,
            one.Citation.Service,
            one.Citation.Item,
            [.. one.Pasted.Fields.Select(field => new ReadField(field.Key, field.Value, values.GetValueOrDefault(field.Key, field.Value)))],
            [.. one.Found.Differences.Select(difference => new DifferenceView(
                difference.Field, difference.Typed, difference.Found, CitationTexts.Of(difference).English))],
            CitationTexts.Of(one.Found)?.English,
            CitationLink.Of(one.Citation));
    }

    private static string NameOf(string member) => char.ToLowerInvariant(member[0]) + member[1..];
}
