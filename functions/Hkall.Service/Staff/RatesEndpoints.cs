using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The body of <c>PUT /api/staff/rates</c>: one rate.</summary>
public sealed record RateForm
{
    public required string Currency { get; init; }

    /// <summary>What one unit costs in Hong Kong dollars; left out or null: the rate is removed.</summary>
    public decimal? HkdPerUnit { get; init; }

    /// <summary>The day of the rate; if left out, today.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A rate as staff see it.</summary>
/// <param name="By">The opaque key of the member of staff who entered it.</param>
public sealed record RateView(string Currency, decimal HkdPerUnit, DateOnly On, string By);

/// <summary>The rates, and who may be asked about them.</summary>
public sealed record RatesView(IReadOnlyList<RateView> Rates)
{
    public static RatesView Of(IEnumerable<StoredRate> rates) => new([.. rates.Select(rate => new RateView(rate.Currency, rate.HkdPerUnit, rate.On, rate.By))]);
}

/// <summary>Staff enter exchange rates. The API and the page both call this.</summary>
public sealed class RateService(RateTable table, PatronRequestProcessor processor)
{
    /// <summary>The highest and the lowest rate taken: more or less is a typing error.</summary>
    private const decimal HighestRate = 1_000;
    private const decimal LowestRate = 0.000_001m;

    /// <summary>A rate is entered soon after its day.</summary>
    private const int LongestAgoDays = 60;

    public Task<IReadOnlyList<StoredRate>> AllAsync(CancellationToken cancellation) => table.AllAsync(cancellation);

    /// <param name="record">Records the change before it is made.</param>
    /// <exception cref="BadInputException">The rate is invalid, or there are too many.</exception>
    public async Task<IReadOnlyList<StoredRate>> PutAsync(
        string staffId, RateForm form, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var today = processor.Book.Calendar.DateOf(processor.Now);
        var fields = new Fields();
        if (!Currencies.IsKnown(form.Currency) || form.Currency == ExchangeRates.Own)
        {
            fields.Fault("currency", "unknown-currency", "A foreign currency of ISO 4217, in three capital letters.");
        }

        if (form.HkdPerUnit is < LowestRate or > HighestRate)
        {
            fields.Fault("hkdPerUnit", "number-out-of-range", $"A number from {LowestRate} to {HighestRate}.");
        }

        fields.Date("on", form.On, today.AddDays(-LongestAgoDays), today);
        fields.ThrowIfAny();
        var before = (await table.AllAsync(cancellation)).FirstOrDefault(known => known.Currency == form.Currency);
        await record([AuditChange.Of(form.Currency, Written(before?.HkdPerUnit), Written(form.HkdPerUnit))]);
        var rate = form.HkdPerUnit is { } perUnit ? new StoredRate(form.Currency, perUnit, form.On ?? today, staffId) : null;
        return await table.PutAsync(form.Currency, rate, cancellation)
            ?? throw BadInputException.Field("currency", "too-many", $"At most {RateTable.MostRates}.");
    }

    private static string? Written(decimal? rate) => rate?.ToString(CultureInfo.InvariantCulture);
}

/// <summary><c>GET</c> and <c>PUT /api/staff/rates</c>.</summary>
public static class RatesEndpoints
{
    public static void MapRates(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("rates", ListAsync).Produces<RatesView>()
            .WithName("Rates").WithSummary("The exchange rates by which foreign charges are compared and charged.");
        staff.MapPut("rates", PutAsync).AuditedAs(AuditAction.ChangedRates, about: "rates")
            .Accepts<RateForm>("application/json").Produces<RatesView>().ProducesProblem(400)
            .WithName("PutRate").WithSummary("Enters or removes the rate of one currency. What patrons have accepted keeps the rate that they were told.")
            .NeedsFreshSignIn();
    }

    private static async Task<IResult> ListAsync(RateService rates, CancellationToken cancellation) =>
        Results.Json(RatesView.Of(await rates.AllAsync(cancellation)), PagedJson.Options);

    private static async Task<IResult> PutAsync(HttpContext context, RateService rates, CancellationToken cancellation) =>
        Results.Json(
            RatesView.Of(await rates.PutAsync(
                context.Patron().Id,
                await StrictJson.ReadAsync<RateForm>(context.Request, cancellation),
                changes => Audited.RecordFirstAsync(context, changes, cancellation),
                cancellation)),
            PagedJson.Options);
}
