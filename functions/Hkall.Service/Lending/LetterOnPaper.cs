using Hkall.Domain.Lending;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Lending;

/// <summary>A part of a letter on paper: a paragraph, or lines of facts.</summary>
/// <param name="Text">The paragraph; null for facts.</param>
public sealed record PaperPart(string? Text, IReadOnlyList<(string Name, string Value)> Facts);

/// <summary>A letter to print and post.</summary>
/// <param name="On">The date of the letter: the day on which it is printed.</param>
public sealed record LetterOnPaper(
    NoticeLanguage Language, IReadOnlyList<string> From, IReadOnlyList<string> To, DateOnly On, string Subject, IReadOnlyList<PaperPart> Parts);

/// <summary>Writes the letters to borrowers that neither a system nor a mail reaches.</summary>
public sealed class PaperLetters(PartnerDirectory directory, OwnLibrary own, LendingRequestProcessor processor)
{
    /// <returns>Null if no such message waits to be told.</returns>
    public async Task<LetterOnPaper?> WriteAsync(LendingRequest request, int number, CancellationToken cancellation)
    {
        if (request.ToTell?.FirstOrDefault(word => word.Number == number) is not { } word)
        {
            return null;
        }

        var language = (await directory.FindAsync(request.Borrower.Symbol, cancellation))?.Contact.Reads() ?? NoticeLanguage.English;
        var letter = BorrowerLetter.Of(request, new MessageBorrower(request.Borrower.Symbol, word.Word, word.Facts), own, BorrowerLinks.None, language);
        return new LetterOnPaper(
            language,
            [own.NameIn(language), .. own.Address, .. new[] { own.Phone, own.Email }.OfType<string>()],
            [request.Borrower.Name, .. request.Borrower.Address ?? []],
            processor.Book.Calendar.DateOf(processor.Now),
            letter.Subject,
            [.. letter.Body.Concat(letter.Footer).Select(PartOf).OfType<PaperPart>()]);
    }

    private static PaperPart? PartOf(Block block) => block switch
    {
        Paragraph paragraph => new PaperPart(UntrustedText.Unmark(paragraph.Text), []),
        Facts facts => new PaperPart(null, [.. facts.List.Select(fact => (fact.Name, UntrustedText.Unmark(fact.Value)))]),
        _ => null,
    };
}
