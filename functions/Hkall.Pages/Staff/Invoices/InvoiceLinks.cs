using Hkall.Service.Invoicing;

namespace Hkall.Pages.Staff.Invoices;

/// <summary>The addresses of the invoices' pages.</summary>
public static class InvoiceLinks
{
    public const string All = "/staff/invoices";

    public static string One(string number) => $"{All}/{number}";

    public static string Print(string number) => $"{All}/{number}/print";

    public static string ShadeOf(InvoiceStatus status, bool isLate) => status switch
    {
        InvoiceStatus.Issued => "you",
        InvoiceStatus.Sent => isLate ? "bad" : "good",
        InvoiceStatus.Paid or InvoiceStatus.Cancelled => "over",
    };
}
