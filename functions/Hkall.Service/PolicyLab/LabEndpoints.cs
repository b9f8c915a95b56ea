using Hkall.Domain.Model;
using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.PolicyLab;

/// <summary>The figures of one group of patrons, under the policy in force and under the version that is tried.</summary>
/// <param name="Group">Left out in the row of all groups.</param>
public sealed record LabRow(PatronGroup? Group, LabFigures InForce, LabFigures Tried);

/// <summary>What a version of the policy would have made of the requests placed on some days.</summary>
/// <param name="From">The first day of placing.</param>
/// <param name="To">The last day of placing.</param>
/// <param name="FromStatistics">How many of the requests have no history any more.</param>
/// <param name="LeftOut">Whether there were more requests than are read.</param>
/// <param name="Changes">Whether anything would have been different.</param>
/// <param name="NotReplayed">What cannot be known, in sentences.</param>
public sealed record LabView(
    int Version, DateOnly From, DateOnly To, int FromStatistics, bool LeftOut, bool Changes, LabRow All, IReadOnlyList<LabRow> Groups,
    IReadOnlyList<string> NotReplayed)
{
    public static LabView Of(int version, LabResult result)
    {
        var rows = Enum.GetValues<PatronGroup>().Select(group => new LabRow(group, result.InForce[group], result.Tried[group])).ToList();
        return new LabView(
            version, result.Period.From, result.Period.To, result.Facts.FromStatistics, result.Facts.LeftOut, rows.Any(row => row.InForce != row.Tried),
            new LabRow(
                null,
                rows.Aggregate(LabFigures.None, (sum, row) => sum + row.InForce),
                rows.Aggregate(LabFigures.None, (sum, row) => sum + row.Tried)),
            rows,
            [.. LabService.NotReplayed.Select(sentence => sentence.English)]);
    }
}

/// <summary><c>GET /api/staff/policies/{version}/lab</c>.</summary>
public static class LabEndpoints
{
    public static void MapPolicyLab(this IEndpointRouteBuilder staff) =>
        staff.MapGet("policies/{version}/lab", TryAsync).AuditedAs(AuditAction.ReadReport, "version")
            .Produces<LabView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(422)
            .WithName("PolicyLab").WithSummary("What a version of the policy would have made of the requests placed on some days, beside the policy in force.");

    private static async Task<IResult> TryAsync(int version, string? from, string? to, LabService lab, CancellationToken cancellation) =>
        await lab.TryAsync(version, from, to, cancellation) is { } result
            ? Results.Json(LabView.Of(version, result), PagedJson.Options) : Problems.NotFound();
}
