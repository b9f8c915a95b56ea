using System.Globalization;
using System.Xml;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Web;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Hkall.Service.Locating;

/// <summary>The answer of one catalogue about one item.</summary>
public abstract record CatalogueWord
{
    private CatalogueWord()
    {
    }

    /// <summary>It has the item; the holdings are listed by library if it knows several.</summary>
    /// <param name="IsPartial">Some record does not say who holds it, so a library that is not listed may still have the item.</param>
    public sealed record Has(IReadOnlyList<FoundHolding> Holdings, bool IsPartial = false) : CatalogueWord
    {
        /// <summary>What its records say of copies, also where they name no library.</summary>
        public IReadOnlyList<FoundHolding> Copies { get; init; } = [];
    }

    public sealed record HasNot : CatalogueWord;

    /// <summary>It could not tell, which is not the same as not having the item.</summary>
    public sealed record CannotTell(string Why) : CatalogueWord;
}

/// <summary>Searches catalogues over SRU.</summary>
public sealed class CatalogueClient(HttpClient http, TimeProvider machine)
{
    public const string ClientName = "catalogues";

    /// <summary>A patron waits for the answer: a catalogue that has not answered by then counts as unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>What a catalogue says of its trouble is for staff: a few words of it are enough.</summary>
    private const int LongestDiagnostic = 120;

    /// <summary>The most records requested: editions of one work with the same number, of which any will do.</summary>
    private const int RecordsAsked = 10;

    public async Task<CatalogueWord> AskAsync(Catalogue catalogue, Item item, CancellationToken cancellation)
    {
        var queries = Cql.Of(item, catalogue.Indexes);
        if (queries.Count == 0)
        {
            return new CatalogueWord.CannotTell("The item has nothing by which a catalogue could find it.");
        }

        // The pipeline bounds the time to the first byte; this bounds the whole.
        using var patience = new CancellationTokenSource(Patience, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            CatalogueWord word = new CatalogueWord.HasNot();
            foreach (var query in queries)
            {
                if (word is CatalogueWord.HasNot)
                {
                    word = WordOf(catalogue, await AnswerAsync(catalogue, query, item, either.Token));
                }
            }

            return word;
        }
        catch (BrokenCircuitException)
        {
            return CannotTell(catalogue, "has not been answering and is given a rest");
        }
        catch (Exception slow) when (slow is TimeoutRejectedException || (slow is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return CannotTell(catalogue, string.Create(CultureInfo.InvariantCulture, $"did not answer within {Patience.TotalSeconds} s"));
        }
        catch (HttpRequestException refused) when (refused.StatusCode is { } status)
        {
            return CannotTell(catalogue, string.Create(CultureInfo.InvariantCulture, $"answered {(int)status}"));
        }
        catch (HttpRequestException unreachable)
        {
            return CannotTell(catalogue, $"cannot be reached ({unreachable.HttpRequestError})");
        }
        catch (XmlException)
        {
            return CannotTell(catalogue, "gave an answer that cannot be read");
        }
    }

    /// <summary>The works that a catalogue describes for an item; none if it has none.</summary>
    /// <exception cref="XmlException">Its answer cannot be read.</exception>
    public async Task<IReadOnlyList<CitedWork>> DescribeAsync(Catalogue catalogue, Item item, CancellationToken cancellation)
    {
        foreach (var query in Cql.Of(item, catalogue.Indexes))
        {
            if ((await AnswerAsync(catalogue, query, item, cancellation)).Works is { Count: > 0 } works)
            {
                return works;
            }
        }

        return [];
    }

    /// <exception cref="HttpRequestException">It cannot be reached, or answered something else than success.</exception>
    private async Task<SruAnswer> AnswerAsync(Catalogue catalogue, CqlQuery query, Item item, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(AddressOf(catalogue, query.Text), HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();

        // The body is buffered before parsing, so that the time limit covers reading too.
        await answer.Content.LoadIntoBufferAsync(SruAnswer.LargestCharacters, cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var read = SruAnswer.Read(body);
        return query.MayFindOthers && read.Diagnostic is null ? read.Only(work => IsJournalOf(item, work)) : read;
    }

    /// <summary>Whether the journal of a record has the title of the item's: its number may be that of the other form, on paper or online.</summary>
    private static bool IsJournalOf(Item item, CitedWork work) =>
        work.Issns.Count > 0 && PlainForm.MainTitle(work.Title) is { Length: > 0 } title && title == PlainForm.MainTitle(item.Title);

    public static Uri AddressOf(Catalogue catalogue, string query)
    {
        var parameters = catalogue.Version switch
        {
            SruVersion.V11 => "version=1.1&operation=searchRetrieve&recordPacking=xml",
            SruVersion.V20 => "version=2.0&operation=searchRetrieve&recordXMLEscaping=xml",
        };
        return new Uri(string.Create(
            CultureInfo.InvariantCulture,
            $"{catalogue.Address}?{parameters}&maximumRecords={RecordsAsked}&recordSchema={Uri.EscapeDataString(catalogue.RecordSchema)}&query={Uri.EscapeDataString(query)}"));
    }

    private static CatalogueWord WordOf(Catalogue catalogue, SruAnswer answer) => answer switch
    {
        { Diagnostic: { } why } => CannotTell(catalogue, $"said: {Excerpt.OfLine(why, LongestDiagnostic).TrimEnd('.')}"),
        { Records: 0 } => new CatalogueWord.HasNot(),

        // Records match and none was sent: in the catalogue of one library the match is enough.
        { Holdings: [], Sent: 0 } when catalogue.Single is null && !catalogue.Own => CannotTell(catalogue, "has it, and sent no holdings"),
        _ => new CatalogueWord.Has(answer.Holdings, answer.Unread > 0) { Copies = [.. answer.Found.SelectMany(record => record.Copies)] },
    };

    private static CatalogueWord.CannotTell CannotTell(Catalogue catalogue, string why) => new($"The catalogue {catalogue.Name} {why}.");
}
