using System.Text.Json.Serialization;
using Hkall.Domain.Lending;
using Hkall.Service.Texts;

namespace Hkall.Service.Invoicing;

/// <summary>How an invoice stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvoiceStatus>))]
public enum InvoiceStatus
{
    /// <summary>Numbered, and not yet sent.</summary>
    [JsonStringEnumMemberName("issued")] Issued,
    [JsonStringEnumMemberName("sent")] Sent,
    [JsonStringEnumMemberName("paid")] Paid,

    /// <summary>Void. Its number is never given again, and its charges can be invoiced anew.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}

/// <summary>What staff do with an invoice. The names are stored, and are the actions of the HTTP contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvoiceAction>))]
public enum InvoiceAction
{
    [JsonStringEnumMemberName("issue")] Issue,
    [JsonStringEnumMemberName("send")] Send,
    [JsonStringEnumMemberName("remind")] Remind,
    [JsonStringEnumMemberName("paid")] Paid,

    /// <summary>A payment that was recorded by mistake is taken back.</summary>
    [JsonStringEnumMemberName("unpaid")] Unpaid,
    [JsonStringEnumMemberName("cancel")] Cancel,
}

/// <summary>How an invoice or a reminder reaches the borrower.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvoiceBy>))]
public enum InvoiceBy
{
    [JsonStringEnumMemberName("mail")] Mail,

    /// <summary>Printed and posted by staff.</summary>
    [JsonStringEnumMemberName("post")] Post,
}

/// <summary>A charge of a request to lend, on its invoice.</summary>
/// <param name="Number">Which charge of the request it is, from 1: a charge never stands on two invoices that count.</param>
/// <param name="Reference">Our number of the request, as in our letters.</param>
public sealed record InvoicedCharge(
    string RequestId, int Number, DateOnly On, ChargeFor For, decimal Amount, string Reference, string BorrowersId, string Title);

/// <summary>A step of an invoice.</summary>
/// <param name="By">The opaque key of the member of staff.</param>
/// <param name="How">With <c>send</c> and <c>remind</c>.</param>
/// <param name="On">With <c>paid</c>: the day of the payment.</param>
public sealed record InvoiceStep(
    DateTimeOffset At, InvoiceAction What, string By, InvoiceBy? How = null, DateOnly? On = null, string? Note = null);

/// <summary>A numbered invoice to a borrower, in one currency. What it says never changes; only its status does.</summary>
public sealed record Invoice
{
    /// <summary>The year and a number without gaps: <c>2026-0001</c>.</summary>
    public required string Number { get; init; }

    public required string Symbol { get; init; }

    public required string Borrower { get; init; }

    public IReadOnlyList<string> Address { get; init; } = [];

    public string? Email { get; init; }

    public NoticeLanguage Language { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day for the payment, inclusive.</summary>
    public required DateOnly PayBy { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<InvoicedCharge> Charges { get; init; }

    public InvoiceStatus Status { get; init; }

    public IReadOnlyList<InvoiceStep> Steps { get; init; } = [];

    [JsonIgnore]
    public decimal Total => Charges.Sum(charge => charge.Amount);

    /// <summary>We owe the borrower: more came back than was charged.</summary>
    [JsonIgnore]
    public bool IsCreditNote => Total < 0;

    [JsonIgnore]
    public int Reminders => Steps.Count(step => step.What == InvoiceAction.Remind);

    [JsonIgnore]
    public bool IsOpen => Status is InvoiceStatus.Issued or InvoiceStatus.Sent;
}
