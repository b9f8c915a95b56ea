using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Privacy;
using Hkall.Service.Replies;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Upkeep;

/// <summary>Jobs run though no timer goes off: whoever uses the service makes late ones run, in one process at a time.</summary>
public sealed class JobsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly MemoryRows _rows = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly Work _work = new();

    [Fact]
    public async Task Without_a_timer_use_makes_each_job_run_when_it_is_late_and_not_before()
    {
        var late = Process();
        for (var minute = 0; minute < 120; minute++)
        {
            await UseAsync(late);
            _clock.Advance(Minute);
        }

        // At 15, 30, 45 … 105 minutes after the first use.
        _work.Ran.Count(job => job == Job.Sweep).ShouldBe(7);
        _work.Ran.Count(job => job == Job.Mail).ShouldBe(7);
        _work.Ran.ShouldNotContain(Job.Retention);
    }

    [Fact]
    public async Task Erasing_runs_once_a_day()
    {
        var late = Process();
        for (var hour = 0; hour < 24 * 10; hour++)
        {
            await UseAsync(late);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        _work.Ran.Count(job => job == Job.Retention).ShouldBe(9);
    }

    [Fact]
    public async Task While_the_timers_go_off_use_makes_nothing_run()
    {
        var late = Process();
        for (var minute = 0; minute < 60; minute++)
        {
            if (minute % 5 == 0)
            {
                await Jobs().RunAsync(Job.Sweep, JobDriver.Timer, CancellationToken.None);
                await Jobs().RunAsync(Job.Mail, JobDriver.Timer, CancellationToken.None);
            }

            await UseAsync(late);
            _clock.Advance(Minute);
        }

        _work.Ran.Count.ShouldBe(24);
        (await StateAsync(Job.Sweep)).By.ShouldBe(JobDriver.Timer);
    }

    [Fact]
    public async Task Of_many_processes_that_find_a_job_late_one_runs_it()
    {
        await UseAsync(Process());
        _clock.Advance(JobLimits.Often);
        var processes = Enumerable.Range(0, 20).Select(_ => Process()).ToList();
        _work.During = new TaskCompletionSource();

        processes.ForEach(process => process.Used());
        _work.During.SetResult();
        await Task.WhenAll(processes.Select(process => process.Running));

        _work.Ran.Count(job => job == Job.Sweep).ShouldBe(1);
        _work.Ran.Count(job => job == Job.Mail).ShouldBe(1);
    }

    [Fact]
    public async Task If_the_process_that_runs_it_dies_another_runs_it_within_twenty_minutes_of_the_last_end()
    {
        await Jobs().RunAsync(Job.Sweep, JobDriver.Timer, CancellationToken.None);
        await Jobs().RunAsync(Job.Mail, JobDriver.Timer, CancellationToken.None);
        var ended = _clock.GetUtcNow();
        _clock.Advance(JobLimits.Often);
        _work.During = new TaskCompletionSource();
        Process().Used();
        _work.During = null;

        var other = Process();
        while (_work.Ran.Count(job => job == Job.Sweep) < 3)
        {
            _clock.Advance(Minute);
            await UseAsync(other);
        }

        (_clock.GetUtcNow() - ended).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(20));
        (await StateAsync(Job.Sweep)).By.ShouldBe(JobDriver.Use);
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_and_keeps_no_other_from_running()
    {
        var late = Process();
        await UseAsync(late);
        _clock.Advance(JobLimits.Often);
        _work.Fails = Job.Sweep;

        await UseAsync(late);
        _work.Ran.ShouldBe([Job.Sweep, Job.Mail]);
        (await StateAsync(Job.Sweep)).FailedAt.ShouldBe(_clock.GetUtcNow());

        _work.Fails = null;
        _clock.Advance(Minute);
        await UseAsync(late);
        _work.Ran.ShouldBe([Job.Sweep, Job.Mail, Job.Sweep]);
        (await StateAsync(Job.Sweep)).ShouldSatisfyAllConditions(
            state => state.FailedAt.ShouldBeNull(), state => state.FinishedAt.ShouldBe(_clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_failed_timer_is_recorded_and_still_fails()
    {
        _work.Fails = Job.Retention;

        await Should.ThrowAsync<StorageUnavailableException>(() => Jobs().RunAsync(Job.Retention, JobDriver.Timer, CancellationToken.None));

        (await StateAsync(Job.Retention)).FailedAt.ShouldBe(_clock.GetUtcNow());
    }

    [Fact]
    public async Task A_look_of_one_process_costs_one_storage_request_a_minute_however_much_it_is_used()
    {
        var requests = 0;
        var rows = new MemoryRows(_ => requests++);
        var late = Process(rows);
        await UseAsync(late);
        requests = 0;

        for (var second = 0; second < 600; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await UseAsync(late);
        }

        requests.ShouldBe(10);
    }

    [Fact]
    public async Task Storage_that_is_away_does_no_harm_to_who_uses_the_service()
    {
        var late = Process(new MemoryRows(_ => throw new StorageUnavailableException("away")));

        late.Used();
        await late.Running;
    }

    [Fact]
    public async Task What_operators_see_is_when_each_job_ended_and_what_made_it_run()
    {
        await Jobs().RunAsync(Job.Sweep, JobDriver.Timer, CancellationToken.None);
        await UseAsync(Process());
        _clock.Advance(TimeSpan.FromMinutes(16));

        var seen = await new ScheduleReading(Rows(_rows), new JobSchedules("0 */5 * * * *"), new MachineTime(_clock)).AllAsync(CancellationToken.None);

        seen.Select(job => (job.Job, job.By, job.Late, job.LateAfterMinutes)).ShouldBe(
            [(Job.Sweep, JobDriver.Timer, true, 15), (Job.Mail, null, true, 15), (Job.Retention, null, false, 1_500)]);
        seen[0].ShouldSatisfyAllConditions(
            job => job.Schedule.ShouldBe("0 */5 * * * *"), job => job.LastEndedAt.ShouldBe(_clock.GetUtcNow() - TimeSpan.FromMinutes(16)));
    }

    private static JobRows Rows(IRows rows) => new(rows, new SystemRandom());

    private static async Task UseAsync(LateJobs late)
    {
        late.Used();
        await late.Running;
    }

    private Jobs Jobs(IRows? rows = null) => new(Rows(rows ?? _rows), new MachineTime(_clock), _work, _work, _work, _work, NullLogger<Jobs>.Instance);

    private LateJobs Process(IRows? rows = null) => new(Jobs(rows), new MachineTime(_clock), NullLogger<LateJobs>.Instance);

    private async Task<JobRun> StateAsync(Job job) => (await Rows(_rows).FindAsync(job, CancellationToken.None))!.Value.Run;

    /// <summary>The jobs themselves, which only note that they began.</summary>
    private sealed class Work : ISweep, IQueuedMailSender, IRetention, IReplies
    {
        private readonly Lock _lock = new();
        private readonly List<Job> _ran = [];

        public IReadOnlyList<Job> Ran
        {
            get
            {
                lock (_lock)
                {
                    return [.. _ran];
                }
            }
        }

        public Job? Fails { get; set; }

        public TaskCompletionSource? During { get; set; }

        public DateTimeOffset? NextRun => null;

        public DateTimeOffset? NextLook => null;

        async Task<int> ISweep.RunAsync(CancellationToken cancellation) => await RunAsync(Job.Sweep);

        async Task<DateTimeOffset?> IQueuedMailSender.RunAsync(CancellationToken cancellation)
        {
            await RunAsync(Job.Mail);
            return null;
        }

        public bool IsOn => false;

        Task<int> IReplies.RunAsync(CancellationToken cancellation) => Task.FromResult(0);

        async Task<int> IRetention.RunAsync(CancellationToken cancellation) => await RunAsync(Job.Retention);

        public Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> DueEntriesAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<(string, DateTimeOffset)>>([]);

        private async Task<int> RunAsync(Job job)
        {
            lock (_lock)
            {
                _ran.Add(job);
            }

            if (During is { } during)
            {
                await during.Task;
            }

            return Fails == job ? throw new StorageUnavailableException("away") : 0;
        }
    }
}
