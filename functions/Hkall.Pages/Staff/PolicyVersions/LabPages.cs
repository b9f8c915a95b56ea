using System.Globalization;
using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.PolicyLab;
using Hkall.Service.Reports;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.PolicyVersions;

/// <summary>What a version of the policy would have made of a period, as figures and as a picture.</summary>
internal static class LabPages
{
    public static void MapLabPages(this IEndpointRouteBuilder pages) =>
        pages.MapMethods($"{PolicyVersionPages.Address}/{{version:int}}/lab", PageRoutes.Reading, ShowAsync).AuditedAs(AuditAction.ReadReport, "version");

    /// <summary>The figures that are counted, by the name of their label.</summary>
    public static IReadOnlyList<(string Name, Func<LabFigures, decimal> Of)> Figures { get; } =
    [
        ("requests", figures => figures.Requests), ("not-offered", figures => figures.NotOffered), ("quota-reached", figures => figures.QuotaReached),
        ("charges", figures => figures.Charges), ("charged-hkd", figures => figures.ChargedHkd), ("renewals", figures => figures.Renewals),
        ("overdue", figures => figures.Overdue), ("fines", figures => figures.Fines), ("mails", figures => figures.Mails),
    ];

    /// <summary>The figures that differ, as bars; empty if none does.</summary>
    public static string Picture(LabRow all, NoticeLanguage language)
    {
        var bars = Figures.Where(figure => figure.Of(all.InForce) != figure.Of(all.Tried))
            .Select(figure => new Bar(language.Named("lab-figure", figure.Name), [figure.Of(all.InForce), figure.Of(all.Tried)])).ToList();
        return bars.Count == 0 ? string.Empty : BarChart.Draw(
            Text.Of("What would have been different").In(language), [Text.Of("policy in force").In(language), Text.Of("this version").In(language)], bars);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, int version, string? from, string? to, LabService lab, CancellationToken cancellation)
    {
        LabView? view = null;
        IReadOnlyList<Text>? wrong = null;
        var status = StatusCodes.Status200OK;
        try
        {
            if (await lab.TryAsync(version, from, to, cancellation) is not { } result)
            {
                return Problems.NotFound();
            }

            view = LabView.Of(version, result);
        }
        catch (BadInputException bad)
        {
            (wrong, status) = (PolicyVersionPages.Said(bad), bad.Status);
        }

        return PageRoutes.Page<LabPage>(
            new Dictionary<string, object?>
            {
                ["Version"] = version,
                ["View"] = view,
                ["From"] = view?.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? from,
                ["To"] = view?.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? to,
                ["Wrong"] = wrong,
                ["Picture"] = view is null ? null : Picture(view.All, Visit.Of(context).Language),
            },
            status);
    }
}
