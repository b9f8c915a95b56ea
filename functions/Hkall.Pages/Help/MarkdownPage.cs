using System.Text;
using Hkall.Service.Texts;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hkall.Pages.Help;

/// <summary>A page that is written in Markdown: its title and the rest as HTML. Only this assembly's own texts are read so.</summary>
/// <param name="Title">The heading of the first line, as plain text.</param>
/// <param name="Html">What follows it.</param>
public sealed record MarkdownPage(string Title, string Html)
{
    /// <summary>HTML in a text is shown as it is written, so a value that is put into a text cannot become a part of the page.</summary>
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <param name="markdown">A text that begins with a heading of the first level.</param>
    /// <param name="link">The address to which a link of the text leads; null leaves it as it is written.</param>
    public static MarkdownPage Of(string markdown, Func<string, string>? link = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        if (document.FirstOrDefault() is not HeadingBlock { Level: 1, Inline: { } words } heading)
        {
            throw new InvalidOperationException("The text does not begin with a heading of the first level.");
        }

        document.Remove(heading);
        foreach (var written in document.Descendants<LinkInline>())
        {
            written.Url = link?.Invoke(written.Url ?? string.Empty) ?? written.Url;
        }

        return new MarkdownPage(string.Concat(words.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())), document.ToHtml(Pipeline));
    }

    /// <summary>The texts of a folder of this assembly: each by its name and language.</summary>
    public static IReadOnlyDictionary<(string Name, NoticeLanguage Language), string> Texts(string folder)
    {
        var assembly = typeof(MarkdownPage).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Parts: resource.Replace('\\', '/').Split('/')))
            .Where(found => found.Parts is [var first, _, _] && first == folder)
            .ToDictionary(
                found => (found.Parts[2], Enum.GetValues<NoticeLanguage>().Single(language => language.Tag() == found.Parts[1])),
                found =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(found.Resource)!, Encoding.UTF8);
                    return reader.ReadToEnd();
                });
    }
}
