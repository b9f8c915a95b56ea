using System.Collections.Frozen;
using Fluid;
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

    public NoticeTemplates()
    {
        var assembly = typeof(NoticeTemplates).Assembly;
        var parser = new FluidParser();
        _templates = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Folder.Length..], name => new Lazy<IFluidTemplate>(() =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return parser.Parse(reader.ReadToEnd());
            }));
    }

    public IEnumerable<string> Names => _templates.Keys;

    public IFluidTemplate Get(NoticeLanguage language, string name) => _templates[$"{language.Tag()}/{name}"].Value;
}
