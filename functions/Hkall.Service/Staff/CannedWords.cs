using Hkall.Domain;
using Hkall.Service.Lending;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>Puts the words of a canned answer into an order whose own words are empty, in the language of whoever reads them.</summary>
public sealed class CannedWords(PolicyInForce policy, People people, PartnerDirectory directory) : ICannedAnswers
{
    /// <param name="request">The request that the order is about; null if there is none.</param>
    /// <exception cref="BadInputException">The policy has no such answer for this reader.</exception>
    public async Task<StaffForm> FillAsync(string action, StaffForm form, PatronRequest? request, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(form.Note) || string.IsNullOrEmpty(form.Answer) || request is null)
        {
            return form;
        }

        var reader = action == "write" ? AnswerFor.Patron : AnswerFor.Library;
        var language = reader == AnswerFor.Patron
            ? (await people.FindAsync(request.PatronId, cancellation))?.Reader.Language is { } tag ? NoticeLanguages.Of(tag) : NoticeLanguage.English
            : await LanguageOfAsync(form.Symbol ?? request.Supplier?.Symbol, cancellation);
        return form with { Note = Words(policy.Document, form.Answer, reader).In(language) };
    }

    public async Task<string> ForLibraryAsync(string name, string symbol, CancellationToken cancellation) =>
        Words(policy.Document, name, AnswerFor.Library).In(await LanguageOfAsync(symbol, cancellation));

    private async Task<NoticeLanguage> LanguageOfAsync(string? symbol, CancellationToken cancellation) =>
        symbol is not null && await directory.FindAsync(symbol, cancellation) is { } partner ? partner.Contact.Reads() : NoticeLanguage.English;

    private static CannedAnswer Words(PolicyDocument policy, string name, AnswerFor reader) =>
        policy.Answers.FirstOrDefault(answer => answer.Name == name && answer.For == reader)
            ?? throw BadInputException.Field(
                "answer", "unknown-value", $"One of {string.Join(", ", policy.Answers.Where(answer => answer.For == reader).Select(answer => answer.Name))}.");
}
