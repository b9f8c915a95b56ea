using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Upkeep;

/// <summary>When the timers of the host go off, as its settings say it; null: the host has no such settings.</summary>
public sealed record JobSchedules(string? Sweep = null, string? Mail = null, string? Retention = null)
{
    public string? Of(Job job) => job switch
    {
        Job.Sweep => Sweep,
        Job.Mail => Mail,
        Job.Retention => Retention,
    };
}

/// <summary>A job as operators see it.</summary>
/// <param name="Schedule">Six-field cron in UTC, or null.</param>
/// <param name="LastEndedAt">Null: it has not come to its end yet.</param>
/// <param name="LateAfterMinutes">After so many minutes without an end it is late, and whoever uses the service makes it run.</param>
public sealed record JobView(
    Job Job, string? Schedule, DateTimeOffset? LastEndedAt, JobDriver? By, DateTimeOffset? FailedAt, int LateAfterMinutes, bool Late);

/// <summary>What runs when, and when it last did.</summary>
public sealed class ScheduleReading(JobRows rows, JobSchedules schedules, MachineTime machine)
{
    public async Task<IReadOnlyList<JobView>> AllAsync(CancellationToken cancellation)
    {
        var now = machine.Clock.GetUtcNow();
        return [.. (await rows.AllAsync(cancellation)).Select(stored => ViewOf(stored.Key, stored.Value?.Run, now))];
    }

    private JobView ViewOf(Job job, JobRun? run, DateTimeOffset now) => new(
        job,
        schedules.Of(job),
        run?.FinishedAt,
        run?.By,
        run?.FailedAt,
        (int)JobLimits.LateAfter(job).TotalMinutes,
        run is not null && JobLimits.IsLate(job, run, now));
}

/// <summary>The answer of <c>GET /api/staff/schedule</c>.</summary>
public sealed record ScheduleView(IReadOnlyList<JobView> Jobs);

/// <summary><c>GET /api/staff/schedule</c>.</summary>
public static class ScheduleEndpoint
{
    public static void MapSchedule(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/staff").RequireAuthorization(SignIn.StaffPolicy).NeedsRole(StaffRole.Administrator)
            .MapGet("schedule", async (ScheduleReading reading, CancellationToken cancellation) =>
                Results.Json(new ScheduleView(await reading.AllAsync(cancellation)), PagedJson.Options))
            .AuditedAs(AuditAction.Listed, about: "schedule")
            .Produces<ScheduleView>().WithName("Schedule").WithSummary("What runs by itself and when, and when it last did.");
}

/// <summary>The detail of <c>/readyz</c>: one line for each job that is late.</summary>
public sealed class LateJobsDetail(ScheduleReading reading) : IReadyDetail
{
    public async Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellation) =>
    [
        .. (await reading.AllAsync(cancellation)).Where(job => job.Late)
            .Select(job => string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"late: {StoredJson.Write(job.Job).Trim('"')}, last ended {job.LastEndedAt:yyyy-MM-ddTHH:mm:ssZ}")),
    ];
}
