using System.Globalization;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Tests;

/// <summary>Some of the runs that the program makes by the thousand.</summary>
public sealed class SeedTests
{
    /// <summary>Few enough for some seconds, and enough that every fault happens in one of them.</summary>
    private const int Seeds = 24;

    private const int ManySeeds = 100;

    private static readonly Lazy<IReadOnlyList<RunResult>> Results = new(() => Campaign.All(new RunPlan(0), from: 1, Seeds, threads: 2));

    /// <summary>Runs that once found something, or came near it; they are kept for ever.</summary>
    public static TheoryData<ulong> Golden => new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tests", "golden-seeds.txt"))
        .Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Select(line => ulong.Parse(line, CultureInfo.InvariantCulture)));

    /// <summary>Takes seconds: each seed is some weeks of a library.</summary>
    [Fact]
    public void No_request_is_lost_and_nothing_is_done_twice_under_any_fault() => ShouldPass(Results.Value);

    [Fact]
    [Trait("Run", "Full")]
    public void No_request_is_lost_and_nothing_is_done_twice_in_a_hundred_runs() =>
        ShouldPass(Campaign.All(new RunPlan(0), from: 1, ManySeeds, threads: 2));

    [Fact]
    public void Every_fault_is_seen_to_happen() =>
        Enum.GetValues<FaultKind>().Where(kind => Results.Value.Sum(result => result.Fired[(int)kind]) == 0).ShouldBeEmpty();

    [Fact]
    public void The_same_seed_is_the_same_run_on_whatever_thread()
    {
        const int Some = 8;

        var again = Campaign.All(new RunPlan(0), from: 1, Some, threads: 3);

        again.Select(result => (result.Hash, result.Steps)).ShouldBe(Results.Value.Take(Some).Select(result => (result.Hash, result.Steps)));
        again.Select(result => result.Hash).ShouldBeUnique();
    }

    [Fact]
    public void Requests_go_all_the_way() =>
        Results.Value.Sum(result => result.Lifecycles).ShouldBeGreaterThan(Seeds * 4);

    [Theory]
    [MemberData(nameof(Golden))]
    public void A_run_that_once_failed_does_not_fail_again(ulong seed) =>
        OneRun.Play(new RunPlan(seed)).Violations.ShouldBeEmpty();

    /// <summary>The requests come in the first half; whoever is asked answers, and nothing else goes wrong.</summary>
    [Fact]
    public void Staff_who_press_everything_on_old_pages_for_a_thousand_days_break_no_promise()
    {
        HashSet<FaultKind> people = [FaultKind.StalePage, FaultKind.BlindScript, FaultKind.StaffAgain, FaultKind.ClickedTwice, FaultKind.LibrarySilent];
        var plan = new RunPlan(0) { Storm = TimeSpan.FromDays(1_000), Requests = 40, People = 6, Faults = people, Fury = 4 };

        var results = Campaign.All(plan, from: 1, seeds: 4, threads: 2);

        ShouldPass(results);
        results.Sum(result => result.Fired[(int)FaultKind.StalePage]).ShouldBeGreaterThan(100);
        results.Sum(result => result.Fired[(int)FaultKind.BlindScript]).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Staff_who_undo_set_dates_open_again_and_telephone_break_no_promise()
    {
        HashSet<FaultKind> people = [FaultKind.SlipOfTheHand, FaultKind.Telephone, FaultKind.StalePage, FaultKind.ClickedTwice, FaultKind.LibrarySilent];
        var plan = new RunPlan(0) { Storm = TimeSpan.FromDays(400), Requests = 40, People = 6, Faults = people, Fury = 6 };

        var results = Campaign.All(plan, from: 1, seeds: 6, threads: 2);

        ShouldPass(results);
        results.Sum(result => result.Fired[(int)FaultKind.SlipOfTheHand]).ShouldBeGreaterThan(100);
        results.Sum(result => result.Fired[(int)FaultKind.Telephone]).ShouldBeGreaterThan(50);
    }

    private static void ShouldPass(IReadOnlyList<RunResult> results) =>
        results.Where(result => !result.Passed).Select(result => $"{SeedArguments.Replay(result.Plan)}: {result.Violations[0]}").ShouldBeEmpty();
}
