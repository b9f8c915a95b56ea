using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>What a request is called. A patron who asks staff to find something may know no title, and a link needs words all the same.</summary>
public static class Titles
{
    public static string Of(PatronRequest request, NoticeLanguage language) =>
        request.Item.ShortTitle is { Length: > 0 } title ? title : language.Say($"(no title) {Reference(request)}");

    /// <summary>The request's number as patrons and staff say it to each other; mails have the same.</summary>
    public static string Reference(PatronRequest request) => NoticeFields.Reference(request.Id);

    /// <summary>Whose work it is, and which part of it: what tells two requests of one title apart.</summary>
    public static IEnumerable<string> Details(Item item, NoticeLanguage language)
    {
        if ((item.ArticleAuthor ?? item.Author) is { } author)
        {
            yield return author;
        }

        if (item.ShortTitle != item.Title && item.Title.Length > 0)
        {
            yield return item.Title;
        }

        if (item.Volume is { } volume)
        {
            yield return item.Issue is { } issue ? language.Say($"vol. {volume}, no. {issue}") : language.Say($"vol. {volume}");
        }
        else if (item.Issue is { } only)
        {
            yield return language.Say($"no. {only}");
        }

        if (item.Pages is { } pages)
        {
            yield return language.Say($"pp. {pages}");
        }
    }
}
