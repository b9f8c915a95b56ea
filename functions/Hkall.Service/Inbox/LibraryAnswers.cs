using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Inbox;

/// <summary>A letter of ours whose link was opened: the request as it stands, and what the library can answer now.</summary>
public sealed record OpenedLetter(
    AnswerLink Link, PatronRequest Request, RotaEntry Library, string Reference, IReadOnlyList<CallbackStatus> Choices, IReadOnlyList<CallbackStatus> Given);

/// <summary>
/// Answers of libraries by the link in a letter. An answer takes the way of the library's own message. Opening the link changes nothing:
/// mail scanners open links.
/// </summary>
public sealed class LibraryAnswers(
    AnswerTokens tokens, RequestStore<PatronRequest, RequestEvent> store, PatronRequestProcessor processor, PartnerDirectory directory, OwnLibrary own)
{
    /// <summary>Days after which the link of a letter about a closed request ends: a parcel that was sent may still be answered for.</summary>
    public const int DaysAfterClose = 90;

    /// <returns>Null if we did not make the token, or if it has ended: nobody learns which.</returns>
    public async Task<OpenedLetter?> OpenAsync(string token, CancellationToken cancellation) =>
        tokens.Read(token) is { } link
        && await store.ReadAsync(link.RequestId, cancellation) is { } stored
        && (await directory.FindAsync(link.Symbol, cancellation) is not { } partner || Hearing.Admits(partner))
            ? Opened(link, stored.Request) : null;

    /// <param name="read">Reads the input; it is read only if the link is one of ours.</param>
    /// <exception cref="BadInputException">The input is invalid.</exception>
    public async Task<Outcome<PatronRequest>> AnswerAsync(string token, Func<Task<AnswerForm>> read, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is not { } letter)
        {
            return new NoSuchRequest<PatronRequest>();
        }

        var news = (await read()).ToNews(letter.Link, processor.Book.Calendar.DateOf(processor.Now), processor.Now);
        return await processor.HandleAsync(letter.Link.RequestId, news, Actor.Link, cancellation);
    }

    private OpenedLetter? Opened(AnswerLink link, PatronRequest request) =>
        request.Rota.FirstOrDefault(entry => entry.Symbol == link.Symbol) is { WasAsked: true } library
        && (request.ClosedAt is not { } closed || processor.Now < closed.AddDays(DaysAfterClose))
            ? new OpenedLetter(
                link,
                request,
                library,
                own.ReferenceOf(request.Id),
                AnswerChoices.Of(request, link, processor.Book, processor.Now),
                AnswerChoices.AlreadyGiven(request, link))
            : null;
}
