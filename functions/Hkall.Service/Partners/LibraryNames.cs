using Hkall.Domain;
using Hkall.Domain.Escalating;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Texts;

namespace Hkall.Service.Partners;

/// <summary>
/// Library names in the reader's language. A request stores the name the library had at the time; a reader of Chinese sees the
/// Chinese name from the directory, if there is one. This is for display and mails only: stored data stays as it is.
/// </summary>
public sealed class LibraryNames(PartnerDirectory directory)
{
    public async Task<NamedLibraries> InAsync(NoticeLanguage language, CancellationToken cancellation) => language switch
    {
        NoticeLanguage.English => NamedLibraries.AsKept,
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => new NamedLibraries(await directory.RememberedAsync(cancellation), language),
    };
}

/// <summary>The names in one language, applied to data for display.</summary>
/// <param name="bySymbol">The directory; a library missing from it keeps its stored name.</param>
public sealed class NamedLibraries(IReadOnlyDictionary<string, Partner> bySymbol, NoticeLanguage language)
{
    public static NamedLibraries AsKept { get; } = new(new Dictionary<string, Partner>(), NoticeLanguage.English);

    /// <returns>The request for display; never decide on it or store it.</returns>
    public PatronRequest Of(PatronRequest request) => request with { Rota = [.. request.Rota.Select(Of)], Reserve = [.. request.Reserve.Select(Of)] };

    /// <inheritdoc cref="Of(PatronRequest)"/>
    public LendingRequest Of(LendingRequest request) =>
        request with { Borrower = request.Borrower with { Name = Of(request.Borrower.Symbol, request.Borrower.Name) } };

    public IReadOnlyList<JournalEntry<RequestEvent>> Of(IReadOnlyList<JournalEntry<RequestEvent>> journal) =>
        [.. journal.Select(
            entry =>
                entry with { Events = [.. entry.Events.Select(
                    happened => happened is LibraryAdded added ? added with { Library = Of(added.Library) } : happened)] })];

    /// <param name="request">The request whose library the facts name.</param>
    public NoticeFacts Of(NoticeFacts facts, PatronRequest request) =>
        request.Rota.Concat(request.Reserve).FirstOrDefault(entry => entry.Name == facts.Library) is { } library
            ? facts with { Library = Of(library).Name } : facts;

    private RotaEntry Of(RotaEntry entry) => entry with { Name = Of(entry.Symbol, entry.Name) };

    /// <param name="kept">The name that was stored; it stands for a library that the directory does not know.</param>
    public string Of(string symbol, string kept) => bySymbol.GetValueOrDefault(symbol)?.NameIn(language) ?? kept;
}
