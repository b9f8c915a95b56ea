using System.Security.Cryptography;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.Staff.Documents;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Directory;

/// <summary>
/// Exports and imports the directory as one document. The page shows the changes before any is made. Meanwhile it keeps the
/// document, encrypted, so that the imported document is the reviewed one and its secrets cannot be read.
/// </summary>
internal static class DirectoryImportPages
{
    /// <summary>How long staff may review the changes.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Room for the largest document as the page keeps it, which takes four characters for three bytes, and for the rest of the form.</summary>
    private const int LargestForm = (DirectoryReader.LargestBytes / 3 * 4) + (64 * 1024);

    public static void MapDirectoryImport(this IEndpointRouteBuilder pages)
    {
        // Beside the entries, not below them: a library might have "export" as its symbol.
        pages.MapMethods("/staff/directory/export", PageRoutes.Reading, DirectoryEndpoints.ExportAsync).AuditedAs(AuditAction.Exported, about: "partners")
            .NeedsFreshSession();
        pages.MapMethods("/staff/directory/import", PageRoutes.Reading, () => Page()).NeedsFreshSession();
        pages.MapPost("/staff/directory/import", LookAsync).NeedsFreshSession();
        pages.MapMethods("/staff/directory/take-over", PageRoutes.Reading, () => PageRoutes.Then("/staff/directory/import"));
        pages.MapPost("/staff/directory/take-over", TakeAsync).WithFormOptions(valueLengthLimit: LargestForm, multipartBodyLengthLimit: LargestForm)
            .AuditedAs(AuditAction.ChangedDirectory, about: "import").NeedsFreshSession();
    }

    private static async Task<IResult> LookAsync(
        HttpContext context, DirectoryImport import, IDataProtectionProvider protection, CancellationToken cancellation)
    {
        var file = await PageForm.FileAsync(context, "document", cancellation);
        if (file is null or { Length: 0 })
        {
            return Page(new Shown(Wrong: Fault("The file is empty.")), StatusCodes.Status400BadRequest);
        }

        if (file.Length > DirectoryReader.LargestBytes)
        {
            return Page(new Shown(Wrong: Fault("The form is too large.")), StatusCodes.Status413PayloadTooLarge);
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        var document = content.ToArray();
        return await AnswerAsync(async () => Page(new Shown(
            Found: await import.TakeAsync(document, dryRun: true, _ => Task.CompletedTask, cancellation),
            Sealed: Convert.ToBase64String(SealOf(protection).Protect(document, Kept)))));
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, DirectoryImport import, IDataProtectionProvider protection, CancellationToken cancellation)
    {
        byte[] document;
        try
        {
            document = SealOf(protection).Unprotect(Convert.FromBase64String(await PageForm.FieldAsync(context, "document", cancellation) ?? string.Empty));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "form-expired", "The document was looked at too long ago. Please choose it again.");
        }

        return await AnswerAsync(async () =>
        {
            await import.TakeAsync(document, dryRun: false, changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation);
            return PageRoutes.Then("/staff/partners", "taken-over");
        });
    }

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> take)
    {
        try
        {
            return await take();
        }
        catch (BadInputException bad)
        {
            return Page(new Shown(Wrong: bad.Errors ?? Fault(bad.Detail)), bad.Status);
        }
    }

    private static Dictionary<string, Text[]> Fault(Text why) => new() { [string.Empty] = [why] };

    private static ITimeLimitedDataProtector SealOf(IDataProtectionProvider protection) =>
        protection.CreateProtector("directory-document").ToTimeLimitedDataProtector();

    private static IResult Page(Shown? shown = null, int status = StatusCodes.Status200OK) =>
        PageRoutes.Page<DirectoryImportPage>(
            new Dictionary<string, object?> { ["Found"] = shown?.Found, ["Sealed"] = shown?.Sealed, ["Wrong"] = shown?.Wrong }, status);

    private sealed record Shown(DirectoryImported? Found = null, string? Sealed = null, IReadOnlyDictionary<string, Text[]>? Wrong = null);
}
