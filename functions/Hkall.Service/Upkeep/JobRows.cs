using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Upkeep;

/// <summary>When each job ran, in one row each: every process and every driver sees the same.</summary>
public sealed class JobRows(IRows rows, IRandom random)
{
    private const string Partition = "jobs";

    /// <summary>All jobs; null for one that has no row yet.</summary>
    public async Task<IReadOnlyDictionary<Job, (JobRun Run, string ETag)?>> AllAsync(CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Pointers, Partition, "a", "~", RowLimits.RowsPerPage, openOnly: false, cancellation);
        var byKey = found.ToDictionary(row => row.Key, StringComparer.Ordinal);
        return Enum.GetValues<Job>().ToDictionary(
            job => job, job => byKey.TryGetValue(Key(job), out var row) ? (StoredJson.Read<JobRun>(row.Body), row.ETag!) : ((JobRun, string)?)null);
    }

    public async Task<(JobRun Run, string ETag)?> FindAsync(Job job, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Pointers, Partition, Key(job), cancellation) is { } row ? (StoredJson.Read<JobRun>(row.Body), row.ETag!) : null;

    /// <summary>Writes the row if it is as it was read, or if there is still none.</summary>
    /// <returns>False if somebody else wrote it meanwhile.</returns>
    public async Task<bool> ReplaceAsync(Job job, JobRun run, string? etag, CancellationToken cancellation)
    {
        var row = RowOf(job, run) with { ETag = etag };
        RowWrite write = etag is null ? new RowWrite.Insert(row) : new RowWrite.Replace(row);
        return (await rows.CommitAsync(RowTable.Pointers, Partition, [write], cancellation)).Committed;
    }

    /// <summary>Writes the row, whatever it holds.</summary>
    public Task PutAsync(Job job, JobRun run, CancellationToken cancellation) =>
        rows.CommitAsync(RowTable.Pointers, Partition, [new RowWrite.Put(RowOf(job, run))], cancellation);

    private static string Key(Job job) => job switch
    {
        Job.Sweep => "sweep",
        Job.Mail => "mail",
        Job.Retention => "retention",
    };

    private Row RowOf(Job job, JobRun run) => new(Partition, Key(job), StoredJson.Write(run), RequestIds.Base32(random.Bytes(10)));
}
