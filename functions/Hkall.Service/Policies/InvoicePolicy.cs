namespace Hkall.Service.Policies;

/// <summary>Invoices to borrowers, as the library decides.</summary>
public sealed record InvoicePolicy
{
    /// <summary>Upper bound for the time to pay, in calendar days.</summary>
    private const int LongestDays = 365;

    /// <summary>The longest text about the payment, in characters.</summary>
    private const int LongestText = 500;

    /// <summary>Calendar days from the invoice to the last day for its payment.</summary>
    public int PayWithinDays { get; init; } = 30;

    /// <summary>How to pay, in English: an account, a cheque; null: the borrower is asked to reply for it.</summary>
    public string? HowToPay { get; init; }

    /// <summary>The same in Traditional Chinese.</summary>
    public string? HowToPayZhHant { get; init; }

    /// <summary>Whole years for which an invoice is kept. Hong Kong's Inland Revenue Ordinance (Cap. 112, s. 51C) asks for seven.</summary>
    public int KeptYears { get; init; } = 7;

    internal IEnumerable<string> Faults()
    {
        if (PayWithinDays is < 1 or > LongestDays)
        {
            yield return $"invoices.payWithinDays: {PayWithinDays}: a number from 1 to {LongestDays}.";
        }

        if (KeptYears is < 1 or > 30)
        {
            yield return $"invoices.keptYears: {KeptYears}: a number from 1 to 30.";
        }

        if (HowToPay?.Length > LongestText || HowToPayZhHant?.Length > LongestText)
        {
            yield return $"invoices.howToPay: at most {LongestText} characters.";
        }
    }
}
