namespace Hkall.Service.Texts;

/// <summary>An argument of a text that the HTTP API gives by its served name, in English, and a page in Chinese by the text for that name.</summary>
public sealed record NamedArgument(string Kind, string Served)
{
    public string In(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => Served,
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => language.Named(Kind, Served),
    };
}
