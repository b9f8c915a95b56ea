using Fluid;
using Fluid.Values;
using Hkall.Domain;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>Renders the mail of a notice in the patron's language. The same data give the same mail on every try.</summary>
public sealed class NoticeRenderer
{
    private readonly NoticeTemplates _templates = NoticeTemplates.Shared;

    /// <param name="letters">The letters that staff changed; null: none.</param>
    public RenderedNotice Render(NoticeData data, LetterSet? letters = null)
    {
        var language = NoticeLanguages.Of(data.Person.Language);
        var fields = NoticeFields.Of(data, language);
        var (subject, notice) = Read(data, language, fields, letters);
        return Render(data, language, fields, subject, notice);
    }

    /// <summary>The mail of a notice with a letter that may never be used: a preview of it.</summary>
    internal RenderedNotice Render(NoticeData data, WrittenLetter letter)
    {
        var language = NoticeLanguages.Of(data.Person.Language);
        return Render(data, language, NoticeFields.Of(data, language), letter.Subject, letter.Blocks);
    }

    private RenderedNotice Render(NoticeData data, NoticeLanguage language, TemplateContext fields, string subject, IReadOnlyList<Block> notice)
    {
        // The footer gives the request's address only if the notice has not.
        fields.SetValue("request_is_linked", IsLinked(data, notice));
        var letter = new Letter(
            subject,
            [.. Letter.ReadBlocks(Fill(NoticeTemplates.Greeting, language, fields)), .. notice],
            Letter.ReadBlocks(Fill(NoticeTemplates.Footer, language, fields)));

        return new RenderedNotice(
            $"{subject} [{NoticeFields.Reference(data.RequestId)}]",
            LetterText.Lay(letter, language),
            LetterHtml.Lay(letter, language),
            CalendarEntry.Of(data, language));
    }

    /// <summary>
    /// Renders one mail for several reminders of one reader, the most pressing first: for each, its subject, the text of its
    /// own mail, and the link to the page of its request.
    /// </summary>
    public RenderedNotice RenderTogether(IReadOnlyList<NoticeData> reminders, Uri myRequests, LetterSet? letters = null)
    {
        var language = NoticeLanguages.Of(reminders[0].Person.Language);
        var fields = NoticeFields.OfSeveral(reminders, myRequests, language);
        var (subject, around) = Letter.Read(Fill(NoticeTemplates.Reminders, language, fields));
        var letter = new Letter(
            subject,
            [
                .. Letter.ReadBlocks(Fill(NoticeTemplates.Greeting, language, fields)),
                .. around.TakeWhile(block => block is Paragraph),
                .. reminders.OrderBy(each => each.Facts.Date ?? DateOnly.MaxValue).SelectMany(each => Whole(each, language, letters)),
                .. around.SkipWhile(block => block is Paragraph),
            ],
            Letter.ReadBlocks(Fill(NoticeTemplates.RemindersFooter, language, fields)));
        return new RenderedNotice(subject, LetterText.Lay(letter, language), LetterHtml.Lay(letter, language));
    }

    private IReadOnlyList<Block> Whole(NoticeData data, NoticeLanguage language, LetterSet? letters)
    {
        var fields = NoticeFields.Of(data, language);
        var (about, notice) = Read(data, language, fields, letters);

        // A reminder that links to a file also links to its request, as its footer would.
        fields.SetValue("request_is_linked", IsLinked(data, notice));
        return [new Heading(about), .. notice, .. Letter.ReadBlocks(Fill(NoticeTemplates.Footer, language, fields)).OfType<Link>()];
    }

    private static bool IsLinked(NoticeData data, IReadOnlyList<Block> notice) =>
        notice.OfType<Link>().Any(link => link.Address == data.RequestUrl.AbsoluteUri);

    /// <summary>The letter as staff changed it, or the shipped one if that cannot be used: it never stops a mail.</summary>
    private (string Subject, IReadOnlyList<Block> Blocks) Read(NoticeData data, NoticeLanguage language, TemplateContext fields, LetterSet? letters)
    {
        // Every notice describes the item in the same lines; each template says where they go.
        fields.SetValue("item", new StringValue(Fill(NoticeTemplates.Item, language, fields)));
        var told = FieldsTold.In(fields).Told;
        var shipped = Letter.Read(Fill(Names.Of(data.Notice), language, fields));
        return letters?.Find(new LetterKey(data.Notice, language))?.TryWrite(fields, told) is { } changed ? (changed.Subject, changed.Blocks) : shipped;
    }

    private string Fill(string template, NoticeLanguage language, TemplateContext fields) =>
        UntrustedText.Apart(_templates.Get(language, template).Render(fields));
}
