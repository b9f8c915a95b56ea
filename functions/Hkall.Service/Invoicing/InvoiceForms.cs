using Hkall.Domain;
using Hkall.Service.Web;

namespace Hkall.Service.Invoicing;

/// <summary>The body of <c>POST /api/staff/invoices</c>: what is invoiced.</summary>
public sealed record IssueForm
{
    /// <summary>The charges of one request to lend.</summary>
    public string? RequestId { get; init; }

    /// <summary>Without a request: the borrower whose charges are invoiced.</summary>
    public string? Symbol { get; init; }

    /// <summary>With a symbol: the last day whose charges count; if absent, today.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>The body of an action on an invoice; the action decides which members apply.</summary>
public sealed record InvoiceForm
{
    /// <summary>For <c>send</c> and <c>remind</c>; if absent, by mail where the borrower has an address for it.</summary>
    public InvoiceBy? How { get; init; }

    /// <summary>For <c>paid</c>: the day of the payment; if absent, today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>For <c>cancel</c> and <c>unpaid</c>: the reason. Otherwise a note for staff.</summary>
    public string? Note { get; init; }

    /// <exception cref="BadInputException">A member is invalid or missing.</exception>
    internal InvoiceStep ToStep(InvoiceAction action, Invoice invoice, string staffId, DateOnly today, DateTimeOffset now)
    {
        var fields = new Fields();
        var note = fields.Text("note", Note, Limits.Reason, lines: true);
        fields.Date("on", On, invoice.IssuedOn, today);
        if (action is InvoiceAction.Cancel or InvoiceAction.Unpaid && note is null)
        {
            fields.Fault("note", "missing-member", "The reason: what was wrong.");
        }

        var tells = action is InvoiceAction.Send or InvoiceAction.Remind;
        var how = tells ? How ?? (invoice.Email is null ? InvoiceBy.Post : InvoiceBy.Mail) : (InvoiceBy?)null;
        if (how == InvoiceBy.Mail && invoice.Email is null)
        {
            fields.Fault("how", "not-an-address", "The borrower has no mail address: print the invoice and post it.");
        }

        fields.ThrowIfAny();
        return new InvoiceStep(now, action, staffId, how, action == InvoiceAction.Paid ? On ?? today : null, note);
    }

    /// <returns>Null if staff have no such action.</returns>
    internal static InvoiceAction? ActionOf(string name) =>
        Enum.GetValues<InvoiceAction>().Where(action => action != InvoiceAction.Issue && Names.Of(action) == name).Cast<InvoiceAction?>().FirstOrDefault();
}
