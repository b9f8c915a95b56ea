using System.Globalization;
using System.Text;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.PolicyVersions;

/// <summary>The versions of the policy: a list with a form for a new draft, and a page for each with what can be done with it.</summary>
internal static class PolicyVersionPages
{
    public const string Address = "/staff/policies";

    /// <summary>A document of the most characters, each of three bytes.</summary>
    private const int LargestFile = 3 * Hkall.Service.Policies.PolicyTable.LongestText;

    /// <summary>By which what patrons are told and charged changes; the rest only prepares it.</summary>
    private static readonly string[] Deciding = ["put-in-force", "again"];

    public static void MapPolicyVersionPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, ListAsync);
        pages.MapPost(Address, DraftAsync).AuditedAs(AuditAction.ChangedPolicy, about: "policies");
        pages.MapMethods($"{Address}/{{version:int}}", PageRoutes.Reading, ShowAsync);
        pages.MapMethods($"{Address}/{{version:int}}/document", PageRoutes.Reading, ExportAsync);
        pages.MapPost($"{Address}/{{version:int}}", ActAsync).AuditedAs(AuditAction.ChangedPolicy, "version").NeedsFreshSession(Deciding);
    }

    public static string Link(int version) => string.Create(CultureInfo.InvariantCulture, $"{Address}/{version}");

    private static Task<IResult> ListAsync(HttpContext context, string? told, PolicyService policies, CancellationToken cancellation) => DrawListAsync(
        policies, PageForm.Empty, null, told == "removed" ? Visit.Of(context).Say("The draft was removed.") : null, StatusCodes.Status200OK, cancellation);

    private static async Task<IResult> DrawListAsync(
        PolicyService policies, PageForm form, IReadOnlyList<Text>? wrong, string? told, int status, CancellationToken cancellation)
    {
        var all = await policies.AllAsync(cancellation);
        return PageRoutes.Page<PolicyVersionsPage>(
            new Dictionary<string, object?>
            {
                ["View"] = all,
                ["Proposed"] = form["text"] ?? await policies.ProposeAsync(cancellation),
                ["Form"] = form,
                ["Wrong"] = wrong,
                ["Told"] = told,
            },
            status);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, int version, string? told, PolicyService policies, CancellationToken cancellation)
    {
        var say = Visit.Of(context);
        return await PageAsync(
            version, policies, PageForm.Empty, null,
            told switch
            {
                "kept" => say.Say("The draft was kept. Nothing is in force yet."),
                "put-in-force" => say.Say("It counts from the day below on."),
                "cancelled" => say.Say("It will not be in force. It is a draft again."),
                _ => null,
            },
            StatusCodes.Status200OK,
            cancellation);
    }

    private static async Task<IResult> PageAsync(
        int version, PolicyService policies, PageForm form, IReadOnlyList<Text>? wrong, string? told, int status, CancellationToken cancellation) =>
        await policies.FindAsync(version, cancellation) is { } view
            ? PageRoutes.Page<PolicyVersionPage>(
                new Dictionary<string, object?>
                {
                    ["View"] = view,
                    ["Today"] = policies.Today,
                    ["Form"] = form,
                    ["Wrong"] = wrong,
                    ["Told"] = told,
                },
                status)
            : Problems.NotFound();

    private static async Task<IResult> ExportAsync(int version, PolicyService policies, CancellationToken cancellation) =>
        await policies.TextAsync(version, cancellation) is { } text
            ? Results.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"policy-{version}.json"))
            : Problems.NotFound();

    private static async Task<IResult> DraftAsync(HttpContext context, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        try
        {
            var draft = form.Read(Draft);
            var text = await FileAsync(context, cancellation) ?? draft.Text;
            var number = await changes.DraftAsync(context.Patron().Id, draft with { Text = text }, Record(context, cancellation), cancellation);
            return PageRoutes.Then(Link(number), "kept");
        }
        catch (BadInputException bad)
        {
            return await DrawListAsync(policies, form, Said(bad), null, bad.Status, cancellation);
        }
    }

    /// <summary>The document of a file that was chosen beside the box; null if none was.</summary>
    /// <exception cref="BadInputException">It is larger than any document, or no text.</exception>
    private static async Task<string?> FileAsync(HttpContext context, CancellationToken cancellation)
    {
        if (await PageForm.FileAsync(context, "file", cancellation) is not { Length: > 0 } file)
        {
            return null;
        }

        if (file.Length > LargestFile)
        {
            throw new BadInputException(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The form is too large.");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.ToArray()).TrimStart('\uFEFF')
                .Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            throw BadInputException.Field("file", "not-text", "This file is no text in UTF-8.");
        }
    }

    private static async Task<IResult> ActAsync(
        HttpContext context, int version, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var (staff, record) = (context.Patron().Id, Record(context, cancellation));
        try
        {
            var next = form["action"] switch
            {
                "change" => await changes.ChangeAsync(version, form.Read(Draft), record, cancellation) ? PageRoutes.Then(Link(version), "kept") : null,
                "put-in-force" => await changes.PutInForceAsync(
                    version, form.Read((fields, faults) => new PolicyDateForm { From = fields.Date("from", faults), Seen = Seen(fields, faults) }), staff,
                    record, cancellation) ? PageRoutes.Then(Link(version), "put-in-force") : null,
                "cancel" => await changes.CancelAsync(version, form.Read(Seen), record, cancellation) ? PageRoutes.Then(Link(version), "cancelled") : null,
                "remove" => await changes.RemoveAsync(version, form.Read(Seen), record, cancellation) ? PageRoutes.Then(Address, "removed") : null,
                "again" => await changes.AgainAsync(
                    version,
                    form.Read((fields, faults) => new PolicyAgainForm
                    {
                        From = fields.Date("from", faults),
                        Reason = fields["reason"] ?? string.Empty,
                        Seen = Seen(fields, faults),
                    }),
                    staff, record, cancellation) is { } number ? PageRoutes.Then(Link(number), "put-in-force") : null,
                _ => null,
            };
            return next ?? Problems.NotFound();
        }
        catch (BadInputException bad)
        {
            return await PageAsync(version, policies, form, Said(bad), null, bad.Status, cancellation);
        }
    }

    /// <summary>A browser ends the lines of a text box with two characters.</summary>
    private static PolicyDraftForm Draft(PageForm form, Fields faults) => new()
    {
        Text = (form["text"] ?? string.Empty).Replace("\r\n", "\n", StringComparison.Ordinal),
        Reason = form["reason"] ?? string.Empty,
        Seen = Seen(form, faults),
    };

    private static int Seen(PageForm form, Fields faults) => form.Number("revision", faults) ?? -1;

    public static IReadOnlyList<Text> Said(BadInputException bad) =>
        bad.Errors is { Count: > 0 } errors ? [.. errors.SelectMany(error => error.Value)] : [bad.Detail];

    private static Func<IReadOnlyList<AuditChange>, Task> Record(HttpContext context, CancellationToken cancellation) =>
        changes => Audited.RecordFirstAsync(context, changes, cancellation);
}
