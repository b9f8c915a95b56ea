using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Pages.Staff.Policies;
using Hkall.Service.Auditing;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.PolicyVersions;

/// <summary>A draft of the policy in fields, a part of it on each page. A press keeps all fields of the part or none.</summary>
internal static class PolicyFieldsPages
{
    /// <summary>Where somebody begins who has chosen no part: what a policy is changed for most.</summary>
    private const string FirstPart = "loans";

    /// <summary>The longest part has about a hundred fields.</summary>
    private const int MostFields = 400;

    public static void MapPolicyFieldsPages(this IEndpointRouteBuilder pages)
    {
        var route = $"{PolicyVersionPages.Address}/{{version:int}}/fields";
        pages.MapMethods(route, PageRoutes.Reading, ShowAsync);
        pages.MapPost(route, KeepAsync).AuditedAs(AuditAction.ChangedPolicy, "version").WithFormOptions(valueCountLimit: MostFields);
    }

    public static string Link(int version, string? part = null) =>
        $"{PolicyVersionPages.Link(version)}/fields{(part is null ? string.Empty : $"?part={Uri.EscapeDataString(part)}")}";

    private static async Task<IResult> ShowAsync(
        HttpContext context, int version, string? part, string? told, PolicyService policies, CancellationToken cancellation) =>
        await DraftAsync(version, policies, cancellation) is { } view && ADraft.Of(view, part) is { } draft
            ? draft.Page(new Shown(Told: told == "kept" ? Visit.Of(context).Say("The draft was kept. Nothing is in force yet.") : null))
            : Problems.NotFound();

    private static async Task<IResult> KeepAsync(
        HttpContext context, int version, string? part, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (await DraftAsync(version, policies, cancellation) is not { } view || ADraft.Of(view, part) is not { Whole: { } whole } draft)
        {
            return Problems.NotFound();
        }

        var fields = draft.OfPart;
        var wrong = new Fields();
        var values = fields.Select(field => (field.Path, Value: PolicyFieldReading.Read(field, form[field.Path], wrong))).ToList();
        if (wrong.HasFaults)
        {
            return draft.Page(new Shown(form, Faults.Whole(wrong, field => field)), StatusCodes.Status400BadRequest);
        }

        var text = PolicyFields.Changed(whole, values.Where(value => !JsonNode.DeepEquals(value.Value, fields.First(field => field.Path == value.Path).Value)));
        var found = await policies.FaultsOfAsync(version, text, cancellation);
        var more = found.Except(view.Faults).ToList();
        if (more.Count > 0)
        {
            var placed = more.ToLookup(fault => FieldOf(fault, fields));
            var atFields = new Fields();
            foreach (var fault in placed.Where(group => group.Key is not null).SelectMany(group => group))
            {
                atFields.Fault(FieldOf(fault, fields)!, "not-possible", PolicyFaultWords.In(fault, Visit.Of(context).Language));
            }

            return draft.Page(new Shown(form, Faults.Whole(atFields, field => field), [.. placed[null]]), StatusCodes.Status400BadRequest);
        }

        try
        {
            await changes.ChangeAsync(
                version,
                new PolicyDraftForm { Text = text, Reason = view.Version.Reason, Seen = form.Read((fields, faults) => fields.Number("revision", faults)) ?? -1 },
                given => Audited.RecordFirstAsync(context, given, cancellation),
                cancellation);
            return PageRoutes.Then(Link(version, draft.Part), "kept");
        }
        catch (BadInputException bad)
        {
            var said = PolicyVersionPages.Said(bad).Select(why => new PolicyFault("$", why.In(Visit.Of(context).Language)));
            return draft.Page(new Shown(form, More: [.. said]), bad.Status);
        }
    }

    private static async Task<PolicyView?> DraftAsync(int version, PolicyService policies, CancellationToken cancellation) =>
        await policies.FindAsync(version, cancellation) is { Version.State: PolicyState.Draft } view ? view : null;

    /// <summary>The field at which a fault stands: that of its path, or the first that it is about.</summary>
    private static string? FieldOf(PolicyFault fault, IReadOnlyList<PolicyField> fields) => fields.FirstOrDefault(field => field.Path == fault.Path
        || fault.Path.StartsWith(field.Path + ".", StringComparison.Ordinal) || field.Path.StartsWith(fault.Path + ".", StringComparison.Ordinal))?.Path;

    private sealed record Shown(PageForm? Form = null, Faults? Wrong = null, IReadOnlyList<PolicyFault>? More = null, string? Told = null);

    /// <param name="Whole">Null if the document cannot stand in fields.</param>
    private sealed record ADraft(PolicyView View, string Part, JsonObject? Whole, IReadOnlyList<PolicySection> Sections, IReadOnlyList<PolicyField> Fields)
    {
        /// <summary>The fields of the part.</summary>
        public IReadOnlyList<PolicyField> OfPart => [.. Fields.Where(one => IsIn(one, Sections.First(section => section.Name == Part)))];

        /// <returns>Null if there is no such part.</returns>
        public static ADraft? Of(PolicyView view, string? part)
        {
            if (PolicyFields.Whole(view.Text) is not { } whole)
            {
                return new ADraft(view, FirstPart, null, [], []);
            }

            var fields = PolicyFields.Of(whole);
            var sections = PolicySections.Of(JsonSerializer.SerializeToElement(whole)).Where(section => fields.Any(field => IsIn(field, section))).ToList();
            return sections.Any(section => section.Name == (part ?? FirstPart)) ? new ADraft(view, part ?? FirstPart, whole, sections, fields) : null;
        }

        public IResult Page(Shown shown, int status = StatusCodes.Status200OK) => PageRoutes.Page<PolicyFieldsPage>(
            new Dictionary<string, object?>
            {
                ["Version"] = View.Version.Version,
                ["Part"] = Part,
                ["Seen"] = View.Seen,
                ["Document"] = Whole is null ? null : JsonSerializer.SerializeToElement(Whole),
                ["Parts"] = Sections.Select(section => section.Name).ToList(),
                ["Fields"] = Fields,
                ["Form"] = shown.Form,
                ["Wrong"] = shown.Wrong ?? Faults.None,
                ["More"] = shown.More ?? [],
                ["Told"] = shown.Told,
            },
            status);

        private static bool IsIn(PolicyField field, PolicySection section) => section.Values.Any(member => Covers(member.Path, field.Path))
            || section.Tables.Any(table => table.Rows.Any(row => table.Columns.Names.Any(column => Covers(row.Cell(column), field.Path))));

        private static bool Covers(string path, string field) => field == path || field.StartsWith(path + ".", StringComparison.Ordinal);
    }
}
