using System.Globalization;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Letters;

/// <summary>The letters to patrons: which of them are changed, and each with its text, its fields, its cases and its history.</summary>
internal static class LettersPages
{
    public const string Address = "/staff/letters";

    private const string One = Address + "/{notice}";

    public static void MapLettersPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, ListAsync);
        pages.MapMethods(One, PageRoutes.Reading, ShowAsync);
        pages.MapPost(One, SaveAsync).AuditedAs(AuditAction.ChangedLetters, "notice").NeedsFreshSession();
        pages.MapMethods(One + "/preview", PageRoutes.Reading, (string notice) => PageRoutes.Then($"{Address}/{notice}"));
        pages.MapPost(One + "/preview", PreviewAsync);
    }

    private static async Task<IResult> ListAsync(LetterService letters, CancellationToken cancellation) =>
        PageRoutes.Page<LettersPage>(new { All = await letters.AllAsync(cancellation) });

    /// <param name="inLanguage">The language of the letter; left out, that of the page.</param>
    private static async Task<IResult> ShowAsync(
        HttpContext context, string notice, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "in")] string? inLanguage, string? told, LetterService letters,
        CancellationToken cancellation)
    {
        var visit = Visit.Of(context);
        if (LetterKey.Find(notice, inLanguage ?? visit.Language.Tag()) is not { } key)
        {
            return Problems.NotFound();
        }

        return Page(
            await letters.OneAsync(key, cancellation),
            told: told switch
            {
                "saved" => visit.Say("Saved. Mails say it like this within a few seconds."),
                "shipped" => visit.Say("The shipped text is back."),
                _ => null,
            });
    }

    /// <summary>Shows what the text in the form says in every case; nothing is kept.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context, string notice, LetterService letters, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (LetterKey.Find(notice, form["language"] ?? string.Empty) is not { } key)
        {
            return Problems.NotFound();
        }

        try
        {
            return Page(await letters.PreviewAsync(key, Read(form), cancellation), form, isPreview: true);
        }
        catch (BadInputException bad)
        {
            return Page(await letters.OneAsync(key, cancellation), form, wrong: Faults.Of(bad), status: bad.Status);
        }
    }

    /// <summary>Keeps the text in the form, or puts an earlier version or the shipped text back.</summary>
    private static async Task<IResult> SaveAsync(HttpContext context, string notice, LetterService letters, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (LetterKey.Find(notice, form["language"] ?? string.Empty) is not { } key)
        {
            return Problems.NotFound();
        }

        var (staff, seen) = (context.Patron().Id, Version(form, "seen"));
        Task Record(IReadOnlyList<AuditChange> changes) => Audited.RecordFirstAsync(context, changes, cancellation);
        try
        {
            var outcome = form["action"] == "shipped"
                ? await letters.ResetAsync(key, seen, staff, Record, cancellation)
                : await letters.PutAsync(
                    key, Version(form, "version") is { } version ? new LetterForm { Version = version } : Read(form), seen, staff, Record, cancellation);
            return outcome switch
            {
                LetterOutcome.Done(var now) =>
                    PageRoutes.Then($"{Address}/{notice}?in={key.Language.Tag()}", now.Changed ? "saved" : "shipped"),
                LetterOutcome.ChangedSince(var now) => Page(now, form, hasChanged: true, status: StatusCodes.Status412PreconditionFailed),
                LetterOutcome.NoSuchVersion => Problems.NotFound(),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (BadInputException bad)
        {
            return Page(await letters.OneAsync(key, cancellation), form, wrong: Faults.Of(bad), status: bad.Status);
        }
    }

    private static LetterForm Read(PageForm form) => new() { Subject = form["subject"], Body = form["body"] };

    /// <summary>A number that is none of ours names no version.</summary>
    private static int? Version(PageForm form, string field) =>
        form[field] is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static IResult Page(
        LetterView letter, PageForm? form = null, string? told = null, Faults? wrong = null, bool hasChanged = false, bool isPreview = false,
        int status = StatusCodes.Status200OK) =>
        PageRoutes.Page<LetterPage>(
            new Dictionary<string, object?>
            {
                ["Letter"] = letter,
                ["Form"] = form is not null && form.Has("body") ? form : null,
                ["Told"] = told,
                ["Wrong"] = wrong,
                ["HasChanged"] = hasChanged,
                ["IsPreview"] = isPreview,
            },
            status);
}
