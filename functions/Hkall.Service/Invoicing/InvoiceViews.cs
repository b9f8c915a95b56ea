using Hkall.Domain.Model;

namespace Hkall.Service.Invoicing;

/// <summary>An invoice as staff see it.</summary>
/// <param name="IsLate">The last day for the payment is over.</param>
/// <param name="Actions">The actions possible now, by name.</param>
public sealed record InvoiceView(
    string Number,
    InvoiceStatus Status,
    bool IsLate,
    bool IsCreditNote,
    string Symbol,
    string Borrower,
    string? Email,
    DateOnly IssuedOn,
    DateOnly PayBy,
    Money Total,
    int Reminders,
    IReadOnlyList<InvoicedCharge> Charges,
    IReadOnlyList<InvoiceStep> Steps,
    IReadOnlyList<InvoiceAction> Actions)
{
    public static InvoiceView Of(Invoice invoice, bool isLate) => new(
        invoice.Number, invoice.Status, isLate, invoice.IsCreditNote, invoice.Symbol, invoice.Borrower, invoice.Email, invoice.IssuedOn, invoice.PayBy,
        new Money(invoice.Currency, invoice.Total), invoice.Reminders, invoice.Charges, invoice.Steps, InvoiceRules.ActionsOf(invoice));
}

/// <summary>A list of invoices, the newest first.</summary>
public sealed record InvoiceList(IReadOnlyList<InvoiceView> Items);

/// <summary>What stands on no invoice yet, of one borrower in one currency.</summary>
public sealed record ToInvoiceView(string Symbol, string Borrower, Money Total, IReadOnlyList<InvoicedCharge> Charges)
{
    public static ToInvoiceView Of(BorrowersCharges due) => new(due.Borrower.Symbol, due.Borrower.Name, new Money(due.Currency, due.Total), due.Charges);
}

/// <summary>What stands on no invoice yet.</summary>
public sealed record ToInvoiceList(IReadOnlyList<ToInvoiceView> Items);
