using Hkall.Domain;
using Hkall.Service.Upkeep;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Tests;

/// <summary>Every timer of the host is dead: those of the sweep, the mail and the erasing, and those that wake requests.</summary>
public sealed class NoTimersTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(20);

    /// <summary>Takes seconds: it is a month of a library, looked at every minute.</summary>
    [Fact]
    public void For_thirty_days_nothing_is_overdue_by_more_than_twenty_minutes_while_anybody_uses_the_service() => NothingIsOverdue(1);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("Run", "Full")]
    public void Nor_is_it_in_other_months(ulong seed) => NothingIsOverdue(seed);

    /// <summary>Otherwise the tests above would prove nothing.</summary>
    [Fact]
    public void While_nobody_uses_the_service_requests_stay_overdue() => Play(1, used: false).Late.ShouldNotBeEmpty();

    private static void NothingIsOverdue(ulong seed)
    {
        var (world, late, passed) = Play(seed, used: true);

        world.Ledger.Violations.ShouldBeEmpty();
        late.ShouldBeEmpty();
        passed.ShouldBeGreaterThan(5, "Deadlines fell due.");
        JobsOf(world).ShouldBe([Job.Sweep, Job.Mail, Job.Retention]);
    }

    private static (World World, IReadOnlyList<string> Late, int Passed) Play(ulong seed, bool used)
    {
        var plan = new RunPlan(seed)
        {
            NoTimers = true,
            Storm = Month,
            Requests = 12,
            People = 4,
            Faults = new HashSet<FaultKind> { FaultKind.LibrarySilent },
            Fury = 8,
        };
        var world = new World(plan);
        var (dice, late, deadlines) = (world.Dice.Fork(0x05E), new List<string>(), new HashSet<(string, int)>());
        world.Patrons.Place(plan.Requests);
        var end = world.Stage.Now + Month;
        Look();
        if (used)
        {
            Use();
        }

        while (world.Stage.Now < end && world.Ledger.Violations.Count == 0 && world.Stage.Step())
        {
        }

        return (world, late, deadlines.Count);

        void Use()
        {
            world.Stage.After(dice.Between(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(3)), Use);
            if (world.AnyProcess(dice) is { } process)
            {
                process.Work("use", () => UsedAsync(process));
            }
        }

        void Look()
        {
            world.Stage.After(TimeSpan.FromMinutes(1), Look);
            foreach (var story in world.Ledger.Stories.Where(story => story.State.Status.IsOpen() && story.State.Deadline?.At < world.Stage.Now))
            {
                deadlines.Add((story.Id, story.State.Deadline!.Id));
                if (story.State.Deadline.At < world.Stage.Now - Grace)
                {
                    late.Add($"{story.Id} waits for {story.State.Deadline} at {world.Stage.Now}");
                }
            }
        }
    }

    private static async Task UsedAsync(Process process)
    {
        var late = process.Get<LateJobs>();
        late.Used();
        await late.Running;
    }

    private static IEnumerable<Job> JobsOf(World world) =>
        Enum.GetValues<Job>().Where(job => new JobRows(world.Rows, world.Chance).FindAsync(job, CancellationToken.None).GetAwaiter().GetResult()?.Run
            is { By: JobDriver.Use, FinishedAt: { } ended } && world.Stage.Now - ended < JobLimits.LateAfter(job) + (Grace / 2));
}
