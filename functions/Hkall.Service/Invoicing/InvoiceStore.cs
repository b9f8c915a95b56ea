using System.Globalization;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Invoicing;

/// <summary>An invoice with its version.</summary>
public sealed record StoredInvoice(Invoice Invoice, string ETag)
{
    internal static StoredInvoice From(Row row) => new(StoredJson.Read<Invoice>(row.Body), row.ETag!);
}

/// <summary>
/// The invoices, in one partition, so that a number, an invoice and the marks of its charges are one transaction: no number is given twice or
/// left out, and no charge stands on two invoices.
/// </summary>
public sealed class InvoiceStore(IRows rows, IRandom random)
{
    /// <summary>The most charges of one invoice: with the number they fit a transaction, and the row holds them.</summary>
    public const int MostCharges = 60;

    /// <summary>The most invoices that are read at once.</summary>
    public const int MostRead = RowLimits.RowsPerPage;

    private const string Partition = "invoices";
    private const int MaxTries = 8;

    public async Task<StoredInvoice?> FindAsync(string number, CancellationToken cancellation) =>
        IsNumber(number) && await rows.FindAsync(RowTable.Invoices, Partition, InvoiceKey(number), cancellation) is { } row ? StoredInvoice.From(row) : null;

    /// <summary>The invoices of a year and later, the newest first.</summary>
    public async Task<IReadOnlyList<StoredInvoice>> SinceAsync(int year, CancellationToken cancellation)
    {
        var found = new List<StoredInvoice>();
        for (var from = InvoiceKey(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-")); ;)
        {
            var page = await rows.RangeAsync(RowTable.Invoices, Partition, from, "i;", MostRead, openOnly: false, cancellation);
            found.AddRange(page.Select(StoredInvoice.From));
            if (page.Count < MostRead)
            {
                found.Reverse();
                return found;
            }

            from = page[^1].Key + "!";
        }
    }

    /// <summary>The marks of the charges that stand on an invoice that counts: <c>request id:number</c>, and the number of the invoice.</summary>
    public async Task<IReadOnlyDictionary<string, string>> InvoicedAsync(CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var from = "c:"; ;)
        {
            var page = await rows.RangeAsync(RowTable.Invoices, Partition, from, "c;", RowLimits.RowsPerPage, openOnly: false, cancellation);
            foreach (var row in page)
            {
                found[row.Key[2..]] = row.Body;
            }

            if (page.Count < RowLimits.RowsPerPage)
            {
                return found;
            }

            from = page[^1].Key + "!";
        }
    }

    /// <summary>Gives the next number of the year and stores the invoice.</summary>
    /// <param name="make">Makes the invoice from its number.</param>
    /// <returns>Null if one of its charges has been invoiced meanwhile.</returns>
    public async Task<StoredInvoice?> IssueAsync(int year, Func<string, Invoice> make, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var counter = await rows.FindAsync(RowTable.Invoices, Partition, CounterKey(year), cancellation);
            var last = counter is null ? 0 : int.Parse(counter.Body, CultureInfo.InvariantCulture);
            var invoice = make(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{last + 1:D4}"));
            var commit = RequestIds.Base32(random.Bytes(10));
            var next = new Row(Partition, CounterKey(year), (last + 1).ToString(CultureInfo.InvariantCulture), commit) { ETag = counter?.ETag };
            IReadOnlyList<RowWrite> writes =
            [
                counter is null ? new RowWrite.Insert(next) : new RowWrite.Replace(next),
                new RowWrite.Insert(new Row(Partition, InvoiceKey(invoice.Number), StoredJson.Write(invoice), commit)),
                .. invoice.Charges.Select(charge => new RowWrite.Insert(new Row(Partition, ChargeKey(charge), invoice.Number, commit))),
            ];
            await rows.CommitAsync(RowTable.Invoices, Partition, writes, cancellation);

            // A conflict may be our own: the reply was lost, and the storage client tried again.
            if (await rows.FindAsync(RowTable.Invoices, Partition, InvoiceKey(invoice.Number), cancellation) is { } stored && stored.Commit == commit)
            {
                return StoredInvoice.From(stored);
            }

            foreach (var charge in invoice.Charges)
            {
                if (await rows.FindAsync(RowTable.Invoices, Partition, ChargeKey(charge), cancellation) is not null)
                {
                    return null;
                }
            }
        }

        throw new InvalidOperationException("Others kept issuing invoices at the same time.");
    }

    /// <summary>Stores the invoice as it stands now; the charges of a cancelled one can be invoiced anew.</summary>
    /// <returns>Null if it has changed since it was read.</returns>
    public async Task<StoredInvoice?> ReplaceAsync(StoredInvoice before, Invoice after, CancellationToken cancellation)
    {
        var commit = RequestIds.Base32(random.Bytes(10));
        var row = new Row(Partition, InvoiceKey(after.Number), StoredJson.Write(after), commit) { ETag = before.ETag };
        IReadOnlyList<RowWrite> writes =
        [
            new RowWrite.Replace(row),
            .. after.Status == InvoiceStatus.Cancelled ? after.Charges.Select(charge => new RowWrite.Delete(ChargeKey(charge))) : [],
        ];
        await rows.CommitAsync(RowTable.Invoices, Partition, writes, cancellation);
        return await rows.FindAsync(RowTable.Invoices, Partition, InvoiceKey(after.Number), cancellation) is { } stored && stored.Commit == commit
            ? StoredInvoice.From(stored)
            : null;
    }

    /// <summary>Deletes the invoices of the years before; the counters stay, so that no number is given again.</summary>
    public async Task ForgetAsync(int beforeYear, CancellationToken cancellation)
    {
        var to = InvoiceKey(string.Create(CultureInfo.InvariantCulture, $"{beforeYear:D4}-"));
        while (await rows.RangeAsync(RowTable.Invoices, Partition, "i:", to, 1, openOnly: false, cancellation) is [var row])
        {
            var invoice = StoredJson.Read<Invoice>(row.Body);
            IReadOnlyList<RowWrite> writes =
            [
                new RowWrite.Delete(row.Key),
                .. invoice.Status == InvoiceStatus.Cancelled ? [] : invoice.Charges.Select(charge => new RowWrite.Delete(ChargeKey(charge))),
            ];
            if (!(await rows.CommitAsync(RowTable.Invoices, Partition, writes, cancellation)).Committed)
            {
                return;
            }
        }
    }

    public static string MarkOf(string requestId, int number) => string.Create(CultureInfo.InvariantCulture, $"{requestId}:{number:D3}");

    private static bool IsNumber(string number) => number is { Length: >= 9 and <= 12 } && number.All(c => char.IsAsciiDigit(c) || c == '-');

    private static string CounterKey(int year) => string.Create(CultureInfo.InvariantCulture, $"n:{year:D4}");

    private static string InvoiceKey(string number) => $"i:{number}";

    private static string ChargeKey(InvoicedCharge charge) => $"c:{MarkOf(charge.RequestId, charge.Number)}";
}
