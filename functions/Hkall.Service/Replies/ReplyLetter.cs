using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Replies;

/// <summary>
/// Tells a patron that their answer, or the files with it, did not reach staff. It goes to the address of their account and only if the answer came
/// from there, so nobody can make us write to others.
/// </summary>
internal static class ReplyLetter
{
    /// <param name="key">The same for the same mail.</param>
    public static Mail Of(string requestId, Person reader, string key, IReadOnlyList<string> sentences, PublicAddress address, OwnLibrary own)
    {
        var language = NoticeLanguages.Of(reader.Language);
        var letter = new Letter(
            language.Say("About your email to the Library"),
            [.. sentences.Select(sentence => new Paragraph(sentence)), new Link(language.Say("View request"), address.Request(requestId).ToString())],
            [new Paragraph(own.NameIn(language))]);
        return new Mail
        {
            OperationId = key,
            To = reader.Email,
            Subject = letter.Subject,
            Text = LetterText.Lay(letter, language),
            Html = LetterHtml.Lay(letter, language),
            Template = "reply-not-taken",
            RequestId = requestId,
        };
    }
}
