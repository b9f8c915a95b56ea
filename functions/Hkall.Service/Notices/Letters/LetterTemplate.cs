using Fluid;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices.Letters;

/// <summary>A letter cannot be read or used. The message names fields and never their values.</summary>
internal sealed class LetterFaultException(string part, Text why) : Exception(why.English)
{
    /// <summary><c>subject</c> or <c>body</c>.</summary>
    public string Part => part;

    public static LetterFaultException Fault(string part, Text why) => new(part, why);

    public Text Why => why;
}

/// <summary>What a letter says in one case.</summary>
/// <param name="Told">The fields that it wrote.</param>
internal sealed record WrittenLetter(string Subject, IReadOnlyList<Block> Blocks, IReadOnlySet<string> Told);

/// <summary>The subject and the body of a letter that staff wrote, ready to be filled.</summary>
internal sealed class LetterTemplate
{
    public const string SubjectField = "subject";
    public const string BodyField = "body";

    private static readonly FluidParser Parser = new();

    private readonly IFluidTemplate _subject;
    private readonly IFluidTemplate _body;

    private LetterTemplate(IFluidTemplate subject, IFluidTemplate body) => (_subject, _body) = (subject, body);

    /// <exception cref="LetterFaultException">It is no letter: the first fault in its text.</exception>
    public static LetterTemplate Parse(string subject, string body, Func<string, bool> isField) =>
        new(Read(SubjectField, subject, isField), Read(BodyField, body, isField));

    /// <summary>Fills the letter.</summary>
    /// <param name="fields">The fields of the notice, with the lines of its item.</param>
    /// <param name="shipped">The fields that the shipped letter writes in this case.</param>
    /// <exception cref="LetterFaultException">It cannot be sent like this.</exception>
    public WrittenLetter Write(TemplateContext fields, IReadOnlySet<string> shipped)
    {
        var told = FieldsTold.In(fields);
        var subject = UntrustedText.Apart(_subject.Render(fields)).Trim();
        var body = UntrustedText.Apart(_body.Render(fields));
        if (told.WithoutValue.Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw LetterFaultException.Fault(
                BodyField, $"{Braces(unknown)} has no value here. Write it only where it has one: {Asked(unknown)}.");
        }

        if (shipped.Where(name => LetterFields.Find(name) is { Obligatory: true } && !told.Told.Contains(name))
            .Order(StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw LetterFaultException.Fault(BodyField, $"{Braces(missing)} is missing: the shipped letter says it here.");
        }

        return new WrittenLetter(LetterShape.SubjectOf(subject), LetterShape.BlocksOf(body, fields), told.Told);
    }

    public static string Braces(string field) => "{{ " + field + " }}";

    private static string Asked(string field) => "{% if " + field + " %} … {% endif %}";

    private static IFluidTemplate Read(string field, string text, Func<string, bool> isField)
    {
        if (!Parser.TryParse(text, out var template, out var error))
        {
            throw LetterFaultException.Fault(
                field, $"The text cannot be read: {Where(error)}. Each {"{% if … %}"} needs its {"{% endif %}"}, and each {"{{"} its {"}}"}.");
        }

        LetterGrammar.Check(field, template, isField);
        LetterShape.CheckLines(field, text);
        return FieldsTold.Noted(template);
    }

    /// <summary>The first line of the parser's message, which names the place.</summary>
    private static string Where(string? error) => (error ?? string.Empty).Split('\n')[0].Trim();
}
