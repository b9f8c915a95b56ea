using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Invoicing;

/// <summary>The result of an action of staff on an invoice.</summary>
public abstract record InvoiceOutcome
{
    private InvoiceOutcome()
    {
    }

    public sealed record Done(StoredInvoice Stored) : InvoiceOutcome;

    /// <summary>It stood so already.</summary>
    public sealed record NoChange(StoredInvoice Stored) : InvoiceOutcome;

    public sealed record Refused(Refusal Refusal, string Why) : InvoiceOutcome;

    /// <summary>Somebody else changed it meanwhile, or the page was opened before.</summary>
    public sealed record ChangedSince(StoredInvoice Stored) : InvoiceOutcome;

    /// <summary>The mail did not go. The same order again sends it once.</summary>
    public sealed record NotSent(string Why) : InvoiceOutcome;

    public sealed record NoSuchInvoice : InvoiceOutcome;
}

/// <summary>Everything that staff do with invoices, on the pages and through the API.</summary>
public sealed class InvoiceService(
    InvoiceStore store, ChargesToInvoice charges, InvoiceMail mail, RequestStore<LendingRequest, LendingEvent> requests, PartnerDirectory directory,
    LendingRequestProcessor processor, PolicyInForce policy)
{
    private DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);

    /// <summary>What stands on no invoice yet, up to today.</summary>
    public Task<IReadOnlyList<BorrowersCharges>> ToInvoiceAsync(CancellationToken cancellation) =>
        charges.OfAllAsync(processor.Now, Today, cancellation);

    /// <summary>The invoices of this year and the last, the newest first, and older open ones.</summary>
    public async Task<IReadOnlyList<StoredInvoice>> AllAsync(CancellationToken cancellation) =>
        [.. (await store.SinceAsync(Today.Year - policy.Document.Invoices.KeptYears, cancellation))
            .Where(stored => stored.Invoice.IsOpen || stored.Invoice.IssuedOn.Year >= Today.Year - 1)];

    public bool IsLate(Invoice invoice) => invoice is { IsOpen: true, IsCreditNote: false } && invoice.PayBy < Today;

    public Task<StoredInvoice?> FindAsync(string number, CancellationToken cancellation) => store.FindAsync(number, cancellation);

    /// <summary>
    /// Invoices the charges of one request, or of one borrower. There are several invoices where there are several currencies or very many charges.
    /// </summary>
    /// <returns>Empty if there is nothing to invoice; null if there is no such request.</returns>
    /// <exception cref="BadInputException">The form names neither a request nor a borrower.</exception>
    public async Task<IReadOnlyList<StoredInvoice>?> IssueAsync(string staffId, IssueForm form, CancellationToken cancellation)
    {
        var due = await DueAsync(form, cancellation);
        if (due is null)
        {
            return null;
        }

        var issued = new List<StoredInvoice>();
        foreach (var one in due)
        {
            var language = (await directory.FindAsync(one.Borrower.Symbol, cancellation))?.Contact.Reads() ?? NoticeLanguage.English;
            foreach (var some in one.Charges.Chunk(InvoiceStore.MostCharges))
            {
                if (await store.IssueAsync(Today.Year, number => InvoiceOf(number, one, some, language, staffId), cancellation) is { } stored)
                {
                    issued.Add(stored);
                }
            }
        }

        return issued;
    }

    /// <param name="seen">The version that the page showed; null if the order does not say.</param>
    public async Task<InvoiceOutcome> ActAsync(
        string staffId, string number, InvoiceAction action, string? seen, Func<Task<InvoiceForm>> read, CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } before)
        {
            return new InvoiceOutcome.NoSuchInvoice();
        }

        if (seen is not null && seen != VersionOf(before))
        {
            return new InvoiceOutcome.ChangedSince(before);
        }

        var step = (await read()).ToStep(action, before.Invoice, staffId, Today, processor.Now);
        switch (InvoiceRules.Decide(before.Invoice, step))
        {
            case InvoiceDecision.Refused(var refusal, var why):
                return new InvoiceOutcome.Refused(refusal, why);
            case InvoiceDecision.Changed(var after):
                // The mail goes first, under a key that the next try repeats: an invoice that counts as sent has gone.
                if (step.How == InvoiceBy.Mail && await mail.SendAsync(before.Invoice, step.What, cancellation) is { } failure)
                {
                    return new InvoiceOutcome.NotSent(failure);
                }

                return await store.ReplaceAsync(before, after, cancellation) is { } stored
                    ? new InvoiceOutcome.Done(stored)
                    : await store.FindAsync(number, cancellation) is { } now ? new InvoiceOutcome.ChangedSince(now) : new InvoiceOutcome.NoSuchInvoice();
            default:
                return new InvoiceOutcome.NoChange(before);
        }
    }

    /// <summary>Counts the steps, so that a page that was opened before a step is known to be old.</summary>
    public static string VersionOf(StoredInvoice stored) => FormattableString.Invariant($"{stored.Invoice.Number}.{stored.Invoice.Steps.Count}");

    private async Task<IReadOnlyList<BorrowersCharges>?> DueAsync(IssueForm form, CancellationToken cancellation)
    {
        if (form.RequestId is { } id)
        {
            return await LendingEndpoints.FindAsync(id, requests, cancellation) is { } stored ? await charges.OfAsync(stored.Request, cancellation) : null;
        }

        var fields = new Fields();
        fields.Date("until", form.Until, new DateOnly(2000, 1, 1), Today.AddYears(1));
        if (string.IsNullOrWhiteSpace(form.Symbol))
        {
            fields.Fault("symbol", "missing-member", "A request, or a borrower.");
        }

        fields.ThrowIfAny();
        return [.. (await charges.OfAllAsync(processor.Now, form.Until ?? Today, cancellation)).Where(one => one.Borrower.Symbol == form.Symbol)];
    }

    private Invoice InvoiceOf(string number, BorrowersCharges due, IReadOnlyList<InvoicedCharge> lines, NoticeLanguage language, string staffId) => new()
    {
        Number = number,
        Symbol = due.Borrower.Symbol,
        Borrower = due.Borrower.Name,
        Address = due.Borrower.Address ?? [],
        Email = due.Borrower.Email is { Length: > 0 } email ? email : null,
        Language = language,
        IssuedOn = Today,
        PayBy = Today.AddDays(policy.Document.Invoices.PayWithinDays),
        Currency = due.Currency,
        Charges = lines,
        Steps = [new InvoiceStep(processor.Now, InvoiceAction.Issue, staffId)],
    };
}
