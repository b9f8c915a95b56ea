using Fluid;
using Fluid.Values;
using Hkall.Requests;

namespace Hkall.Service.Notices;

/// <summary>Writes the mail of a notice in the patron's language. The same data give the same mail, on every try.</summary>
public sealed class NoticeRenderer
{
    private readonly NoticeTemplates _templates = new();

    public RenderedNotice Render(NoticeData data)
    {
        var language = NoticeLanguages.Of(data.Person);
        var fields = NoticeFields.Of(data, language);
        string Fill(string template) => Foreign.Apart(_templates.Get(language, template).Render(fields));

        // What was asked for is told in the same lines everywhere; each notice says where they stand.
        fields.SetValue("item", new StringValue(Fill(NoticeTemplates.Item)));
        var (subject, notice) = Letter.Read(Fill(Names.Of(data.Notice)));

        // The footer gives the request's address only where the notice has not given it.
        fields.SetValue("request_is_linked", notice.OfType<Link>().Any(link => link.Address == data.RequestUrl.AbsoluteUri));
        var letter = new Letter(
            subject,
            [.. Letter.ReadBlocks(Fill(NoticeTemplates.Greeting)), .. notice],
            Letter.ReadBlocks(Fill(NoticeTemplates.Footer)));

        return new RenderedNotice(
            $"{subject} [{NoticeFields.Reference(data.RequestId)}]",
            LetterText.Lay(letter, language),
            LetterHtml.Lay(letter, language),
            CalendarEntry.Of(data, language));
    }
}
