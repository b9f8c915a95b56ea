using Hkall.Domain;

namespace Hkall.Service.Invoicing;

/// <summary>The result of an order about an invoice.</summary>
public abstract record InvoiceDecision
{
    private InvoiceDecision()
    {
    }

    public sealed record Changed(Invoice Invoice) : InvoiceDecision;

    /// <summary>It stands so already.</summary>
    public sealed record Unchanged : InvoiceDecision;

    public sealed record Refused(Refusal Refusal, string Why) : InvoiceDecision;
}

/// <summary>What may be done with an invoice. A number that was given is never taken back: a wrong invoice is cancelled and issued anew.</summary>
public static class InvoiceRules
{
    /// <summary>The most reminders of one invoice; then somebody calls.</summary>
    public const int MostReminders = 5;

    public static InvoiceDecision Decide(Invoice invoice, InvoiceStep order) => order.What switch
    {
        InvoiceAction.Send => invoice.Status switch
        {
            InvoiceStatus.Issued => With(invoice, order, InvoiceStatus.Sent),
            InvoiceStatus.Sent => new InvoiceDecision.Unchanged(),
            InvoiceStatus.Paid or InvoiceStatus.Cancelled => Closed(invoice),
        },
        InvoiceAction.Remind => invoice.Status switch
        {
            InvoiceStatus.Sent when invoice.IsCreditNote => Refuse(Refusal.NothingToPay, "It is a credit note: there is nothing to pay."),
            InvoiceStatus.Sent when invoice.Reminders >= MostReminders =>
                Refuse(Refusal.AlreadyReminded, $"It has been reminded {MostReminders} times. Please call the borrower."),
            InvoiceStatus.Sent => With(invoice, order, InvoiceStatus.Sent),
            InvoiceStatus.Issued => Refuse(Refusal.InvoiceNotSent, "It has not been sent yet."),
            InvoiceStatus.Paid or InvoiceStatus.Cancelled => Closed(invoice),
        },
        InvoiceAction.Paid => invoice.Status switch
        {
            InvoiceStatus.Issued or InvoiceStatus.Sent => With(invoice, order, InvoiceStatus.Paid),
            InvoiceStatus.Paid => new InvoiceDecision.Unchanged(),
            InvoiceStatus.Cancelled => Closed(invoice),
        },
        InvoiceAction.Unpaid => invoice.Status switch
        {
            InvoiceStatus.Paid => With(invoice, order, WasSent(invoice) ? InvoiceStatus.Sent : InvoiceStatus.Issued),
            InvoiceStatus.Issued or InvoiceStatus.Sent => new InvoiceDecision.Unchanged(),
            InvoiceStatus.Cancelled => Closed(invoice),
        },
        InvoiceAction.Cancel => invoice.Status switch
        {
            InvoiceStatus.Issued or InvoiceStatus.Sent => With(invoice, order, InvoiceStatus.Cancelled),
            InvoiceStatus.Paid => Refuse(Refusal.InvoicePaid, "It has been paid. Take the payment back first if that was wrong."),
            InvoiceStatus.Cancelled => new InvoiceDecision.Unchanged(),
        },
        InvoiceAction.Issue => throw new ArgumentException("An invoice is issued once, when it is made.", nameof(order)),
    };

    /// <summary>The actions that would be accepted now.</summary>
    public static IReadOnlyList<InvoiceAction> ActionsOf(Invoice invoice) =>
    [
        .. Enum.GetValues<InvoiceAction>().Where(action => action != InvoiceAction.Issue
            && Decide(invoice, new InvoiceStep(default, action, string.Empty)) is InvoiceDecision.Changed),
    ];

    private static bool WasSent(Invoice invoice) => invoice.Steps.Any(step => step.What == InvoiceAction.Send);

    private static InvoiceDecision.Changed With(Invoice invoice, InvoiceStep step, InvoiceStatus status) =>
        new(invoice with { Status = status, Steps = [.. invoice.Steps, step] });

    private static InvoiceDecision.Refused Closed(Invoice invoice) => Refuse(
        Refusal.InvoiceClosed, invoice.Status == InvoiceStatus.Paid ? "It has been paid." : "It has been cancelled.");

    private static InvoiceDecision.Refused Refuse(Refusal refusal, string why) => new(refusal, why);
}
