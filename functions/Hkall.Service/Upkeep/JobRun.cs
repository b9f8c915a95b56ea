using System.Text.Json.Serialization;

namespace Hkall.Service.Upkeep;

/// <summary>The jobs that nobody asks for. The names are stored and never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Job>))]
public enum Job
{
    /// <summary>Takes up requests whose time has come and that nothing woke.</summary>
    [JsonStringEnumMemberName("sweep")] Sweep,

    /// <summary>Sends mails that wait, and reads the answers to mails.</summary>
    [JsonStringEnumMemberName("mail")] Mail,

    /// <summary>Erases what has been kept long enough.</summary>
    [JsonStringEnumMemberName("retention")] Retention,
}

/// <summary>What made a job run. The names are stored and never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobDriver>))]
public enum JobDriver
{
    /// <summary>Its timer; on the bench, the bench's clock.</summary>
    [JsonStringEnumMemberName("timer")] Timer,

    /// <summary>A request or a message that came while the job was late.</summary>
    [JsonStringEnumMemberName("use")] Use,

    /// <summary>The orchestration that looks for late jobs.</summary>
    [JsonStringEnumMemberName("orchestration")] Orchestration,
}

/// <summary>When a job ran, as its row holds it.</summary>
public sealed record JobRun
{
    /// <summary>When the row was first written. A job that never ran is late from here on.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it last came to its end.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What made it run then.</summary>
    public JobDriver? By { get; init; }

    /// <summary>When it last broke off, if it has not come to its end since.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Until when a process that found it late works on it.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    [JsonIgnore]
    public DateTimeOffset Last => FinishedAt ?? Since;
}

/// <summary>When a job is late.</summary>
public static class JobLimits
{
    /// <summary>Three times as long as the usual time between two sweeps: one that is skipped is no fault.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromMinutes(15);

    /// <summary>An hour more than a day, so that a night's job is not run by day because its timer was a little late.</summary>
    public static readonly TimeSpan Nightly = TimeSpan.FromHours(25);

    /// <summary>The wait between two looks at the rows by one process: a minute, so that a late job costs little and waits little.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long one process has a late job to itself. If it dies, another takes over within twenty minutes of the job's last end. A job that takes
    /// longer may run twice, which changes nothing.
    /// </summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(3);

    public static TimeSpan LateAfter(Job job) => job switch
    {
        Job.Sweep or Job.Mail => Often,
        Job.Retention => Nightly,
    };

    public static bool IsLate(Job job, JobRun run, DateTimeOffset now) => now - run.Last >= LateAfter(job);
}
