using System.Collections.Frozen;
using Fluid;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>
/// The templates in the assembly: one for each notice and language, and the parts they share. Each is parsed when it is first
/// needed, since a process that starts for one message needs few of them.
/// </summary>
internal sealed class NoticeTemplates
{
    /// <summary>The lines that describe the item, the text before every notice, and the text after it.</summary>
    public const string Item = "item";
    public const string Greeting = "greeting";
    public const string Footer = "footer";

    /// <summary>One mail for several reminders, and its footer.</summary>
    public const string Reminders = "reminders";
    public const string RemindersFooter = "reminders-footer";

    private const string Folder = "notices/";

    private readonly FrozenDictionary<string, Lazy<IFluidTemplate>> _templates;

    /// <summary>One for the process: no template is parsed twice.</summary>
    public static NoticeTemplates Shared { get; } = new();

    public NoticeTemplates()
    {
        var assembly = typeof(NoticeTemplates).Assembly;
        var parser = new FluidParser();
        _templates = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Folder.Length..], name => new Lazy<IFluidTemplate>(() => FieldsTold.Noted(parser.Parse(Text(name)))));
    }

    /// <summary>The template of a notice as it is written: its subject, and its body.</summary>
    public static (string Subject, string Body) TextOf(NoticeLanguage language, string name) =>
        Text($"{Folder}{language.Tag()}/{name}").Split('\n', 2) is [var subject, var body]
            ? (subject.Trim(), body.TrimEnd())
            : throw new InvalidOperationException($"The template {name} has no body.");

    public IEnumerable<string> Names => _templates.Keys;

    public IFluidTemplate Get(NoticeLanguage language, string name) => _templates[$"{language.Tag()}/{name}"].Value;

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(NoticeTemplates).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
