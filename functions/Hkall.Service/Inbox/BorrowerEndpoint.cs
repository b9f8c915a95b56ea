using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Inbox;

/// <summary>The body a borrowing library without ISO 18626 posts. The members from <see cref="Service"/> on belong to a request.</summary>
public sealed record BorrowerMessageForm
{
    public required string MessageId { get; init; }

    public required BorrowerMessageKind Kind { get; init; }

    /// <summary>The borrowing library's own id of the request.</summary>
    public required string RequestId { get; init; }

    /// <summary>With <c>notification</c>: whether the library accepts our conditions.</summary>
    public bool? Accepts { get; init; }

    public string? Note { get; init; }

    public ServiceType? Service { get; init; }

    public ItemForm? Item { get; init; }

    public DateOnly? NeededBy { get; init; }

    public string? Level { get; init; }

    public MoneyForm? MaxCost { get; init; }

    public IReadOnlyList<string>? DeliverTo { get; init; }

    public string? Compliance { get; init; }
}

/// <summary>The call for borrowing libraries without ISO 18626: messages are signed, put on the queue, and only then answered.</summary>
public static class BorrowerEndpoint
{
    public static void MapBorrowers(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/partners/{symbol}/lending", TakeAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Accepts<BorrowerMessageForm>("application/json")
            .Produces(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429)
            .WithName("PartnerLending").WithSummary("A library asks to borrow from us, or says how what it borrowed stands; signed as in Standard Webhooks.");

    private static async Task<IResult> TakeAsync(
        HttpContext context, string symbol, PartnerDirectory directory, MessageLimits limits, Envelopes envelopes, IRequestScheduler scheduler,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (!PartnerEndpoints.MayBeSigned(context, clock))
        {
            return PartnerEndpoints.NotSigned();
        }

        var body = await StrictJson.BytesAsync(context.Request, StrictJson.LargestBodyBytes, cancellation);
        if (await PartnerEndpoints.SignerAsync(context, symbol, body, directory, clock, cancellation) is not { } partner)
        {
            return PartnerEndpoints.NotSigned();
        }

        limits.TakeMessage(partner.Symbol);
        await envelopes.SendAsync(Checked(StrictJson.Read<BorrowerMessageForm>(body), partner, clock.GetUtcNow()), cancellation);
        scheduler.MessageQueued();
        return Results.Accepted();
    }

    private static BorrowerMessage Checked(BorrowerMessageForm form, Partner partner, DateTimeOffset now)
    {
        var fields = new Fields();
        var messageId = fields.Text("messageId", form.MessageId, MessageIds.Longest);
        var requestId = fields.Text("requestId", form.RequestId, Limits.Identifier);
        Need(messageId is null, "messageId");
        Need(requestId is null, "requestId");
        var note = fields.Text("note", form.Note, Limits.Note, lines: true);
        var level = fields.Text("level", form.Level, Limits.Short);
        var compliance = fields.Text("compliance", form.Compliance, Limits.Name, lines: true);
        var deliverTo = LendingForms.Lines("deliverTo", form.DeliverTo, fields);
        fields.Date("neededBy", form.NeededBy, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        form.MaxCost?.Check(fields, "maxCost");
        var isRequest = form.Kind is BorrowerMessageKind.Request or BorrowerMessageKind.Retry or BorrowerMessageKind.Reminder;
        Need(isRequest && form.Service is null, "service");
        Need(isRequest && form.Item is null, "item");
        var item = isRequest && form is { Item: { } asked, Service: { } service } ? asked.Check(fields, service) : null;
        fields.ThrowIfAny();
        item?.ThrowIfIncomplete();
        return new BorrowerMessage
        {
            MessageId = MessageIds.Bounded(messageId!),
            Kind = form.Kind,
            Symbol = partner.Symbol,
            AgencyId = partner.AgencyId,
            RequestId = requestId!,
            ReceivedAt = now,
            Accepts = form.Accepts,
            Note = note,
            Service = form.Service,
            Item = item?.Item,
            NeededBy = form.NeededBy,
            Level = level,
            MaxCost = form.MaxCost?.ToMoney(),
            DeliverTo = deliverTo,
            Compliance = compliance,
        };

        void Need(bool missing, string field)
        {
            if (missing)
            {
                fields.Fault(field, "missing-member", "This member is required.");
            }
        }
    }
}
