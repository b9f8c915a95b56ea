using System.Text.Json;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>
/// A message to a borrowing library without ISO 18626: <c>POST {endpoint}</c>, signed as in Standard Webhooks with
/// <see cref="MessageId"/> as <c>webhook-id</c>. Our requests to suppliers have a <c>message</c>; this has a <c>word</c>.
/// </summary>
public sealed record BorrowerCallbackMessage
{
    public required string MessageId { get; init; }

    public required SupplyingAction Word { get; init; }

    /// <summary>The borrowing library's own id of the request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The library that receives the message.</summary>
    public required string To { get; init; }

    public required LendingStatus Status { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Barcode { get; init; }

    public IReadOnlyList<LoanCondition>? Conditions { get; init; }

    public Money? Cost { get; init; }

    public DateOnly? AnswerBy { get; init; }

    /// <summary>The ISO 18626 reason, if the answer is no.</summary>
    public UnfilledReason? Unfilled { get; init; }

    public RetryReason? Retry { get; init; }

    public DateOnly? RetryAfter { get; init; }

    /// <summary>Where to download the scan, with GET.</summary>
    public Uri? ScanUrl { get; init; }

    public DateOnly? ScanUntil { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where to answer: <c>POST</c>, signed.</summary>
    public required Uri ReplyUrl { get; init; }
}

/// <summary>Sends messages to borrowing libraries' HTTP endpoints, signed.</summary>
public sealed class BorrowerCallbacks(
    PartnerHttpClient post, PartnerDirectory directory, PublicAddress address, DownloadTokens tokens, TimeProvider clock) : IBorrowerChannel
{
    public async Task<Attempt?> TryAsync(
        VersionedRequest<LendingRequest> stored, MessageBorrower word, OutboxItem item, bool again, CancellationToken cancellation)
    {
        if (await directory.FindAsync(word.Symbol, cancellation) is not { Protocol: Protocol.Callbacks, Endpoint: { } endpoint, Secrets: [_, ..] } partner)
        {
            return null;
        }

        var facts = word.Facts;
        var message = new BorrowerCallbackMessage
        {
            MessageId = item.Key,
            Word = word.Word,
            RequestId = stored.Request.BorrowersId,
            To = partner.Symbol,
            Status = facts.Status,
            DueOn = facts.DueOn,
            Barcode = facts.Barcode,
            Conditions = facts.Conditions,
            Cost = facts.Cost,
            AnswerBy = facts.AnswerBy,
            Unfilled = facts.Unfilled,
            Retry = facts.Retry,
            RetryAfter = facts.RetryAfter,
            ScanUrl = word.Word == SupplyingAction.CopyCompleted ? address.LentCopy(tokens.For(stored.Request.Id)) : null,
            ScanUntil = facts.ScanUntil,
            Note = facts.Note,
            At = clock.GetUtcNow(),
            ReplyUrl = address.Lending(partner.Symbol),
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(message, StoredJson.Stored);
        return (await post.SendAsync(partner, endpoint, message.MessageId, body, "application/json", cancellation)).Failure() ?? new Attempt.Delivered();
    }
}
