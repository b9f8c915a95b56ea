using System.Globalization;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The page of the exchange rates; a form without a rate removes the one of its currency.</summary>
internal static class RatesPages
{
    private const string Address = "/staff/rates";

    public static void MapRatesPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, ShowAsync);
        pages.MapPost(Address, PutAsync).AuditedAs(AuditAction.ChangedRates, about: "rates").NeedsFreshSession();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string? told, RateService rates, PatronRequestProcessor processor, CancellationToken cancellation) =>
        PageRoutes.Page<RatesPage>(new Dictionary<string, object?>
        {
            ["Rates"] = await rates.AllAsync(cancellation),
            ["Charges"] = processor.Book.Policy,
            ["Told"] = told == "kept" ? Visit.Of(context).Say("Saved.") : null,
        });

    private static async Task<IResult> PutAsync(
        HttpContext context, RateService rates, PatronRequestProcessor processor, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        try
        {
            await rates.PutAsync(
                context.Patron().Id, form.Read(Read), changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation);
            return PageRoutes.Then(Address, "kept");
        }
        catch (BadInputException bad)
        {
            return PageRoutes.Page<RatesPage>(
                new Dictionary<string, object?>
                {
                    ["Rates"] = await rates.AllAsync(cancellation),
                    ["Charges"] = processor.Book.Policy,
                    ["Form"] = form,
                    ["Wrong"] = bad.Errors,
                },
                bad.Status);
        }
    }

    private static RateForm Read(PageForm form, Fields faults)
    {
        decimal? perUnit = null;
        if (form["hkdPerUnit"] is { } text)
        {
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                perUnit = number;
            }
            else
            {
                faults.Fault("hkdPerUnit", "number-out-of-range", "A number such as 7.8.");
            }
        }

        return new RateForm { Currency = form["currency"]?.Trim().ToUpperInvariant() ?? string.Empty, HkdPerUnit = perUnit, On = form.Date("on", faults) };
    }
}
