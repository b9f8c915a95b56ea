using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Texts;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Inbox;

/// <summary>The body of a status callback (HTTP contract, "Partners").</summary>
public sealed record CallbackForm
{
    public required string MessageId { get; init; }

    public required string RequestId { get; init; }

    public required CallbackStatus Status { get; init; }

    public DateOnly? DueOn { get; init; }

    public Web.MoneyForm? Cost { get; init; }

    public string? Reason { get; init; }

    public bool LibraryUseOnly { get; init; }

    /// <summary>With <c>conditional</c>: conditions besides the charge and library use, a few words each.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>With <c>shipped</c>: the number of parts, if there are several.</summary>
    public int? Parts { get; init; }

    /// <summary>With <c>retry-possible</c>: the first date on which to ask again.</summary>
    public DateOnly? RetryAfter { get; init; }

    /// <summary>A note to our staff.</summary>
    public string? Note { get; init; }

    public DateTimeOffset? At { get; init; }
}

/// <summary>
/// The calls for partner libraries. Each message is signed by its library, put on the queue, and only then answered: 202 means
/// received, never decided.
/// </summary>
public static class PartnerEndpoints
{
    /// <summary>The largest request body: such a scan in a form, with the token, the name and the lines between the parts.</summary>
    public const long LargestRequestBytes = Uploads.LargestScanBytes + (64 * 1024);

    /// <summary>More than any library sends; staff read each one.</summary>
    private const int MostConditions = 10;

    public static void MapPartners(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/partners/{symbol}/callbacks", CallbackAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Accepts<CallbackForm>("application/json")
            .Produces(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(413).ProducesProblem(429)
            .WithName("PartnerCallback").WithSummary("A status callback of a library without ISO 18626, signed as in Standard Webhooks.");
        routes.MapPut("/api/partners/{symbol}/requests/{id}/file", FileAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Produces(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413)
            .ProducesProblem(415).ProducesProblem(422).ProducesProblem(503).ProducesProblem(429)
            .WithName("PartnerFile").WithSummary("The scan itself, signed as in Standard Webhooks.");
    }

    private static async Task<IResult> CallbackAsync(
        HttpContext context, string symbol, PartnerDirectory directory, MessageLimits limits, Envelopes envelopes, IRequestScheduler scheduler,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (!MayBeSigned(context, clock))
        {
            return NotSigned();
        }

        var body = await StrictJson.BytesAsync(context.Request, Envelopes.LargestMessageBytes, cancellation);
        if (await SignerAsync(context, symbol, body, directory, clock, cancellation) is not { } partner)
        {
            return NotSigned();
        }

        limits.TakeMessage(partner.Symbol);
        var form = StrictJson.Read<CallbackForm>(body);
        var fields = new Fields();
        fields.Text("messageId", form.MessageId, MessageIds.Longest);
        fields.Text("requestId", form.RequestId, Limits.Identifier);
        var reason = fields.Text("reason", form.Reason, Limits.Note, lines: true);
        var note = fields.Text("note", form.Note, Limits.Note, lines: true);
        fields.Date("retryAfter", form.RetryAfter, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        fields.Date("dueOn", form.DueOn, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        fields.Number("parts", form.Parts, 1, Parts.Most);
        form.Cost?.Check(fields, "cost");
        CheckConditions(fields, form.Conditions ?? []);
        if (string.IsNullOrWhiteSpace(form.MessageId))
        {
            fields.Fault("messageId", "missing-member", "A message has an id.");
        }

        fields.ThrowIfAny();
        await envelopes.SendAsync(
            new PartnerMessage
            {
                MessageId = MessageIds.Bounded(form.MessageId),
                Symbol = partner.Symbol,
                RequestId = form.RequestId,
                ReceivedAt = clock.GetUtcNow(),
                Status = form.Status,
                DueOn = form.DueOn,
                Reason = KeptOf(reason),
                Cost = form.Cost?.ToMoney(),
                LibraryUseOnly = form.LibraryUseOnly,
                Conditions = form.Conditions is { Count: > 0 } conditions ? [.. conditions.Select(VisibleText.Of)] : null,
                Parts = form.Parts,
                RetryAfter = form.RetryAfter,
                Note = note,
            },
            cancellation);
        scheduler.MessageQueued();
        return Results.Accepted();
    }

    internal static void CheckConditions(Fields fields, IReadOnlyList<string> conditions)
    {
        if (conditions.Count > MostConditions)
        {
            fields.Fault("conditions", "too-many", $"At most {MostConditions}.");
        }

        foreach (var (condition, i) in conditions.Take(MostConditions).Select((condition, i) => (condition, i)))
        {
            if (fields.Text($"conditions.{i}", condition, Limits.Reason) is null)
            {
                fields.Fault($"conditions.{i}", "missing-member", "It must not be empty.");
            }
        }
    }

    private static Task<IResult> FileAsync(HttpContext context, string symbol, string id, PartnerFiles files, CancellationToken cancellation) =>
        files.TakeAsync(context, symbol, id, cancellation);

    /// <summary>Whether the headers could be those of a signed message. Without them its body is not even read.</summary>
    internal static bool MayBeSigned(HttpContext context, TimeProvider clock)
    {
        var headers = context.Request.Headers;
        return WebhookSignature.MayFit(
            headers[WebhookSignature.IdHeader], headers[WebhookSignature.TimestampHeader], headers[WebhookSignature.SignatureHeader], clock.GetUtcNow());
    }

    /// <summary>The library whose secret signed the message, or null. The symbol in the path is a claim; the signature proves it.</summary>
    internal static async Task<Partner?> SignerAsync(
        HttpContext context, string symbol, byte[] body, PartnerDirectory directory, TimeProvider clock, CancellationToken cancellation)
    {
        var headers = context.Request.Headers;
        return await directory.FindAsync(symbol, cancellation) is { } partner && Hearing.Admits(partner)
            && WebhookSignature.Verify(
                partner.Secrets,
                headers[WebhookSignature.IdHeader],
                headers[WebhookSignature.TimestampHeader],
                headers[WebhookSignature.SignatureHeader],
                body,
                clock.GetUtcNow())
                ? partner
                : null;
    }

    /// <summary>The status matters, and its reason is usually a few words: a longer reason is cut to the room each library has in the rota.</summary>
    private static string? KeptOf(string? reason) => Excerpt.Of(reason, Limits.Reason);

    internal static IResult NotSigned() =>
        Problems.NotSigned("The message is not signed by this library, or its time is not now.");
}
