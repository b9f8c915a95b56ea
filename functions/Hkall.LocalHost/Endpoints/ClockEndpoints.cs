using Hkall.Domain.Calendar;
using Hkall.LocalHost.Clock;

namespace Hkall.LocalHost.Endpoints;

/// <summary>Reads and moves the bench's clock.</summary>
internal static class ClockEndpoints
{
    /// <summary>The furthest that one call moves the clock, so that a typing error does not move it into the next century.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(3660);

    public static void Map(RouteGroupBuilder bench)
    {
        bench.MapGet("/clock", Read);
        bench.MapPost("/clock", (HttpRequest request, BenchClock clock, BenchDriver driver, CancellationToken cancellation) =>
            BenchProblems.WithBodyAsync<Move>(request, move => DoneAsync(() => MoveAsync(move, clock, driver, cancellation))));
        bench.MapPost("/settle", (BenchClock clock, BenchDriver driver, CancellationToken cancellation) => DoneAsync(async () =>
        {
            await driver.SettleAsync(cancellation);
            return Read(clock, driver);
        }));
    }

    private static async Task<IResult> DoneAsync(Func<Task<IResult>> move)
    {
        try
        {
            return await move();
        }
        catch (TooManyStepsException endless)
        {
            return BenchProblems.Problem(StatusCodes.Status500InternalServerError, "never-settles", endless.Message);
        }
    }

    private static async Task<IResult> MoveAsync(Move move, BenchClock clock, BenchDriver driver, CancellationToken cancellation)
    {
        if (clock.Pace.Mode != ClockMode.Manual)
        {
            return BenchProblems.Problem(
                StatusCodes.Status409Conflict, "clock-not-manual", $"The clock is {clock.Pace}. Start the bench with --clock manual to move it.");
        }

        switch (move)
        {
            case { Advance: { } text, To: null }:
                if (Iso8601.Duration(text) is not { } duration || duration > Furthest)
                {
                    return BenchProblems.Bad(
                        "invalid-duration",
                        $"'{text}' is not a duration of at most {Furthest.Days} days, such as P3DT2H. Months and years have no fixed length.");
                }

                await driver.AdvanceAsync(duration, cancellation);
                return Read(clock, driver);
            case { Advance: null, To: { } text }:
                var now = clock.GetUtcNow();
                if (Iso8601.Instant(text) is not { } to || to > now + Furthest)
                {
                    return BenchProblems.Bad(
                        "invalid-instant",
                        $"'{text}' is not an instant with its offset, at most {Furthest.Days} days ahead, such as 2026-11-23T09:00:00+08:00.");
                }

                if (to < now)
                {
                    return BenchProblems.Bad("clock-backwards", $"It is {InHongKong(now):O} already; the clock never goes back.");
                }

                await driver.AdvanceAsync(to, cancellation);
                return Read(clock, driver);
            default:
                return BenchProblems.Bad("invalid-move", "Give either 'advance' or 'to'.");
        }
    }

    private static IResult Read(BenchClock clock, BenchDriver driver)
    {
        var now = clock.GetUtcNow();
        var next = driver.NextDue;
        return Results.Json(
            new ClockFace(InHongKong(now), clock.Pace.ToString(), clock.Pace.Speed, next is { } due ? InHongKong(due < now ? now : due) : null),
            Keeping.BenchJson.Options);
    }

    private static DateTimeOffset InHongKong(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, LibraryCalendar.HongKong);

    private sealed record Move(string? Advance = null, string? To = null);

    /// <param name="Mode"><c>live</c>, <c>manual</c> or <c>xN</c>.</param>
    /// <param name="NextEvent">When the next work is due; absent where there is none.</param>
    private sealed record ClockFace(DateTimeOffset Now, string Mode, int Speed, DateTimeOffset? NextEvent);
}
