using Hkall.Domain;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Partners;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Notices;

/// <summary>Writes the mail of one notice, or one mail for several, ready for the mailer.</summary>
public sealed class LetterWriter(
    NoticeRenderer renderer, PublicAddress address, DownloadTokens tokens, LibraryNames libraries, ChangedLetters letters, ReplyAddresses replies)
{
    public async Task<Mail> WriteAsync(
        PatronRequest request, Person reader, Notice notice, NoticeFacts facts, string key, int ordinal, CancellationToken cancellation)
    {
        var names = await libraries.InAsync(NoticeLanguages.Of(reader.Language), cancellation);
        var data = DataOf(request, reader, notice, names.Of(facts, request), ordinal);
        return MailOf(renderer.Render(data, await letters.CurrentAsync(cancellation)), reader, key, Names.Of(notice), [request.Id]);
    }

    /// <summary>Writes one mail for several reminders of one reader.</summary>
    public async Task<Mail> WriteTogetherAsync(
        IReadOnlyList<(PatronRequest Request, Notice Notice, NoticeFacts Facts)> reminders, Person reader, string key, CancellationToken cancellation)
    {
        var names = await libraries.InAsync(NoticeLanguages.Of(reader.Language), cancellation);
        return MailOf(
            renderer.RenderTogether(
                [.. reminders.Select(each => DataOf(each.Request, reader, each.Notice, names.Of(each.Facts, each.Request), ordinal: 0))], address.MyRequests(),
                await letters.CurrentAsync(cancellation)),
            reader,
            key,
            NoticeTemplates.Reminders,
            [.. reminders.Select(each => each.Request.Id).Distinct()]);
    }

    private NoticeData DataOf(PatronRequest request, Person reader, Notice notice, NoticeFacts facts, int ordinal) => new(
        notice,
        facts,
        request.Id,
        request.Service,
        request.Item,
        reader,
        notice == Notice.DatesMoved ? address.MyRequests() : address.Request(request.Id),
        request.Download is null ? null : address.Download(tokens.For(request.Id)))
    {
        Revision = ordinal,
        PlacedAt = request.PlacedAt,
    };

    private Mail MailOf(RenderedNotice rendered, Person reader, string key, string template, IReadOnlyList<string> requests) => new()
    {
        OperationId = key,
        To = reader.Email,

        // A mail about several requests says nothing of which of them an answer is about.
        ReplyTo = requests is [var only] ? replies.For(only) : null,
        Subject = rendered.Subject,
        Text = rendered.Text,
        Html = rendered.Html,
        Template = template,
        RequestId = requests[0],
        AlsoAbout = [.. requests.Skip(1)],
        Attachment = rendered.Attachment,
    };
}
