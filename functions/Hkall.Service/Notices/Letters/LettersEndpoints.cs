using System.Globalization;
using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Hkall.Service.Notices.Letters;

/// <summary><c>GET /api/staff/letters</c>, and each letter: read, changed, and as it was shipped.</summary>
public static class LettersEndpoints
{
    private const string Path = "letters/{notice}/{language}";

    public static void MapLetters(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("letters", ListAsync).Produces<LettersView>()
            .WithName("Letters").WithSummary("The letters to patrons, and which of them staff have changed.");
        staff.MapGet(Path, GetAsync).Produces<LetterView>().ProducesProblem(404)
            .WithName("Letter").WithSummary("One letter in one language: its text, the shipped one, its fields, and what it says in every case.");
        staff.MapPut(Path, PutAsync).AuditedAs(AuditAction.ChangedLetters, "notice")
            .Accepts<LetterForm>("application/json").Produces<LetterView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412)
            .WithName("PutLetter")
            .WithSummary("Changes a letter, or puts an earlier version back. With If-Match it holds to what was seen. With dryRun=true, only checks it and shows what it says.")
            .NeedsFreshSignIn();
        staff.MapDelete(Path, DeleteAsync).AuditedAs(AuditAction.ChangedLetters, "notice")
            .Produces<LetterView>().ProducesProblem(404).ProducesProblem(412)
            .WithName("ResetLetter").WithSummary("Puts the shipped text back. With If-Match it holds to what was seen.")
            .NeedsFreshSignIn();
    }

    private static async Task<IResult> ListAsync(LetterService letters, CancellationToken cancellation) => Results.Json(
        new LettersView([.. (await letters.AllAsync(cancellation)).Select(one => LetterRow.Of(one.Key, one.Value))]), PagedJson.Options);

    private static async Task<IResult> GetAsync(HttpContext context, string notice, string language, LetterService letters, CancellationToken cancellation) =>
        LetterKey.Find(notice, language) is { } key ? Answer(context, await letters.OneAsync(key, cancellation)) : Problems.NotFound();

    private static async Task<IResult> PutAsync(
        HttpContext context, string notice, string language, LetterService letters, string? dryRun, CancellationToken cancellation)
    {
        if (LetterKey.Find(notice, language) is not { } key)
        {
            return Problems.NotFound();
        }

        if (dryRun is not (null or "true" or "false"))
        {
            throw BadInputException.Field("dryRun", "unknown-value", "true or false.");
        }

        var form = await StrictJson.ReadAsync<LetterForm>(context.Request, cancellation);
        return dryRun == "true"
            ? Answer(context, await letters.PreviewAsync(key, form, cancellation))
            : Of(context, await letters.PutAsync(key, form, SeenIn(context.Request), context.Patron().Id, Recorder(context, cancellation), cancellation));
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context, string notice, string language, LetterService letters, CancellationToken cancellation) =>
        LetterKey.Find(notice, language) is { } key
            ? Of(context, await letters.ResetAsync(key, SeenIn(context.Request), context.Patron().Id, Recorder(context, cancellation), cancellation))
            : Problems.NotFound();

    private static IResult Of(HttpContext context, LetterOutcome outcome) => outcome switch
    {
        LetterOutcome.Done(var now) => Answer(context, now),
        LetterOutcome.ChangedSince(var now) => Problems.ChangedSince(now),
        LetterOutcome.NoSuchVersion => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IResult Answer(HttpContext context, LetterView view)
    {
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{view.Version}\"");
        return Results.Json(view, PagedJson.Options);
    }

    private static Func<IReadOnlyList<AuditChange>, Task> Recorder(HttpContext context, CancellationToken cancellation) =>
        changes => Audited.RecordFirstAsync(context, changes, cancellation);

    /// <summary>A proxy may have marked our tag as weak. A tag that is none of ours is a version that the letter never had.</summary>
    private static int? SeenIn(HttpRequest request)
    {
        if (request.Headers.IfMatch is not { Count: > 0 } header)
        {
            return null;
        }

        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags is not [var tag])
        {
            throw BadInputException.Field(HeaderNames.IfMatch, "bad-if-match", "The ETag of the letter as you saw it.");
        }

        return tag.Tag == "*" ? null : int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
    }
}
