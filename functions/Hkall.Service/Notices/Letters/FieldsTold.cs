using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Hkall.Service.Notices.Letters;

/// <summary>
/// Which fields a template writes when it is filled, and which of them had no value. Fluid would write <c>false</c> for those; the
/// shipped templates never reach one, and the tests hold that.
/// </summary>
internal sealed class FieldsTold
{
    private const string Place = "fields-told";

    public HashSet<string> Told { get; } = new(StringComparer.Ordinal);

    public HashSet<string> WithoutValue { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins to note the fields that are written with this context.</summary>
    public static FieldsTold In(TemplateContext context)
    {
        var told = new FieldsTold();
        context.AmbientValues[Place] = told;
        return told;
    }

    /// <summary>The template, noting the fields that it writes.</summary>
    public static IFluidTemplate Noted(IFluidTemplate template) => new Rewriter().VisitTemplate(template);

    private sealed class Rewriter : AstRewriter
    {
        protected override Statement VisitOutputStatement(OutputStatement outputStatement) =>
            NameOf(outputStatement) is { } name ? new Noting(name, outputStatement) : outputStatement;
    }

    /// <summary>The field that the statement writes; null if it writes anything else.</summary>
    public static string? NameOf(OutputStatement output) =>
        output.Expression is MemberExpression { Segments: [IdentifierSegment only] } ? only.Identifier : null;

    private sealed class Noting(string name, OutputStatement output) : Statement
    {
        public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
        {
            if (context.AmbientValues.TryGetValue(Place, out var place) && place is FieldsTold told)
            {
                (context.GetValue(name) is BooleanValue or NilValue ? told.WithoutValue : told.Told).Add(name);
            }

            return output.WriteToAsync(writer, encoder, context);
        }
    }
}
